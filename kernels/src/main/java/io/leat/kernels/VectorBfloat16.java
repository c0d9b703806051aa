package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.ZERO_EXTEND_S2I;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Vector API forms of the bfloat16 conversions in {@link HalfTiles}: each does the elements that fill vectors and
 * returns how many those are.
 */
final class VectorBfloat16 {
    private static final VectorSpecies<Float> S = Lanes.FLOAT;
    private static final VectorSpecies<Integer> I = Lanes.INT;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(S.vectorBitSize() / 2));

    private static final int L = S.length();

    private VectorBfloat16() {}

    static int widen(short[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            IntVector bits =
                    (IntVector) ShortVector.fromArray(SHORTS, x, xo + i).convertShape(ZERO_EXTEND_S2I, I, 0);
            bits.lanewise(LSHL, 16).reinterpretAsFloats().intoArray(y, yo + i);
        }
        return end;
    }

    static int narrow(float[] x, int xo, short[] y, int yo, int n) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            IntVector bits = rounded(FloatVector.fromArray(S, x, xo + i)).lanewise(LSHR, 16);
            ((ShortVector) bits.convertShape(VectorOperators.I2S, SHORTS, 0)).intoArray(y, yo + i);
        }
        return end;
    }

    static int round(float[] x, int xo, float[] y, int yo, int n) {
        int end = n - n % L;
        for (int i = 0; i < end; i += L) {
            IntVector bits = rounded(FloatVector.fromArray(S, x, xo + i)).and(0xFFFF0000);
            bits.reinterpretAsFloats().intoArray(y, yo + i);
        }
        return end;
    }

    /** Bits whose upper half is the nearest bfloat16. */
    private static IntVector rounded(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        VectorMask<Integer> nan = x.compare(NE, x).cast(I);
        IntVector nearest = bits.add(bits.lanewise(LSHR, 16).and(1)).add(0x7FFF);
        return nearest.blend(bits.and(0x80000000).or(0x7FC00000), nan);
    }
}
