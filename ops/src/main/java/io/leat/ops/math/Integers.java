package io.leat.ops.math;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;

/** Arithmetic of integer elements: longs that hold an element of some dtype, of uint64 the bits. */
final class Integers {
    private Integers() {}

    /** @throws InvalidArgumentException if {@code b} is 0 */
    static void requireDivisor(long b) {
        if (b == 0) {
            throw new InvalidArgumentException("Integer division by zero");
        }
    }

    static int compare(long a, long b, DType type) {
        return type == DType.UINT64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    }

    /**
     * The power by multiplying, of which the low bits are right in every dtype.
     *
     * @throws InvalidArgumentException if the exponent is negative
     */
    static long power(long base, long exponent) {
        if (exponent < 0) {
            throw new InvalidArgumentException("Integers to negative integer powers are not allowed");
        }
        long result = 1;
        long square = base;
        for (long e = exponent; e != 0; e >>= 1) {
            result *= (e & 1) != 0 ? square : 1;
            square *= square;
        }
        return result;
    }

    /** The lowest element of an integer or quantised dtype. */
    static long lowest(DType type) {
        return type.isUnsigned() ? 0 : Long.MIN_VALUE >> 64 - 8 * type.bytes();
    }

    /** The highest element of an integer or quantised dtype. */
    static long highest(DType type) {
        if (type == DType.UINT64) {
            return -1;
        }
        return Long.MAX_VALUE >> 64 - 8 * type.bytes() - (type.isUnsigned() ? 1 : 0);
    }
}
