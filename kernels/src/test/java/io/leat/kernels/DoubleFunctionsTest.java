package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The functions that {@link Math} lacks, against the same in 50 digits. */
class DoubleFunctionsTest {
    private static final long SEED = 20260101;

    /** The largest error over {@code n} arguments between {@code low} and {@code high}. */
    private static void within(
            double bound, DoubleUnaryOperator f, DoubleFunction<BigDecimal> exact, double low, double high, int n) {
        Random random = new Random(SEED);
        double worst = 0;
        double at = low;
        for (int i = 0; i < n; i++) {
            double x = i == 0 ? low : low + random.nextDouble() * (high - low);
            double ulps = BigMath.ulps(f.applyAsDouble(x), exact.apply(x));
            if (!(ulps <= worst)) {
                worst = ulps;
                at = x;
            }
        }
        assertThat(worst).as("ulps, at %s, seed %s", at, SEED).isLessThanOrEqualTo(bound);
    }

    @Test
    void erf() {
        within(2, Elementary::erf, BigMath::erf, -1, 1, 50);
        within(2, Elementary::erf, BigMath::erf, 1, 6.5, 50);
        within(2, Elementary::erf, BigMath::erf, -6.5, -1, 50);
        within(2, Elementary::erf, BigMath::erf, 0, 1e-300, 5);
    }

    @Test
    void erfc() {
        within(6, Elementary::erfc, BigMath::erfc, -6, 1, 60);
        within(6, Elementary::erfc, BigMath::erfc, 1, 6, 60);
        within(6, Elementary::erfc, BigMath::erfc, 6, 26.5, 20);
        assertThat(Elementary.erfc(27.5)).isZero();
        assertThat(Elementary.erfc(27.2)).isPositive().isLessThan(Double.MIN_NORMAL);
    }

    @Test
    void lgamma() {
        within(6, Elementary::lgamma, BigMath::lgamma, 1e-3, 1, 50);
        within(6, Elementary::lgamma, BigMath::lgamma, 0.95, 1.05, 50);
        within(6, Elementary::lgamma, BigMath::lgamma, 1.9, 2.1, 50);
        within(6, Elementary::lgamma, BigMath::lgamma, 1.01, 14, 50);
        within(6, Elementary::lgamma, BigMath::lgamma, 14, 1e5, 50);
        within(6, Elementary::lgamma, BigMath::lgamma, 1e-300, 1e-299, 5);
        assertThat(Elementary.lgamma(1)).isZero();
        assertThat(Elementary.lgamma(2)).isZero();
    }

    @Test
    void digamma() {
        within(6, Elementary::digamma, BigMath::digamma, 1e-3, 1, 50);
        within(6, Elementary::digamma, BigMath::digamma, 1.4, 1.5, 50);
        within(6, Elementary::digamma, BigMath::digamma, 1, 14, 50);
        within(6, Elementary::digamma, BigMath::digamma, 14, 1e5, 50);
    }

    /** At negative arguments there are zeros between the poles: the error is taken relative to 1 or the value. */
    @Test
    void gammaFunctionsOfNegativeArguments() {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            double x = -20 * random.nextDouble();
            assertAbsolute(x, Elementary.lgamma(x), BigMath.lgamma(x));
            assertAbsolute(x, Elementary.digamma(x), BigMath.digamma(x));
            double small = x * 1e-6;
            assertAbsolute(small, Elementary.lgamma(small), BigMath.lgamma(small));
            assertAbsolute(small, Elementary.digamma(small), BigMath.digamma(small));
        }
    }

    private static void assertAbsolute(double x, double got, BigDecimal exact) {
        double scale = Math.max(1, Math.abs(exact.doubleValue()));
        double distance = Math.abs(x - Math.rint(x));
        double error = new BigDecimal(got).subtract(exact).abs().doubleValue();
        assertThat(error)
                .as("error at %s, seed %s", x, SEED)
                .isLessThan(scale * 0x1p-52 * (8 + 2 * Math.abs(x) / distance));
    }

    @Test
    void inverseHyperbolic() {
        within(3, Elementary::asinh, x -> asinh(new BigDecimal(x)), 1e-3, 5, 60);
        within(3, Elementary::asinh, x -> asinh(new BigDecimal(x)), 5, 1e10, 50);
        within(3, Elementary::acosh, x -> acosh(new BigDecimal(x)), 1, 1.01, 50);
        within(3, Elementary::acosh, x -> acosh(new BigDecimal(x)), 1.01, 1e10, 50);
        within(3, Elementary::atanh, x -> atanh(new BigDecimal(x)), 1e-3, 0.999999, 60);
    }

    private static BigDecimal asinh(BigDecimal x) {
        return BigMath.log(x.add(BigMath.sqrt(x.pow(2).add(BigDecimal.ONE))));
    }

    private static BigDecimal acosh(BigDecimal x) {
        return BigMath.log(x.add(BigMath.sqrt(x.pow(2).subtract(BigDecimal.ONE))));
    }

    private static BigDecimal atanh(BigDecimal x) {
        BigDecimal quotient = BigDecimal.ONE.add(x).divide(BigDecimal.ONE.subtract(x), BigMath.DIGITS);
        return BigMath.log(quotient).divide(BigDecimal.TWO, BigMath.DIGITS);
    }

    @Test
    void sigmoid() {
        within(3, Elementary::sigmoid, DoubleFunctionsTest::exactSigmoid, -40, 40, 60);
        within(3, Elementary::sigmoid, DoubleFunctionsTest::exactSigmoid, -708, -40, 20);
    }

    private static BigDecimal exactSigmoid(double x) {
        BigDecimal e = BigMath.exp(new BigDecimal(-x));
        return BigDecimal.ONE.divide(BigDecimal.ONE.add(e), BigMath.DIGITS);
    }
}
