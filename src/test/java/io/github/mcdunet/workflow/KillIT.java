package io.github.mcdunet.workflow;

import org.junit.Test;

/** A few kills of the soak, which is run by hand for a long time. */
public class KillIT {

	@Test
	public void threeKillsLoseNothing() throws Exception {
		KillSoak.run(3, 20, 11, System.out);
	}
}
