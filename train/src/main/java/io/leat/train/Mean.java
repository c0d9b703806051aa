package io.leat.train;

/** The weighted mean of numbers given one by one, such as the losses of batches. Not thread-safe. */
public final class Mean {
    private double sum;
    private double weights;

    public void add(double value) {
        add(value, 1);
    }

    public void add(double value, double weight) {
        sum += value * weight;
        weights += weight;
    }

    /** NaN before the first number. */
    public double value() {
        return weights == 0 ? Double.NaN : sum / weights;
    }

    public void reset() {
        sum = 0;
        weights = 0;
    }
}
