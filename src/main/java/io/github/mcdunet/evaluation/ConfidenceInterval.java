package io.github.mcdunet.evaluation;

/**
 * The bounds of a 95 % confidence interval.
 *
 * @param low lower bound
 * @param high upper bound, &gt;= low
 */
public record ConfidenceInterval(double low, double high) {
}
