// Generated from FloatSpans.java by TypedFormsTest: change that file.
package io.leat.kernels;

/**
 * Loops over runs of elements that stand at different places of their arrays, which the compiler does not vectorise by
 * itself. The vector forms ({@link DoubleVectorSpans}) give the same bits.
 */
final class DoubleSpans {
    // reals only: begin
    private static final int ROWS = 4;
    private static final int[] STARTS = {0, 1, 2, 3};

    private static final VectorForm ADD =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.add(x, 1, ROWS, n / ROWS, n / ROWS, z, 3));
    private static final VectorForm SUBTRACT =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.subtract(x, 1, n, z, 3));
    private static final VectorForm MAX =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.max(x, 1, ROWS, n / ROWS, n / ROWS, z, 3));
    private static final VectorForm ADD_TO_LARGEST =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.addToLargest(x, STARTS, ROWS, n / ROWS, y, 2, z, 1));
    private static final VectorForm INTERPOLATE =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.interpolate(x, 1, y, 2, 1, n, z, 3));
    private static final VectorForm ADD_SCALED =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.addScaled(x, 1, 1, 0, n, z, 3));
    private static final VectorForm PRODUCT =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.product(x, 1, y, 2, n, z, 3));
    private static final VectorForm ADD_PRODUCT =
            VectorForm.doubles((x, y, z, n) -> DoubleVectorSpans.addProduct(x, 1, y, 2, n, z, 3));
    // reals only: end

    private DoubleSpans() {}

    /** {@code out[j] += x[r, j]} for the rows in their order, {@code stride} elements from one to the next. */
    static void add(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        // reals only: begin
        if (ADD.ready((long) rows * n)) {
            DoubleVectorSpans.add(x, o, rows, stride, n, out, to);
            return;
        }
        // reals only: end
        scalarAdd(x, o, rows, stride, n, out, to);
    }

    /** {@code out[j] -= x[j]}. */
    static void subtract(double[] x, int o, int n, double[] out, int to) {
        // reals only: begin
        if (SUBTRACT.ready(n)) {
            DoubleVectorSpans.subtract(x, o, n, out, to);
            return;
        }
        // reals only: end
        scalarSubtract(x, o, n, out, to);
    }

    /** {@code out[j] = x[r, j] > out[j] ? x[r, j] : out[j]} for the rows in their order: NaNs are passed over. */
    static void max(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        // reals only: begin
        if (MAX.ready((long) rows * n)) {
            DoubleVectorSpans.max(x, o, rows, stride, n, out, to);
            return;
        }
        // reals only: end
        scalarMax(x, o, rows, stride, n, out, to);
    }

    /**
     * For each {@code j < n}: finds the first {@code k < count} such that no later {@code x[starts[k] + j]} is greater, and
     * adds {@code grad[gradOffset + j]} to {@code out[starts[k] + shift + j]}. The runs from the starts on do not overlap.
     */
    static void addToLargest(
            double[] x, int[] starts, int count, int n, double[] grad, int gradOffset, double[] out, int shift) {
        // reals only: begin
        if (ADD_TO_LARGEST.ready((long) count * n)) {
            DoubleVectorSpans.addToLargest(x, starts, count, n, grad, gradOffset, out, shift);
            return;
        }
        // reals only: end
        scalarAddToLargest(x, starts, count, 0, n, grad, gradOffset, out, shift);
    }

    // reals only: begin
    /** {@code out[j] = a[j] + (b[j] - a[j]) * weight}. */
    static void interpolate(double[] a, int ao, double[] b, int bo, double weight, int n, double[] out, int to) {
        if (INTERPOLATE.ready(n)) {
            DoubleVectorSpans.interpolate(a, ao, b, bo, weight, n, out, to);
        } else {
            scalarInterpolate(a, ao, b, bo, weight, n, out, to);
        }
    }

    /** {@code out[j] += x[j] * factor1 * factor2}. */
    static void addScaled(double[] x, int o, double factor1, double factor2, int n, double[] out, int to) {
        if (ADD_SCALED.ready(n)) {
            DoubleVectorSpans.addScaled(x, o, factor1, factor2, n, out, to);
        } else {
            scalarAddScaled(x, o, factor1, factor2, n, out, to);
        }
    }

    /** {@code out[j] = a[j] * b[j]}. */
    static void product(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        if (PRODUCT.ready(n)) {
            DoubleVectorSpans.product(a, ao, b, bo, n, out, to);
        } else {
            scalarProduct(a, ao, b, bo, n, out, to);
        }
    }

    /** {@code out[j] += a[j] * b[j]}. */
    static void addProduct(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        if (ADD_PRODUCT.ready(n)) {
            DoubleVectorSpans.addProduct(a, ao, b, bo, n, out, to);
        } else {
            scalarAddProduct(a, ao, b, bo, n, out, to);
        }
    }

    static void scalarProduct(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] = a[ao + j] * b[bo + j];
        }
    }

    static void scalarAddProduct(double[] a, int ao, double[] b, int bo, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] += a[ao + j] * b[bo + j];
        }
    }

    static void scalarInterpolate(double[] a, int ao, double[] b, int bo, double weight, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] = a[ao + j] + (b[bo + j] - a[ao + j]) * weight;
        }
    }

    static void scalarAddScaled(double[] x, int o, double factor1, double factor2, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] += x[o + j] * factor1 * factor2;
        }
    }
    // reals only: end

    static void scalarAdd(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            double sum = out[to + j];
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                sum += x[i];
            }
            out[to + j] = sum;
        }
    }

    static void scalarSubtract(double[] x, int o, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            out[to + j] -= x[o + j];
        }
    }

    static void scalarMax(double[] x, int o, int rows, int stride, int n, double[] out, int to) {
        for (int j = 0; j < n; j++) {
            double largest = out[to + j];
            for (int r = 0, i = o + j; r < rows; r++, i += stride) {
                if (x[i] > largest) {
                    largest = x[i];
                }
            }
            out[to + j] = largest;
        }
    }

    static void scalarAddToLargest(
            double[] x,
            int[] starts,
            int count,
            int from,
            int n,
            double[] grad,
            int gradOffset,
            double[] out,
            int shift) {
        for (int j = from; j < n; j++) {
            int best = starts[0] + j;
            double largest = x[best];
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
