package io.leat.kernels;

/** Arithmetic progressions: element {@code i} is {@code start + i * delta}, product and sum rounded one after the other. */
public final class Progression {
    private Progression() {}

    /** Fills {@code y[0 … n-1]}. */
    public static void fill(float start, float delta, float[] y, int n, Parallel parallel) {
        Ranges.run(n, parallel, (first, count) -> {
            for (int i = first; i < first + count; i++) {
                y[i] = start + i * delta;
            }
        });
    }

    /** Fills {@code y[0 … n-1]}. */
    public static void fill(double start, double delta, double[] y, int n, Parallel parallel) {
        Ranges.run(n, parallel, (first, count) -> {
            for (int i = first; i < first + count; i++) {
                y[i] = start + i * delta;
            }
        });
    }

    /** Fills {@code y[0 … n-1]}; wraps. */
    public static void fill(int start, int delta, int[] y, int n, Parallel parallel) {
        Ranges.run(n, parallel, (first, count) -> {
            for (int i = first; i < first + count; i++) {
                y[i] = start + i * delta;
            }
        });
    }

    /** Fills {@code y[0 … n-1]}; wraps. */
    public static void fill(long start, long delta, long[] y, int n, Parallel parallel) {
        Ranges.run(n, parallel, (first, count) -> {
            for (int i = first; i < first + count; i++) {
                y[i] = start + i * delta;
            }
        });
    }
}
