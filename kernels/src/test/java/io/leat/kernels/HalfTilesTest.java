package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class HalfTilesTest {
    private static final int[] SPECIAL = {
        0, 0x80000000, 0x7F800000, 0xFF800000, 0x7FC00001, 0xFF812345, 0x7F7FFFFF, 0x00000001, 0x3F808000, 0x3F818000
    };

    /** The nearest bfloat16, of two the even one, found among the neighbours. */
    private static short nearest(float x) {
        int bits = Float.floatToRawIntBits(x);
        if (Float.isNaN(x)) {
            return (short) (bits >>> 16 & 0x8000 | 0x7FC0);
        }
        int rest = bits & 0xFFFF;
        int upper = bits >>> 16;
        boolean up = rest > 0x8000 || (rest == 0x8000 && (upper & 1) == 1);
        return (short) (up ? upper + 1 : upper);
    }

    @Test
    void bfloat16InBothForms() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int n = 1000;
        float[] x = new float[n + 2];
        for (int i = 0; i < x.length; i++) {
            x[i] = Float.intBitsToFloat(i < SPECIAL.length ? SPECIAL[i] : random.nextInt());
        }
        short[] narrow = new short[n + 1];
        float[] round = new float[n];
        float[] wide = new float[n + 3];
        for (int form = 0; form < 2; form++) {
            HalfTiles.narrowBfloat16(x, 0, narrow, 1, n);
            HalfTiles.roundBfloat16(x, 0, round, 0, n);
            HalfTiles.widenBfloat16(narrow, 1, wide, 3, n);
            for (int i = 0; i < n; i++) {
                short expected = nearest(x[i]);
                assertThat(narrow[i + 1])
                        .as("seed %d, form %d, %s", seed, form, x[i])
                        .isEqualTo(expected);
                assertThat(Float.floatToRawIntBits(round[i]))
                        .as("seed %d", seed)
                        .isEqualTo(expected << 16);
                assertThat(Float.floatToRawIntBits(wide[i + 3]))
                        .as("seed %d", seed)
                        .isEqualTo(expected << 16);
            }
            for (int work = 0; work < 20; work++) {
                HalfTiles.narrowBfloat16(x, 0, narrow, 1, n);
                HalfTiles.roundBfloat16(x, 0, round, 0, n);
                HalfTiles.widenBfloat16(narrow, 1, wide, 3, n);
            }
            VectorForm.settle();
        }
    }

    @Test
    void float16GoesThereAndBack() {
        short[] all = new short[65_536];
        for (int i = 0; i < all.length; i++) {
            all[i] = (short) i;
        }
        float[] wide = new float[all.length];
        short[] back = new short[all.length];
        HalfTiles.widenFloat16(all, 0, wide, 0, all.length);
        HalfTiles.narrowFloat16(wide, 0, back, 0, all.length);
        for (int i = 0; i < all.length; i++) {
            if (!Float.isNaN(wide[i])) {
                assertThat(back[i]).isEqualTo(all[i]);
            }
        }
    }
}
