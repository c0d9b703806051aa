package io.leat.bench;

import java.util.Collection;

/** Summaries of samples. */
final class Statistics {
    private Statistics() {}

    /** The middle sample, or the mean of the two in the middle. */
    static double median(double... samples) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        double[] sorted = samples.clone();
        java.util.Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The geometric mean of positive values, of which there is at least one. */
    static double geometricMean(Collection<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
