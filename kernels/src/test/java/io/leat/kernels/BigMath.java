package io.leat.kernels;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Functions to about 50 digits, by their series: slow and obvious. */
final class BigMath {
    static final MathContext DIGITS = new MathContext(60);

    /** B(2), B(4) … B(24). */
    private static final String[] BERNOULLI = {
        "1/6",
        "-1/30",
        "1/42",
        "-1/30",
        "5/66",
        "-691/2730",
        "7/6",
        "-3617/510",
        "43867/798",
        "-174611/330",
        "854513/138",
        "-236364091/2730"
    };

    /** From here on the asymptotic series have 45 digits. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(120);

    private static final BigDecimal PI = BigDecimal.valueOf(16)
            .multiply(arctanOfInverse(5))
            .subtract(BigDecimal.valueOf(4).multiply(arctanOfInverse(239)), DIGITS);

    private BigMath() {}

    /** How far {@code got} is from {@code exact}, in units in the last place of the latter as a double. */
    static double ulps(double got, BigDecimal exact) {
        double rounded = exact.doubleValue();
        if (!Double.isFinite(got) || !Double.isFinite(rounded)) {
            return got == rounded ? 0 : Double.POSITIVE_INFINITY;
        }
        return new BigDecimal(got)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(Math.ulp(rounded)), DIGITS)
                .doubleValue();
    }

    private static BigDecimal arctanOfInverse(int n) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), DIGITS);
        for (int k = 1; k < 100; k += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(k), DIGITS);
            sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigDecimal.valueOf((long) n * n), DIGITS);
        }
        return sum;
    }

    static BigDecimal exp(BigDecimal x) {
        BigDecimal r = x.divide(BigDecimal.valueOf(1 << 12), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(r).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term);
        }
        return sum.pow(1 << 12, DIGITS);
    }

    /** By Newton's rule from the double. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(Math.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            y = y.add(x.multiply(exp(y.negate()), DIGITS).subtract(BigDecimal.ONE), DIGITS);
        }
        return y;
    }

    static BigDecimal sqrt(BigDecimal x) {
        return x.sqrt(DIGITS);
    }

    /** The Taylor series, with as many more digits as its alternating terms cancel. */
    static BigDecimal erf(double x) {
        MathContext digits = new MathContext(60 + (int) (x * x));
        BigDecimal square = new BigDecimal(x).pow(2);
        BigDecimal power = new BigDecimal(x);
        BigDecimal sum = power;
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(digits.getPrecision() + 320);
        for (int n = 1; power.abs().compareTo(smallest) > 0; n++) {
            power = power.multiply(square).negate().divide(BigDecimal.valueOf(n), digits);
            sum = sum.add(power.divide(BigDecimal.valueOf(2 * n + 1), digits), digits);
        }
        return sum.multiply(BigDecimal.TWO).divide(pi(digits).sqrt(digits), digits);
    }

    static BigDecimal erfc(double x) {
        return BigDecimal.ONE.subtract(erf(x));
    }

    /** π to any precision, by Machin's formula in integers. */
    private static BigDecimal pi(MathContext digits) {
        int places = digits.getPrecision() + 5;
        BigInteger one = BigInteger.TEN.pow(places);
        BigInteger sum = BigInteger.ZERO;
        int[][] formula = {{16, 5}, {-4, 239}};
        for (int[] f : formula) {
            BigInteger power = one.multiply(BigInteger.valueOf(f[0])).divide(BigInteger.valueOf(f[1]));
            for (int k = 1; power.signum() != 0; k += 2) {
                sum = k % 4 == 1
                        ? sum.add(power.divide(BigInteger.valueOf(k)))
                        : sum.subtract(power.divide(BigInteger.valueOf(k)));
                power = power.divide(BigInteger.valueOf((long) f[1] * f[1]));
            }
        }
        return new BigDecimal(sum, places);
    }

    private static BigDecimal bernoulli(int k) {
        String[] fraction = BERNOULLI[k - 1].split("/");
        return new BigDecimal(fraction[0]).divide(new BigDecimal(fraction[1]), DIGITS);
    }

    /** log |Γ(x)| by Stirling's series, after going up from x. */
    static BigDecimal lgamma(double x) {
        BigDecimal z = new BigDecimal(x);
        BigDecimal product = BigDecimal.ONE;
        while (z.compareTo(LARGE) < 0) {
            product = product.multiply(z, DIGITS);
            z = z.add(BigDecimal.ONE);
        }
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal sum =
                z.subtract(half).multiply(log(z)).subtract(z).add(half.multiply(log(PI.multiply(BigDecimal.TWO))));
        BigDecimal power = z;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            BigDecimal divisor = power.multiply(BigDecimal.valueOf(2L * k * (2L * k - 1)));
            sum = sum.add(bernoulli(k).divide(divisor, DIGITS));
            power = power.multiply(z).multiply(z, DIGITS);
        }
        return sum.subtract(log(product.abs()));
    }

    /** ψ(x) by its asymptotic series, after going up from x. */
    static BigDecimal digamma(double x) {
        BigDecimal z = new BigDecimal(x);
        BigDecimal sum = BigDecimal.ZERO;
        while (z.compareTo(LARGE) < 0) {
            sum = sum.subtract(BigDecimal.ONE.divide(z, DIGITS));
            z = z.add(BigDecimal.ONE);
        }
        sum = sum.add(log(z)).subtract(BigDecimal.ONE.divide(z.multiply(BigDecimal.TWO), DIGITS));
        BigDecimal power = BigDecimal.ONE;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            power = power.multiply(z).multiply(z, DIGITS);
            sum = sum.subtract(bernoulli(k).divide(power.multiply(BigDecimal.valueOf(2L * k)), DIGITS));
        }
        return sum;
    }
}
