package io.leat.ops.image.codec;

/**
 * The inverse cosine transform of a block, with the roundings that all decoders of the reference family share, so that
 * pictures come out the same to the bit. Coefficients are in natural order; samples are clamped to 0 to 255.
 */
final class InverseDct {
    private static final int BITS = 13;
    private static final int EXTRA = 2;

    private InverseDct() {}

    private static byte clamp(int x) {
        int y = x + 128;
        return (byte) (y < 0 ? 0 : Math.min(y, 255));
    }

    private static int round(int x, int bits) {
        return x + (1 << (bits - 1)) >> bits;
    }

    /** By the algorithm of Loeffler, Ligtenberg and Moschytz with 12 multiplications, in 13 bits. */
    static void accurate(int[] c, int[] q, byte[] out, int at, int stride) {
        int[] w = new int[64];
        int[] r = new int[8];
        for (int x = 0; x < 8; x++) {
            for (int k = 0; k < 8; k++) {
                r[k] = c[8 * k + x] * q[8 * k + x];
            }
            accurateLine(r);
            for (int k = 0; k < 8; k++) {
                w[8 * k + x] = round(r[k], BITS - EXTRA);
            }
        }
        for (int y = 0; y < 8; y++) {
            System.arraycopy(w, 8 * y, r, 0, 8);
            accurateLine(r);
            for (int k = 0; k < 8; k++) {
                out[at + y * stride + k] = clamp(round(r[k], BITS + EXTRA + 3));
            }
        }
    }

    private static void accurateLine(int[] r) {
        // even part
        int z = (r[2] + r[6]) * 4433; // 0.541196100 * 2^13, and so on
        int a2 = z - r[6] * 15137;
        int a3 = z + r[2] * 6270;
        int a0 = r[0] + r[4] << BITS;
        int a1 = r[0] - r[4] << BITS;
        int e0 = a0 + a3;
        int e3 = a0 - a3;
        int e1 = a1 + a2;
        int e2 = a1 - a2;
        // odd part
        int b0 = r[7];
        int b1 = r[5];
        int b2 = r[3];
        int b3 = r[1];
        int z5 = (b0 + b2 + b1 + b3) * 9633;
        int z1 = (b0 + b3) * -7373;
        int z2 = (b1 + b2) * -20995;
        int z3 = (b0 + b2) * -16069 + z5;
        int z4 = (b1 + b3) * -3196 + z5;
        int o0 = b0 * 2446 + z1 + z3;
        int o1 = b1 * 16819 + z2 + z4;
        int o2 = b2 * 25172 + z2 + z3;
        int o3 = b3 * 12299 + z1 + z4;
        r[0] = e0 + o3;
        r[7] = e0 - o3;
        r[1] = e1 + o2;
        r[6] = e1 - o2;
        r[2] = e2 + o1;
        r[5] = e2 - o1;
        r[3] = e3 + o0;
        r[4] = e3 - o0;
    }

    /** The factors of the columns and rows in the fast transform: 1, and {@code sqrt(2) * cos(k * pi / 16)}. */
    private static final double[] SCALE = {
        1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.541196100, 0.275899379
    };

    /** The multipliers of {@link #fast} for a quantisation table. */
    static int[] fastTable(int[] q) {
        int[] t = new int[64];
        for (int i = 0; i < 64; i++) {
            int scale = (int) Math.floor(SCALE[i / 8] * SCALE[i % 8] * (1 << 14) + 0.5);
            t[i] = round(q[i] * scale, 12);
        }
        return t;
    }

    /**
     * By the algorithm of Arai, Agui and Nakajima with 5 multiplications in 8 bits, which cuts off instead of rounding.
     *
     * @param q of {@link #fastTable}
     */
    static void fast(int[] c, int[] q, byte[] out, int at, int stride) {
        int[] w = new int[64];
        int[] r = new int[8];
        for (int x = 0; x < 8; x++) {
            for (int k = 0; k < 8; k++) {
                r[k] = (short) (c[8 * k + x] * q[8 * k + x]);
            }
            fastLine(r);
            for (int k = 0; k < 8; k++) {
                w[8 * k + x] = r[k];
            }
        }
        for (int y = 0; y < 8; y++) {
            System.arraycopy(w, 8 * y, r, 0, 8);
            fastLine(r);
            for (int k = 0; k < 8; k++) {
                out[at + y * stride + k] = clamp(r[k] >> EXTRA + 3);
            }
        }
    }

    /** The product with a factor of 8 bits, in numbers of 16 bits. */
    private static int times(int x, int factor) {
        return (short) (x << 2) * (factor << 6) >> 16;
    }

    private static void fastLine(int[] r) {
        int a0 = r[0] + r[4];
        int a1 = r[0] - r[4];
        int a3 = r[2] + r[6];
        int a2 = times(r[2] - r[6], 362) - a3; // 1.414213562 * 2^8, and so on
        int e0 = a0 + a3;
        int e3 = a0 - a3;
        int e1 = a1 + a2;
        int e2 = a1 - a2;
        int z13 = r[5] + r[3];
        int z10 = r[5] - r[3];
        int z11 = r[1] + r[7];
        int z12 = r[1] - r[7];
        int o7 = z11 + z13;
        int z5 = times(z10 + z12, 473);
        int o10 = times(z12, 277) - z5;
        int o12 = times(z10, 256 - 669) - z10 + z5;
        int o6 = o12 - o7;
        int o5 = times(z11 - z13, 362) - o6;
        int o4 = o10 + o5;
        r[0] = (short) (e0 + o7);
        r[7] = (short) (e0 - o7);
        r[1] = (short) (e1 + o6);
        r[6] = (short) (e1 - o6);
        r[2] = (short) (e2 + o5);
        r[5] = (short) (e2 - o5);
        r[4] = (short) (e3 + o4);
        r[3] = (short) (e3 - o4);
    }

    /** To 4 x 4 samples, each of which stands for 2 x 2. */
    static void four(int[] c, int[] q, byte[] out, int at, int stride) {
        int[] w = new int[32];
        int[] r = new int[8];
        for (int x = 0; x < 8; x++) {
            if (x == 4) {
                continue;
            }
            for (int k = 0; k < 8; k++) {
                r[k] = c[8 * k + x] * q[8 * k + x];
            }
            fourLine(r);
            for (int k = 0; k < 4; k++) {
                w[8 * k + x] = round(r[k], BITS - EXTRA + 1);
            }
        }
        for (int y = 0; y < 4; y++) {
            System.arraycopy(w, 8 * y, r, 0, 8);
            fourLine(r);
            for (int k = 0; k < 4; k++) {
                out[at + y * stride + k] = clamp(round(r[k], BITS + EXTRA + 4));
            }
        }
    }

    private static void fourLine(int[] r) {
        int a = r[0] << BITS + 1;
        int b = r[2] * 15137 - r[6] * 6270;
        int inner = -r[7] * 1730 + r[5] * 11893 - r[3] * 17799 + r[1] * 8697;
        int outer = -r[7] * 4176 - r[5] * 4926 + r[3] * 7373 + r[1] * 20995;
        r[0] = a + b + outer;
        r[1] = a - b + inner;
        r[2] = a - b - inner;
        r[3] = a + b - outer;
    }

    /** To 2 x 2 samples, each of which stands for 4 x 4. */
    static void two(int[] c, int[] q, byte[] out, int at, int stride) {
        int[] w = new int[16];
        int[] r = new int[8];
        for (int x = 0; x < 8; x++) {
            if (x == 2 || x == 4 || x == 6) {
                continue;
            }
            for (int k = 0; k < 8; k++) {
                r[k] = c[8 * k + x] * q[8 * k + x];
            }
            twoLine(r);
            w[x] = round(r[0], BITS - EXTRA + 2);
            w[8 + x] = round(r[1], BITS - EXTRA + 2);
        }
        for (int y = 0; y < 2; y++) {
            System.arraycopy(w, 8 * y, r, 0, 8);
            twoLine(r);
            out[at + y * stride] = clamp(round(r[0], BITS + EXTRA + 5));
            out[at + y * stride + 1] = clamp(round(r[1], BITS + EXTRA + 5));
        }
    }

    private static void twoLine(int[] r) {
        int a = r[0] << BITS + 2;
        int b = -r[7] * 5906 + r[5] * 6967 - r[3] * 10426 + r[1] * 29692;
        r[0] = a + b;
        r[1] = a - b;
    }

    /** To the mean of the block. */
    static void one(int[] c, int[] q, byte[] out, int at) {
        out[at] = clamp(round(c[0] * q[0], 3));
    }
}
