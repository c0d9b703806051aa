package io.leat.tensor.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CastsTest {
    private static final long SEED = 7;
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    @Test
    void truncation_is_that_of_exact_arithmetic_or_the_lowest_value() {
        var random = new Random(SEED);
        for (int n = 0; n < 100_000; n++) {
            double value = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(70));
            check(value);
        }
        for (int exponent = 0; exponent < 70; exponent++) {
            for (double near : new double[] {-1, -0.5, 0, 0.5, 1}) {
                check(Math.scalb(1.0, exponent) + near);
                check(-Math.scalb(1.0, exponent) + near);
            }
            check(Math.nextDown(Math.scalb(1.0, exponent)));
        }
    }

    private static void check(double value) {
        BigInteger exact = new BigDecimal(value).toBigInteger();
        assertThat(Casts.toInt(value))
                .as("seed %d, %s", SEED, value)
                .isEqualTo(exact.bitLength() < 32 ? exact.intValue() : Integer.MIN_VALUE);
        assertThat(Casts.toLong(value))
                .as("seed %d, %s", SEED, value)
                .isEqualTo(exact.bitLength() < 64 ? exact.longValue() : Long.MIN_VALUE);
        boolean fits = exact.bitLength() < 64 || (exact.signum() > 0 && exact.bitLength() == 64);
        assertThat(Casts.toUnsignedLong(value))
                .as("seed %d, %s", SEED, value)
                .isEqualTo(fits ? exact.longValue() : Long.MIN_VALUE);
    }

    @Test
    void what_is_no_number_becomes_the_lowest_value() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(Casts.toInt(value)).isEqualTo(Integer.MIN_VALUE);
            assertThat(Casts.toLong(value)).isEqualTo(Long.MIN_VALUE);
            assertThat(Casts.toUnsignedLong(value)).isEqualTo(Long.MIN_VALUE);
        }
    }

    @Test
    void unsigned_longs_are_rounded_once() {
        var random = new Random(SEED);
        for (int n = 0; n < 100_000; n++) {
            long bits = random.nextLong() >>> random.nextInt(64);
            // Ties, and the values just beside them, for float and double.
            bits = n % 4 == 0 ? (bits & (-1L << random.nextInt(63))) | random.nextInt(2) : bits;
            BigDecimal exact = new BigDecimal(new BigInteger(Long.toUnsignedString(bits)));
            assertThat(Casts.unsignedToDouble(bits))
                    .as("seed %d, %x", SEED, bits)
                    .isEqualTo(exact.doubleValue());
            assertThat(Casts.unsignedToFloat(bits))
                    .as("seed %d, %x", SEED, bits)
                    .isEqualTo(exact.floatValue());
        }
        assertThat(Casts.unsignedToDouble(-1)).isEqualTo(TWO_64.doubleValue());
        assertThat(Casts.unsignedToFloat(0xFFFFFF7FFFFFFFFFL)).isEqualTo(0x1.fffffep63f);
        assertThat(Casts.unsignedToFloat(0xFFFFFF8000000000L)).isEqualTo(0x1p64f);
    }
}
