package io.leat.kernels;

/**
 * Folds {@code rows} rows of {@code n} floats, {@code stride} apart, into the row {@code lane}, one after the other.
 * Plain loops: the compiler vectorises them.
 */
final class FloatColumns {

    private FloatColumns() {}

    static void sum(float[] x, int o, int rows, int stride, int n, float[] lane) {
        int r = 0;
        for (; r <= rows - 4; r += 4) {
            int o0 = o + r * stride;
            int o1 = o0 + stride;
            int o2 = o1 + stride;
            int o3 = o2 + stride;
            for (int j = 0; j < n; j++) {
                lane[j] = lane[j] + x[o0 + j] + x[o1 + j] + x[o2 + j] + x[o3 + j];
            }
        }
        for (; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[j] += x[o0 + j];
            }
        }
    }

    static void sumOfSquares(float[] x, int o, int rows, int stride, int n, float[] lane) {
        for (int r = 0; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[j] = Math.fma(x[o0 + j], x[o0 + j], lane[j]);
            }
        }
    }

    /** Σ (x - mean)². */
    static void sumOfDeviations(float[] x, int o, int rows, int stride, int n, float[] mean, int mo, float[] lane) {
        for (int r = 0; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                float d = x[o0 + j] - mean[mo + j];
                lane[j] = Math.fma(d, d, lane[j]);
            }
        }
    }

    /** Σ g · (x - mean), where g has x's layout and stands at {@code go}. */
    static void sumOfProducts(
            float[] g, int go, float[] x, int o, int rows, int stride, int n, float[] mean, int mo, float[] lane) {
        for (int r = 0; r < rows; r++) {
            int g0 = go + r * stride;
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[j] = Math.fma(g[g0 + j], x[o0 + j] - mean[mo + j], lane[j]);
            }
        }
    }

    static void product(float[] x, int o, int rows, int stride, int n, double[] lane, int lo) {
        for (int r = 0; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[lo + j] *= x[o0 + j];
            }
        }
    }

    static void max(float[] x, int o, int rows, int stride, int n, float[] lane) {
        for (int r = 0; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[j] = Math.max(lane[j], x[o0 + j]);
            }
        }
    }

    static void min(float[] x, int o, int rows, int stride, int n, float[] lane) {
        for (int r = 0; r < rows; r++) {
            int o0 = o + r * stride;
            for (int j = 0; j < n; j++) {
                lane[j] = Math.min(lane[j], x[o0 + j]);
            }
        }
    }
}
