package io.leat.kernels;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Cross entropy of labels against the softmax of logits, with its gradient in the same pass. Logits, dense labels and
 * gradient are {@code [rows, columns]} and must not overlap. Rows whose softmax is NaN (see {@link Softmax}) have NaN as
 * loss and gradient.
 */
public final class CrossEntropy {

    /** What the sparse form returns when every label is in range. */
    public static final int NO_BAD_ROW = -1;

    private CrossEntropy() {}

    /**
     * {@code loss[r] = -Σ labels·log softmax(logits)} and {@code gradient = softmax(logits) - labels}, which is the
     * derivative of the loss where a row of labels sums to 1. As in TensorFlow, a label of 0 at a logit of −∞ gives NaN.
     */
    public static void dense(
            Parallel parallel,
            float[] logits,
            int xo,
            float[] labels,
            int po,
            float[] loss,
            int so,
            float[] gradient,
            int go,
            int rows,
            int columns) {
        RowExps.blocks(parallel, rows, columns, (from, to) -> {
            RowExps exps = new RowExps(logits, xo + from * columns, gradient, go + from * columns, to - from, columns);
            for (int r = from; r < to; r++) {
                int x = xo + r * columns;
                int p = po + r * columns;
                int g = go + r * columns;
                float max = exps.max[r - from];
                float log = (float) Math.log(exps.sum[r - from]);
                float factor = (float) (1 / exps.sum[r - from]);
                double total = 0;
                for (int j = 0; j < columns; j++) {
                    total += labels[p + j] * (log - (logits[x + j] - max));
                    gradient[g + j] = gradient[g + j] * factor - labels[p + j];
                }
                loss[so + r] = (float) total;
            }
        });
    }

    /**
     * {@code loss[r] = -Σ labels·log softmax(logits)} and {@code gradient = softmax(logits) - labels}, which is the
     * derivative of the loss where a row of labels sums to 1. As in TensorFlow, a label of 0 at a logit of −∞ gives NaN.
     */
    public static void dense(
            Parallel parallel,
            double[] logits,
            int xo,
            double[] labels,
            int po,
            double[] loss,
            int so,
            double[] gradient,
            int go,
            int rows,
            int columns) {
        Softmax.rows(parallel, rows, columns, r -> {
            int x = xo + r * columns;
            int p = po + r * columns;
            int g = go + r * columns;
            double max = Softmax.max(logits, x, columns);
            double sum = Softmax.expShifted(logits, x, gradient, g, columns);
            double log = Math.log(sum);
            double factor = 1 / sum;
            double total = 0;
            for (int j = 0; j < columns; j++) {
                total += labels[p + j] * (log - (logits[x + j] - max));
            }
            loss[so + r] = total;
            for (int j = 0; j < columns; j++) {
                gradient[g + j] = gradient[g + j] * factor - labels[p + j];
            }
        });
    }

    /**
     * The same for one label per row, the index of the only 1.
     *
     * @return the first row whose label is not below {@code columns} or is negative, or {@link #NO_BAD_ROW}; such rows
     *     have NaN as loss and gradient
     */
    public static int sparse(
            Parallel parallel,
            float[] logits,
            int xo,
            int[] labels,
            int po,
            float[] loss,
            int so,
            float[] gradient,
            int go,
            int rows,
            int columns) {
        return sparse(
                parallel,
                r -> labels[po + r] >= 0 && labels[po + r] < columns ? labels[po + r] : -1,
                logits,
                xo,
                loss,
                so,
                gradient,
                go,
                rows,
                columns);
    }

    /**
     * The same for one label per row, the index of the only 1.
     *
     * @return the first row whose label is not below {@code columns} or is negative, or {@link #NO_BAD_ROW}; such rows
     *     have NaN as loss and gradient
     */
    public static int sparse(
            Parallel parallel,
            float[] logits,
            int xo,
            long[] labels,
            int po,
            float[] loss,
            int so,
            float[] gradient,
            int go,
            int rows,
            int columns) {
        return sparse(
                parallel,
                r -> labels[po + r] >= 0 && labels[po + r] < columns ? (int) labels[po + r] : -1,
                logits,
                xo,
                loss,
                so,
                gradient,
                go,
                rows,
                columns);
    }

    private static int sparse(
            Parallel parallel,
            Labels labels,
            float[] logits,
            int xo,
            float[] loss,
            int so,
            float[] gradient,
            int go,
            int rows,
            int columns) {
        AtomicInteger bad = new AtomicInteger(rows);
        RowExps.blocks(parallel, rows, columns, (from, to) -> {
            RowExps exps = new RowExps(logits, xo + from * columns, gradient, go + from * columns, to - from, columns);
            for (int r = from; r < to; r++) {
                int g = go + r * columns;
                int label = labels.of(r);
                if (label < 0) {
                    bad.accumulateAndGet(r, Math::min);
                    loss[so + r] = Float.NaN;
                    Arrays.fill(gradient, g, g + columns, Float.NaN);
                    continue;
                }
                double sum = exps.sum[r - from];
                loss[so + r] = (float) Math.log(sum) - (logits[xo + r * columns + label] - exps.max[r - from]);
                float factor = (float) (1 / sum);
                for (int j = g; j < g + columns; j++) {
                    gradient[j] *= factor;
                }
                gradient[g + label] -= 1f;
            }
        });
        return bad.get() == rows ? NO_BAD_ROW : bad.get();
    }

    /**
     * The same for one label per row, the index of the only 1.
     *
     * @return the first row whose label is not below {@code columns} or is negative, or {@link #NO_BAD_ROW}; such rows
     *     have NaN as loss and gradient
     */
    public static int sparse(
            Parallel parallel,
            double[] logits,
            int xo,
            int[] labels,
            int po,
            double[] loss,
            int so,
            double[] gradient,
            int go,
            int rows,
            int columns) {
        return sparse(
                parallel,
                r -> labels[po + r] >= 0 && labels[po + r] < columns ? labels[po + r] : -1,
                logits,
                xo,
                loss,
                so,
                gradient,
                go,
                rows,
                columns);
    }

    /**
     * The same for one label per row, the index of the only 1.
     *
     * @return the first row whose label is not below {@code columns} or is negative, or {@link #NO_BAD_ROW}; such rows
     *     have NaN as loss and gradient
     */
    public static int sparse(
            Parallel parallel,
            double[] logits,
            int xo,
            long[] labels,
            int po,
            double[] loss,
            int so,
            double[] gradient,
            int go,
            int rows,
            int columns) {
        return sparse(
                parallel,
                r -> labels[po + r] >= 0 && labels[po + r] < columns ? (int) labels[po + r] : -1,
                logits,
                xo,
                loss,
                so,
                gradient,
                go,
                rows,
                columns);
    }

    private static int sparse(
            Parallel parallel,
            Labels labels,
            double[] logits,
            int xo,
            double[] loss,
            int so,
            double[] gradient,
            int go,
            int rows,
            int columns) {
        AtomicInteger bad = new AtomicInteger(rows);
        Softmax.rows(parallel, rows, columns, r -> {
            int x = xo + r * columns;
            int g = go + r * columns;
            int label = labels.of(r);
            if (label < 0) {
                bad.accumulateAndGet(r, Math::min);
                loss[so + r] = Double.NaN;
                Arrays.fill(gradient, g, g + columns, Double.NaN);
                return;
            }
            double max = Softmax.max(logits, x, columns);
            double sum = Softmax.expShifted(logits, x, gradient, g, columns);
            loss[so + r] = Math.log(sum) - (logits[x + label] - max);
            double factor = 1 / sum;
            for (int j = g; j < g + columns; j++) {
                gradient[j] *= factor;
            }
            gradient[g + label] -= 1;
        });
        return bad.get() == rows ? NO_BAD_ROW : bad.get();
    }

    /** The label of a row, or -1 for a bad one. */
    @FunctionalInterface
    private interface Labels {
        int of(int row);
    }
}
