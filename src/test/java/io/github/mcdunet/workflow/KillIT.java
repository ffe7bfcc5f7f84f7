package io.github.mcdunet.workflow;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A few kills of the soak, which is run by hand for a long time. */
public class KillIT {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Test
	public void threeKillsLoseNothing() throws Exception {
		KillSoak.run(folder.getRoot().toPath(), 3, 20, 11, System.out);
	}
}
