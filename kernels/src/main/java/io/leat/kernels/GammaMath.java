package io.leat.kernels;

/** The logarithm of the gamma function and its derivative, in double precision. */
final class GammaMath {

    /** log Γ(x) / ((x - 1)(x - 2)) as a polynomial in x - 1.125, 0.75 ≤ x ≤ 1.5: minimax. */
    private static final double[] NEAR_ONE = {
        0.003931868095739288,
        -0.004493159666528114,
        0.0023955418614293477,
        -0.0029407314234428513,
        0.0044229180105707176,
        -0.00524324741618784,
        0.006109051859746558,
        -0.007345501356381136,
        0.008885490229633345,
        -0.01078398199642924,
        0.0131706214199491,
        -0.016209003918801958,
        0.02013284197104732,
        -0.02529654841171977,
        0.032263887135525436,
        -0.041994855996358424,
        0.056282168769140876,
        -0.07892681966471225,
        0.11960320844256021,
        -0.21115323425817567,
        0.5487833977237905
    };

    /** The same as a polynomial in x - 2.25, 1.5 ≤ x ≤ 3. */
    private static final double[] NEAR_TWO = {
        3.498267888487641e-09,
        -7.994760447051775e-09,
        8.467707790043104e-09,
        -2.065824017534932e-08,
        6.212068131356377e-08,
        -1.4676079053121937e-07,
        3.403251631171216e-07,
        -8.145716369534754e-07,
        1.96103296477503e-06,
        -4.7350149928787956e-06,
        1.1501952773519228e-05,
        -2.8149208677346197e-05,
        6.952279523457096e-05,
        -0.00017370932602408368,
        0.000440656732024016,
        -0.001140986589530488,
        0.003041118657907191,
        -0.008464024993587668,
        0.025268354959288593,
        -0.0858808475512609,
        0.3995894876556691
    };

    /** ψ(x) / (x - root) as a polynomial in x - root, 1 ≤ x ≤ 2. */
    private static final double[] PSI = {
        0.00012117272309532869,
        -0.00028061440638862484,
        0.000278188987241398,
        -0.0002819173564319134,
        0.0004727448008841209,
        -0.0007560938622789736,
        0.0010899254509848316,
        -0.0015738808830771992,
        0.002302909816418233,
        -0.003370122294731287,
        0.0049270575699619686,
        -0.0072045138610935065,
        0.010538769822338999,
        -0.015424766652379246,
        0.022597649297165,
        -0.033161126462235645,
        0.04880428813387948,
        -0.0721995612564689,
        0.10782405069170296,
        -0.16394270544240813,
        0.2584997609556485,
        -0.4427631689835921,
        0.9676722454476212
    };

    private static final double ROOT_HIGH = 1.4616321449683622;
    private static final double ROOT_LOW = 9.549995429965697e-17;

    /** B(2k) / (2k (2k-1)), k = 8 … 1: Stirling's series in 1/x². */
    private static final double[] STIRLING = {
        -3617.0 / 122400, 1.0 / 156, -691.0 / 360360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12
    };

    /** -B(2k) / 2k, k = 8 … 1: the asymptotic series of ψ in 1/x². */
    private static final double[] PSI_SERIES = {
        3617.0 / 8160, -1.0 / 12, 691.0 / 32760, -1.0 / 132, 1.0 / 240, -1.0 / 252, 1.0 / 120, -1.0 / 12
    };

    private static final double SERIES_FROM = 12;
    private static final double HALF_LOG_2PI = 0.9189385332046728;
    private static final double LOG_PI = 1.1447298858494002;

    private GammaMath() {}

    /** log |Γ(x)|; +∞ at the poles (zero and the negative integers) and at both infinities. */
    static double lgamma(double x) {
        if (x > 0) {
            return positive(x);
        }
        if (Double.isNaN(x)) {
            return x;
        }
        if (x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY;
        }
        // Γ(x) Γ(-x) = -π / (x sin πx)
        double fraction = x - Math.rint(x);
        double sine = Math.abs(Math.sin(Math.PI * fraction));
        if (x > -1e-5) {
            return -Math.log(-x) - positive(1 - x) + Math.log(Math.PI * -fraction / sine);
        }
        return LOG_PI - Math.log(-x * sine) - positive(-x);
    }

    private static double positive(double x) {
        if (x < 0.75) {
            return positive(x + 1) - Math.log(x);
        }
        if (x < 3) {
            double[] fit = x < 1.5 ? NEAR_ONE : NEAR_TWO;
            return (x - 1) * (x - 2) * DoubleMath.polynomial(fit, x - (x < 1.5 ? 1.125 : 2.25));
        }
        if (x < SERIES_FROM) {
            double product = 1;
            double z = x;
            while (z >= 3) {
                z -= 1;
                product *= z;
            }
            return positive(z) + Math.log(product);
        }
        if (x > 1e17) {
            return x * (Math.log(x) - 1);
        }
        double series = DoubleMath.polynomial(STIRLING, 1 / (x * x)) / x;
        return (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_2PI + series;
    }

    /** ψ(x), the derivative of log Γ; NaN at 0 and the negative integers, as in TensorFlow. */
    static double digamma(double x) {
        if (x <= 0) {
            double fraction = x - Math.rint(x);
            return fraction == 0 ? Double.NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * fraction);
        }
        if (x >= SERIES_FROM) {
            double square = 1 / (x * x);
            return Math.log(x) - 0.5 / x + square * DoubleMath.polynomial(PSI_SERIES, square);
        }
        double z = x;
        double sum = 0;
        while (z >= 2) {
            z -= 1;
            sum += 1 / z;
        }
        if (z < 1) {
            sum -= 1 / z;
            z += 1;
        }
        double distance = (z - ROOT_HIGH) - ROOT_LOW;
        return sum + distance * DoubleMath.polynomial(PSI, distance);
    }
}
