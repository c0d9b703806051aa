package io.leat.kernels;

/** Groups of random doubles, one after the other, and the functions of doubles that samplers use. */
final class DoubleDraws {
    /** Numbers in a group: those of one block. */
    static final int GROUP = 2;

    private final Philox philox;
    private final int[] bits = new int[Philox.BLOCK];

    /** Takes the groups from {@code start} on, which does not move. */
    DoubleDraws(Philox start) {
        philox = start.copy(0);
    }

    /** Uniform numbers in [0, 1). */
    void uniforms(double[] group) {
        philox.fill(bits, 0, 1);
        group[0] = RandomUniform.real(bits[0], bits[1]);
        group[1] = RandomUniform.real(bits[2], bits[3]);
    }

    /** Normal numbers. */
    void normals(double[] group) {
        philox.fill(bits, 0, 1);
        BoxMuller.pair(bits[0], bits[1], bits[2], bits[3], group, 0);
    }

    static double exp(double x) {
        return Math.exp(x);
    }

    static double log(double x) {
        return Math.log(x);
    }

    static double sqrt(double x) {
        return Math.sqrt(x);
    }
}
