package io.leat.kernels;

/** The logarithm of the factorial. */
final class LogFactorial {
    private static final int TABLE = 32;
    private static final double[] SMALL = new double[TABLE];
    private static final double HALF_LOG_2_PI = 0.9189385332046727;

    static {
        double factorial = 1;
        for (int i = 2; i < TABLE; i++) {
            factorial *= i;
            SMALL[i] = Math.log(factorial);
        }
    }

    private LogFactorial() {}

    /** {@code log(k!)} of a non-negative integer; relative error below 1e-15. Stirling's series beyond a table. */
    static double of(double k) {
        if (k < TABLE) {
            return SMALL[(int) k];
        }
        double x = k + 1;
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_2_PI + series;
    }
}
