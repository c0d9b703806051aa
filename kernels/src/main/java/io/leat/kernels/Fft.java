package io.leat.kernels;

/**
 * Discrete Fourier transforms of one length, in float64: {@code y[k] = sum x[n] exp(-2 pi i k n / length)}. Lengths that
 * are powers of two go by Cooley and Tukey's algorithm, others by Bluestein's: a convolution with transforms of a power of
 * two. Immutable.
 */
public final class Fft {
    private final int length;

    /** The length of the power of two that does the work. */
    private final int size;

    private final double[] cos;
    private final double[] sin;

    /** exp(-pi i n^2 / length), and its conjugate's transform; empty for a power of two. */
    private final double[] chirpCos;

    private final double[] chirpSin;
    private final double[] filterRe;
    private final double[] filterIm;

    private Fft(int length) {
        this.length = length;
        boolean power = Integer.bitCount(length) == 1;
        size = power ? length : Integer.highestOneBit(2 * length - 1) * 2;
        cos = new double[size / 2 + 1];
        sin = new double[size / 2 + 1];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = -Math.sin(2 * Math.PI * i / size);
        }
        int n = power ? 0 : length;
        chirpCos = new double[n];
        chirpSin = new double[n];
        filterRe = new double[power ? 0 : size];
        filterIm = new double[power ? 0 : size];
        for (int i = 0; i < n; i++) {
            double angle = Math.PI * ((long) i * i % (2L * length)) / length;
            chirpCos[i] = Math.cos(angle);
            chirpSin[i] = -Math.sin(angle);
            int mirrored = i == 0 ? 0 : size - i;
            filterRe[i] = chirpCos[i];
            filterIm[i] = -chirpSin[i];
            filterRe[mirrored] = filterRe[i];
            filterIm[mirrored] = filterIm[i];
        }
        if (!power) {
            powerOfTwo(filterRe, filterIm);
        }
    }

    /** Transforms of a length of at least 1. */
    public static Fft of(int length) {
        if (length < 1 || length > 1 << 28) {
            throw new IllegalArgumentException("length " + length);
        }
        return new Fft(length);
    }

    /** Transforms in place. */
    public void forward(double[] re, double[] im) {
        if (chirpCos.length == 0) {
            powerOfTwo(re, im);
        } else {
            bluestein(re, im);
        }
    }

    /** The inverse in place, with its division by the length. */
    public void inverse(double[] re, double[] im) {
        forward(im, re); // with both parts exchanged before and after, a transform is its inverse but for the factor
        for (int i = 0; i < length; i++) {
            re[i] /= length;
            im[i] /= length;
        }
    }

    private void bluestein(double[] re, double[] im) {
        double[] a = new double[size];
        double[] b = new double[size];
        for (int i = 0; i < length; i++) {
            a[i] = re[i] * chirpCos[i] - im[i] * chirpSin[i];
            b[i] = re[i] * chirpSin[i] + im[i] * chirpCos[i];
        }
        powerOfTwo(a, b);
        for (int i = 0; i < size; i++) {
            double x = a[i] * filterRe[i] - b[i] * filterIm[i];
            b[i] = a[i] * filterIm[i] + b[i] * filterRe[i];
            a[i] = x;
        }
        powerOfTwo(b, a);
        for (int i = 0; i < length; i++) {
            double x = a[i] / size;
            double y = b[i] / size;
            re[i] = x * chirpCos[i] - y * chirpSin[i];
            im[i] = x * chirpSin[i] + y * chirpCos[i];
        }
    }

    private void powerOfTwo(double[] re, double[] im) {
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double x = re[i];
                re[i] = re[j];
                re[j] = x;
                double y = im[i];
                im[i] = im[j];
                im[j] = y;
            }
        }
        for (int half = 1; half < size; half *= 2) {
            int stride = size / (2 * half);
            for (int start = 0; start < size; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    double c = cos[k * stride];
                    double s = sin[k * stride];
                    int p = start + k;
                    int q = p + half;
                    double x = re[q] * c - im[q] * s;
                    double y = re[q] * s + im[q] * c;
                    re[q] = re[p] - x;
                    im[q] = im[p] - y;
                    re[p] += x;
                    im[p] += y;
                }
            }
        }
    }
}
