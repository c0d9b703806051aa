// Generated from FloatSpans.java by TypedFormsTest: change that file.
package io.leat.kernels;

/**
 * Loops over runs of elements that stand at different places of their arrays, which the compiler does not vectorise by
 * itself. The vector forms ({@link LongVectorSpans}) give the same bits.
 */
final class LongSpans {
    private LongSpans() {}

    /** {@code out[j] += x[r, j]} for the rows in their order, {@code stride} elements from one to the next. */
    static void add(long[] x, int o, int rows, int stride, int n, long[] out, int to) {
        scalarAdd(x, o, rows, stride, n, out, to);
    }

    /** {@code out[j] -= x[j]}. */
    static void subtract(long[] x, int o, int n, long[] out, int to) {
        scalarSubtract(x, o, n, out, to);
    }

    /** {@code out[j] = x[r, j] > out[j] ? x[r, j] : out[j]} for the rows in their order: NaNs are passed over. */
    static void max(long[] x, int o, int rows, int stride, int n, long[] out, int to) {
        scalarMax(x, o, rows, stride, n, out, to);
    }

    /**
     * For each {@code j < n}: finds the first {@code k < count} such that no later {@code x[starts[k] + j]} is greater, and
     * adds {@code grad[gradOffset + j]} to {@code out[starts[k] + shift + j]}. The runs from the starts on do not overlap.
     */
    static void addToLargest(
            long[] x, int[] starts, int count, int n, long[] grad, int gradOffset, long[] out, int shift) {
        scalarAddToLargest(x, starts, count, 0, n, grad, gradOffset, out, shift);
    }

    static void scalarAdd(long[] x, int o, int rows, int stride, int n, long[] out, int to) {
        for (int j = 0; j < n; j++) {
            long sum = out[to + j];
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                sum += x[i];
            }
            out[to + j] = sum;
        }
    }

    static void scalarSubtract(long[] x, int o, int n, long[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] -= x[o + j];
        }
    }

    static void scalarMax(long[] x, int o, int rows, int stride, int n, long[] out, int to) {
        for (int j = 0; j < n; j++) {
            long largest = out[to + j];
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                if (x[i] > largest) {
                    largest = x[i];
                }
            }
            out[to + j] = largest;
        }
    }

    static void scalarAddToLargest(
            long[] x, int[] starts, int count, int from, int n, long[] grad, int gradOffset, long[] out, int shift) {
        for (int j = from; j < n; j++) {
            int best = starts[0] + j;
            long largest = x[best];
            for (int k = 1; k < count; k++) {
                int i = starts[k] + j;
                if (x[i] > largest) {
                    largest = x[i];
                    best = i;
                }
            }
            out[best + shift] += grad[gradOffset + j];
        }
    }
}
