package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private static final long SEED = 20240817;

    @Test
    void every_float16_survives_widening_and_narrowing() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = Halves.fromFloat16((short) bits);
            if (Float.isNaN(value)) {
                assertThat(Halves.fromFloat16(Halves.toFloat16(value))).isNaN();
            } else {
                assertThat(Halves.toFloat16(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void every_bfloat16_survives_widening_and_narrowing() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            float value = Halves.fromBfloat16((short) bits);
            if (Float.isNaN(value)) {
                short quiet = Halves.toBfloat16(value);
                assertThat(Halves.fromBfloat16(quiet)).isNaN();
                assertThat(quiet & 0x8000).isEqualTo(bits & 0x8000);
            } else {
                assertThat(Halves.toBfloat16(value)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void narrowing_takes_the_nearest_and_of_two_the_even_one() {
        var random = new Random(SEED);
        for (int n = 0; n < 200_000; n++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (n % 3 == 0) {
                value = (float) Math.scalb(1 + random.nextInt(1 << 13) / (double) (1 << 13), random.nextInt(40) - 26);
            }
            if (!Float.isNaN(value)) {
                assertThat(Halves.toFloat16(value))
                        .as("seed %d, %s", SEED, value)
                        .isEqualTo(nearest(value, Halves::fromFloat16, 0x7C00, 0x1p16));
                assertThat(Halves.toBfloat16(value))
                        .as("seed %d, %s", SEED, value)
                        .isEqualTo(nearest(value, Halves::fromBfloat16, 0x7F80, 0x1p128));
            }
        }
    }

    /** The judge: bisects the positive bit patterns, with infinity standing for {@code next}, the next power of 2. */
    private static short nearest(float value, Widen widen, int infinity, double next) {
        double magnitude = Math.abs(value);
        int low = 0;
        int high = infinity;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (widen.apply((short) middle) <= magnitude) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double below = magnitude - widen.apply((short) low);
        double above = (high == infinity ? next : widen.apply((short) high)) - magnitude;
        int bits = below < above || (below == above && low % 2 == 0) ? low : high;
        return (short) (bits | (Float.floatToRawIntBits(value) < 0 ? 0x8000 : 0));
    }

    private interface Widen {
        float apply(short bits);
    }

    @Test
    void infinities_nan_zeros_and_overflow() {
        assertThat(Halves.toFloat16(Float.NEGATIVE_INFINITY)).isEqualTo((short) 0xFC00);
        assertThat(Halves.toFloat16(65519.99f)).isEqualTo((short) 0x7BFF);
        assertThat(Halves.toFloat16(65520f)).isEqualTo((short) 0x7C00);
        assertThat(Halves.toFloat16(-0f)).isEqualTo((short) 0x8000);
        assertThat(Halves.fromFloat16(Halves.toFloat16(Float.NaN))).isNaN();
        assertThat(Halves.toBfloat16(Float.MAX_VALUE)).isEqualTo((short) 0x7F80);
        assertThat(Halves.toBfloat16(-0f)).isEqualTo((short) 0x8000);
        // A NaN whose payload would be rounded up into the sign or away to infinity.
        assertThat(Halves.toBfloat16(Float.intBitsToFloat(0x7FFFFFFF))).isEqualTo((short) 0x7FC0);
        assertThat(Halves.toBfloat16(Float.intBitsToFloat(0x7F800001))).isEqualTo((short) 0x7FC0);
        assertThat(Halves.toBfloat16(Float.intBitsToFloat(0xFFFFFFFF))).isEqualTo((short) 0xFFC0);
    }

    @Test
    void arrays_are_converted_element_by_element() {
        float[] values = {1, -2.5f, 1e-7f, 3e38f};
        short[] half = Halves.toFloat16(values);
        short[] bfloat = Halves.toBfloat16(values);
        float[] fromHalf = Halves.fromFloat16(half);
        float[] fromBfloat = Halves.fromBfloat16(bfloat);
        for (int i = 0; i < values.length; i++) {
            assertThat(half[i]).isEqualTo(Halves.toFloat16(values[i]));
            assertThat(bfloat[i]).isEqualTo(Halves.toBfloat16(values[i]));
            assertThat(fromHalf[i]).isEqualTo(Halves.fromFloat16(half[i]));
            assertThat(fromBfloat[i]).isEqualTo(Halves.fromBfloat16(bfloat[i]));
        }
    }
}
