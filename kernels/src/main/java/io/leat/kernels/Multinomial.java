package io.leat.kernels;

/**
 * Draws classes from unnormalised log-probabilities as TensorFlow's {@code Multinomial} and {@code StatelessMultinomial}.
 *
 * <p>Row after row takes two samples of the stream for each draw. TensorFlow does so too while it computes the rows on one
 * thread; when it splits them over several, the later ones come from other places of the stream, which depend on the
 * number of threads. Here they never do.
 *
 * <p>A row's draws follow the sums of {@code exp(logit - largest finite logit)}; classes whose logit is not finite are
 * never drawn. A row without a finite logit gives {@code classes}, as in TensorFlow.
 */
public final class Multinomial {
    private Multinomial() {}

    /** Blocks that a stateful op reserves for its outputs. */
    public static long blocks(int rows, int samples) {
        return (long) rows * (((long) samples + 3) / 4 * 4) * 2 * GuardedPhilox.BLOCKS_PER_OUTPUT;
    }

    /**
     * Reads {@code logits[rows, classes]} and writes {@code out[rows, samples]}, both dense from their offsets on. Does
     * not move {@code start}.
     */
    public static void draw(
            Philox start,
            double[] logits,
            int logitsOffset,
            int rows,
            int classes,
            int samples,
            long[] out,
            int outOffset,
            Parallel parallel) {
        parallel.run(rows, row -> {
            double[] sums = new double[classes];
            for (int i = 0; i < classes; i++) {
                sums[i] = logits[logitsOffset + row * classes + i];
            }
            draw(start, sums, row, samples, (i, drawn) -> out[outOffset + i] = drawn);
        });
    }

    /** As the form for doubles. */
    public static void draw(
            Philox start,
            float[] logits,
            int logitsOffset,
            int rows,
            int classes,
            int samples,
            long[] out,
            int outOffset,
            Parallel parallel) {
        parallel.run(rows, row -> {
            double[] sums = new double[classes];
            for (int i = 0; i < classes; i++) {
                sums[i] = logits[logitsOffset + row * classes + i];
            }
            draw(start, sums, row, samples, (i, drawn) -> out[outOffset + i] = drawn);
        });
    }

    @FunctionalInterface
    private interface Sink {
        void put(int index, int drawn);
    }

    /** {@code sums} comes with the row's logits. */
    private static void draw(Philox start, double[] sums, int row, int samples, Sink sink) {
        double total = accumulate(sums);
        PhiloxSamples stream = new PhiloxSamples(start, (long) row * samples * 2);
        for (int i = 0; i < samples; i++) {
            sink.put(row * samples + i, firstAbove(sums, stream.nextReal() * total));
        }
    }

    /** Replaces logits by the running sums of their exponentials; returns the last. */
    private static double accumulate(double[] logits) {
        double largest = -Double.MAX_VALUE;
        for (double logit : logits) {
            if (Double.isFinite(logit)) {
                largest = Math.max(largest, logit);
            }
        }
        double total = 0;
        for (int i = 0; i < logits.length; i++) {
            if (Double.isFinite(logits[i])) {
                total += Math.exp(logits[i] - largest);
            }
            logits[i] = total;
        }
        return total;
    }

    /** The first index whose value is greater than {@code value}, or the length. */
    private static int firstAbove(double[] ascending, double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value < ascending[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
