package io.leat.kernels;

/** Groups of random floats, one after the other, and the functions of floats that samplers use. */
final class FloatDraws {
    /** Numbers in a group: those of one block. */
    static final int GROUP = 4;

    private final Philox philox;
    private final int[] bits = new int[Philox.BLOCK];

    /** Takes the groups from {@code start} on, which does not move. */
    FloatDraws(Philox start) {
        philox = start.copy(0);
    }

    /** Uniform numbers in [0, 1). */
    void uniforms(float[] group) {
        philox.fill(bits, 0, 1);
        for (int i = 0; i < GROUP; i++) {
            group[i] = (bits[i] & 0x7FFFFF) * 0x1p-23f;
        }
    }

    /** Normal numbers. */
    void normals(float[] group) {
        philox.fill(bits, 0, 1);
        BoxMuller.pair(bits[0], bits[1], group, 0);
        BoxMuller.pair(bits[2], bits[3], group, 2);
    }

    static float exp(float x) {
        return (float) Math.exp(x);
    }

    static float log(float x) {
        return x == 0 ? Float.NEGATIVE_INFINITY : BoxMuller.log(x);
    }

    static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }
}
