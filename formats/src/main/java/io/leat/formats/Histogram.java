package io.leat.formats;

import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often numbers of which size occurred, in TensorFlow's exponential buckets.
 *
 * @param limits the upper ends of the buckets, exclusive, ascending
 * @param counts of the numbers in each bucket
 */
public record Histogram(
        double min, double max, double count, double sum, double sumOfSquares, double[] limits, double[] counts) {
    private static final double[] LIMITS = limitsOfTensorFlow();

    public Histogram {
        limits = limits.clone();
        counts = counts.clone();
    }

    @Override
    public double[] limits() {
        return limits.clone();
    }

    @Override
    public double[] counts() {
        return counts.clone();
    }

    /**
     * The histogram of {@code values}; runs of empty buckets are joined.
     *
     * @throws InvalidArgumentException if a value is NaN or infinite
     */
    public static Histogram of(double... values) {
        double[] counts = new double[LIMITS.length];
        double min = Double.MAX_VALUE;
        double max = -Double.MAX_VALUE;
        double sum = 0;
        double squares = 0;
        for (double v : values) {
            if (!Double.isFinite(v)) {
                throw new InvalidArgumentException((Double.isNaN(v) ? "Nan" : "Infinity") + " in summary histogram");
            }
            int at = Arrays.binarySearch(LIMITS, v == 0 ? 0.0 : v);
            counts[Math.min(at >= 0 ? at + 1 : -at - 1, counts.length - 1)]++;
            min = Math.min(min, v);
            max = Math.max(max, v);
            sum += v;
            squares += v * v;
        }
        List<Double> joinedLimits = new ArrayList<>();
        List<Double> joinedCounts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            while (counts[i] == 0 && i + 1 < counts.length && counts[i + 1] == 0) {
                i++;
            }
            joinedLimits.add(LIMITS[i]);
            joinedCounts.add(counts[i]);
        }
        return new Histogram(min, max, values.length, sum, squares, array(joinedLimits), array(joinedCounts));
    }

    /** From 1e-12 each a tenth larger than the one before, up to 1e20; mirrored; with 0 and the ends of double. */
    private static double[] limitsOfTensorFlow() {
        List<Double> positive = new ArrayList<>();
        for (double v = 1e-12; v < 1e20; v *= 1.1) {
            positive.add(v);
        }
        positive.add(Double.MAX_VALUE);
        List<Double> all = new ArrayList<>();
        positive.reversed().forEach(v -> all.add(-v));
        all.add(0.0);
        all.addAll(positive);
        return array(all);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
