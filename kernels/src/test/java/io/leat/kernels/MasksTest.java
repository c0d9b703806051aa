package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MasksTest {
    private static final long SEED = 5;
    private static final int[] SIZES = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 100, 1000};

    private static float[] values(Random random, int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = switch (random.nextInt(5)) {
                case 0 -> Float.NaN;
                case 1 -> -0f;
                case 2 -> Float.POSITIVE_INFINITY;
                default -> random.nextInt(3);
            };
        }
        return x;
    }

    @Test
    void comparisonsOfFloats() {
        Random random = new Random(SEED);
        for (int n : SIZES) {
            float[] x = values(random, n + 3);
            float[] y = values(random, n + 3);
            byte[][] z = new byte[4][n + 2];
            Masks.equal(x, 3, y, 2, z[0], 1, n);
            Masks.notEqual(x, 3, y, 2, z[1], 1, n);
            Masks.less(x, 3, y, 2, z[2], 1, n);
            Masks.lessEqual(x, 3, y, 2, z[3], 1, n);
            for (int i = 0; i < n; i++) {
                float a = x[i + 3];
                float b = y[i + 2];
                assertThat(new boolean[] {z[0][i + 1] == 1, z[1][i + 1] == 1, z[2][i + 1] == 1, z[3][i + 1] == 1})
                        .as("%s and %s, seed %s", a, b, SEED)
                        .containsExactly(a == b, a != b, a < b, a <= b);
            }
            for (byte[] mask : z) {
                assertThat(mask[0]).isZero();
                assertThat(mask[n + 1]).isZero();
                assertThat(new String(mask, StandardCharsets.ISO_8859_1)).matches("[\0\1]*");
            }
        }
    }

    @Test
    void comparisonsOfOtherTypes() {
        int[] i = {1, 2, 3};
        int[] j = {2, 2, 2};
        long[] k = {1, 2, 3};
        long[] l = {2, 2, 2};
        double[] d = {1, 2, Double.NaN};
        double[] e = {2, 2, 2};
        byte[] z = new byte[3];
        Masks.less(i, 0, j, 0, z, 0, 3);
        assertThat(z).containsExactly(1, 0, 0);
        Masks.lessEqual(k, 0, l, 0, z, 0, 3);
        assertThat(z).containsExactly(1, 1, 0);
        Masks.notEqual(d, 0, e, 0, z, 0, 3);
        assertThat(z).containsExactly(1, 0, 1);
        Masks.equal(k, 0, l, 0, z, 0, 3);
        assertThat(z).containsExactly(0, 1, 0);
        Masks.lessEqual(d, 0, e, 0, z, 0, 3);
        assertThat(z).containsExactly(1, 1, 0);
    }

    @Test
    void select() {
        Random random = new Random(SEED);
        for (int n : SIZES) {
            byte[] c = new byte[n + 1];
            for (int i = 0; i < n; i++) {
                c[i + 1] = (byte) (random.nextBoolean() ? 0 : random.nextInt());
            }
            float[] x = values(random, n + 3);
            float[] y = values(random, n + 2);
            float[] z = new float[n + 1];
            Masks.select(c, 1, x, 3, y, 2, z, 1, n);
            float[] inPlace = x.clone();
            Masks.select(c, 1, inPlace, 3, y, 2, inPlace, 3, n);
            for (int i = 0; i < n; i++) {
                float expected = c[i + 1] != 0 ? x[i + 3] : y[i + 2];
                assertThat(Float.compare(z[i + 1], expected))
                        .as("seed %s", SEED)
                        .isZero();
                assertThat(Float.compare(inPlace[i + 3], expected))
                        .as("seed %s", SEED)
                        .isZero();
            }
            assertThat(z[0]).isZero();
        }
        int[] ints = new int[2];
        Masks.select(new byte[] {1, 0}, 0, new int[] {1, 2}, 0, new int[] {3, 4}, 0, ints, 0, 2);
        assertThat(ints).containsExactly(1, 4);
    }

    /** All 256 masks, both ways. */
    @Test
    void bitsAndBytes() {
        assumeTrue(VectorSupport.AVAILABLE, "no Vector API");
        byte[] bytes = new byte[10];
        for (int mask = 0; mask < 256; mask++) {
            VectorMasks.spread(mask, bytes, 1);
            for (int k = 0; k < 8; k++) {
                assertThat((int) bytes[k + 1]).isEqualTo((mask >> k) & 1);
                bytes[k + 1] *= (byte) (k % 2 == 0 ? 0x80 : 0x7F);
            }
            assertThat(VectorMasks.gather(bytes, 1)).isEqualTo(mask);
        }
    }
}
