package io.leat.kernels;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vector forms of {@link Masks} for floats, on vectors of eight lanes whatever the machine prefers: a mask is eight
 * bits, and eight bytes in memory.
 */
final class VectorMasks {

    private static final VectorSpecies<Float> S = FloatVector.SPECIES_256;
    private static final int L = 8;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Byte k has bit k. */
    private static final long DIAGONAL = 0x8040201008040201L;

    private static final long ONES = 0x0101010101010101L;

    /** Multiplying by it brings bit 8k to bit 56 + k. */
    private static final long GATHER = 0x0102040810204080L;

    private VectorMasks() {}

    /** Byte k becomes bit k of the mask. */
    static void spread(long mask, byte[] y, int yo) {
        long one = (mask * ONES) & DIAGONAL;
        LONG.set(y, yo, ((one + 0x7F * ONES) >>> 7) & ONES);
    }

    /** Bit k becomes the truth of byte k. */
    static long gather(byte[] c, int co) {
        long v = (long) LONG.get(c, co);
        long truth = ((((v & 0x7F * ONES) + 0x7F * ONES) | v) >>> 7) & ONES;
        return (truth * GATHER) >>> 56;
    }

    static void select(byte[] c, int co, float[] x, int xo, float[] y, int yo, float[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            VectorMask<Float> mask = VectorMask.fromLong(S, gather(c, co + i));
            FloatVector.fromArray(S, y, yo + i)
                    .blend(FloatVector.fromArray(S, x, xo + i), mask)
                    .intoArray(z, zo + i);
        }
        for (; i < n; i++) {
            z[zo + i] = c[co + i] != 0 ? x[xo + i] : y[yo + i];
        }
    }

    static void equal(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            spread(v.compare(EQ, FloatVector.fromArray(S, y, yo + i)).toLong(), z, zo + i);
        }
        for (; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] == y[yo + i] ? 1 : 0);
        }
    }

    static void notEqual(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            spread(v.compare(NE, FloatVector.fromArray(S, y, yo + i)).toLong(), z, zo + i);
        }
        for (; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] != y[yo + i] ? 1 : 0);
        }
    }

    static void less(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            spread(v.compare(LT, FloatVector.fromArray(S, y, yo + i)).toLong(), z, zo + i);
        }
        for (; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] < y[yo + i] ? 1 : 0);
        }
    }

    static void lessEqual(float[] x, int xo, float[] y, int yo, byte[] z, int zo, int n) {
        int i = 0;
        for (; i <= n - L; i += L) {
            FloatVector v = FloatVector.fromArray(S, x, xo + i);
            spread(v.compare(LE, FloatVector.fromArray(S, y, yo + i)).toLong(), z, zo + i);
        }
        for (; i < n; i++) {
            z[zo + i] = (byte) (x[xo + i] <= y[yo + i] ? 1 : 0);
        }
    }
}
