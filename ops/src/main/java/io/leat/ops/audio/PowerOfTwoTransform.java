package io.leat.ops.audio;

/** The discrete Fourier transform of a number of points that is a power of 2, by Cooley and Tukey. */
final class PowerOfTwoTransform {
    final int size;
    private final double[] cos;
    private final double[] sin;

    PowerOfTwoTransform(int size) {
        this.size = size;
        this.cos = new double[size / 2];
        this.sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = -Math.sin(2 * Math.PI * i / size);
        }
    }

    /** Transforms in place. */
    void run(double[] re, double[] im) {
        int shift = 32 - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size && size > 1; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < size; half *= 2) {
            for (int start = 0; start < size; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int a = start + i;
                    int b = a + half;
                    int root = i * (size / 2 / half);
                    double tr = re[b] * cos[root] - im[b] * sin[root];
                    double ti = re[b] * sin[root] + im[b] * cos[root];
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    private static void swap(double[] x, int i, int j) {
        double t = x[i];
        x[i] = x[j];
        x[j] = t;
    }
}
