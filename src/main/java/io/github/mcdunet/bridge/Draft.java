package io.github.mcdunet.bridge;

import io.github.mcdunet.command.dialog.Forecasting;
import io.github.mcdunet.command.dialog.InputChecks;

import java.util.List;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/**
 * A command that is not run, but told what its dialog holds, so that it can say what that leads to.
 */
final class Draft {

	private final Module module;

	/** @param module made for this purpose only */
	Draft(final Module module) {
		this.module = module;
	}

	/** Whether the command says what it will take. */
	boolean isForecast() {
		return module.getDelegateObject() instanceof Forecasting;
	}

	/**
	 * @param items to be set and checked
	 * @param values by parameter name; what is missing is empty
	 * @return what the command will take, may be empty
	 * @throws io.github.mcdunet.McdUnetException if the command would not run with that; the
	 * message says what to do
	 */
	String forecast(final List<ModuleItem<?>> items, final Map<String, Object> values) {
		for (final ModuleItem<?> item : items)
			module.setInput(item.getName(), values.get(item.getName()));
		InputChecks.checkValues(module, items);
		final Object command = module.getDelegateObject();
		final String forecast = command instanceof Forecasting ? ((Forecasting) command).forecast()
			: "";
		InputChecks.check(module, items);
		return forecast;
	}
}
