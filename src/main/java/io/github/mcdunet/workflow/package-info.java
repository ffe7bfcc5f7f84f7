/**
 * The verbs as a script calls them: {@link io.github.mcdunet.workflow.Training},
 * {@link io.github.mcdunet.workflow.Predictor}, {@link io.github.mcdunet.workflow.Evaluation}. No
 * SciJava, no window, no ImageJ.
 */
package io.github.mcdunet.workflow;
