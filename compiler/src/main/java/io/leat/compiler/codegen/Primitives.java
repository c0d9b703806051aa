package io.leat.compiler.codegen;

import io.leat.tensor.Halves;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Casts;

/**
 * What generated code calls for one element. Overloads take the JVM types of the arguments; those of integers up to 32
 * bits are widened to int, as the dtype's signedness says. Where no branch is written none must be: those methods stand
 * in loops that are to be vectorised.
 */
final class Primitives {
    private Primitives() {}

    static float roundFloat16(float x) {
        return Float.float16ToFloat(Float.floatToFloat16(x));
    }

    static float roundBfloat16(float x) {
        return Halves.fromBfloat16(Halves.toBfloat16(x));
    }

    static int less(float a, float b) {
        return a < b ? 1 : 0;
    }

    static int lessEqual(float a, float b) {
        return a <= b ? 1 : 0;
    }

    static int equal(float a, float b) {
        return a == b ? 1 : 0;
    }

    static int notEqual(float a, float b) {
        return a != b ? 1 : 0;
    }

    static int less(double a, double b) {
        return a < b ? 1 : 0;
    }

    static int lessEqual(double a, double b) {
        return a <= b ? 1 : 0;
    }

    static int equal(double a, double b) {
        return a == b ? 1 : 0;
    }

    static int notEqual(double a, double b) {
        return a != b ? 1 : 0;
    }

    /** The sign of the difference, had it 33 bits. */
    static int less(int a, int b) {
        return (a & ~b | ~(a ^ b) & a - b) >>> 31;
    }

    static int lessEqual(int a, int b) {
        return less(b, a) ^ 1;
    }

    static int equal(int a, int b) {
        return notEqual(a, b) ^ 1;
    }

    static int notEqual(int a, int b) {
        int d = a ^ b;
        return (d | -d) >>> 31;
    }

    static int less(long a, long b) {
        return (int) ((a & ~b | ~(a ^ b) & a - b) >>> 63);
    }

    static int lessEqual(long a, long b) {
        return less(b, a) ^ 1;
    }

    static int equal(long a, long b) {
        return notEqual(a, b) ^ 1;
    }

    static int lessUnsigned(int a, int b) {
        return less(a ^ Integer.MIN_VALUE, b ^ Integer.MIN_VALUE);
    }

    static int lessEqualUnsigned(int a, int b) {
        return lessUnsigned(b, a) ^ 1;
    }

    static int lessUnsigned(long a, long b) {
        return less(a ^ Long.MIN_VALUE, b ^ Long.MIN_VALUE);
    }

    static int lessEqualUnsigned(long a, long b) {
        return lessUnsigned(b, a) ^ 1;
    }

    static int notEqual(long a, long b) {
        long d = a ^ b;
        return (int) ((d | -d) >>> 63);
    }

    static float select(int condition, float a, float b) {
        return condition != 0 ? a : b;
    }

    static double select(int condition, double a, double b) {
        return condition != 0 ? a : b;
    }

    static int select(int condition, int a, int b) {
        return b ^ (a ^ b) & -condition;
    }

    static long select(int condition, long a, long b) {
        return b ^ (a ^ b) & -(long) condition;
    }

    static float floorMod(float a, float b) {
        float r = a % b;
        return r != 0 && b < 0 != r < 0 ? r + b : r;
    }

    static double floorMod(double a, double b) {
        double r = a % b;
        return r != 0 && b < 0 != r < 0 ? r + b : r;
    }

    static int sign(int x) {
        return x >> 31 | -x >>> 31;
    }

    static long sign(long x) {
        return x >> 63 | -x >>> 63;
    }

    /** Of an unsigned number. */
    static int signUnsigned(int x) {
        return (x | -x) >>> 31;
    }

    /** Of an unsigned number. */
    static long signUnsigned(long x) {
        return (x | -x) >>> 63;
    }

    static int minUnsigned(int a, int b) {
        return Math.min(a ^ Integer.MIN_VALUE, b ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
    }

    static int maxUnsigned(int a, int b) {
        return Math.max(a ^ Integer.MIN_VALUE, b ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
    }

    static long minUnsigned(long a, long b) {
        return Math.min(a ^ Long.MIN_VALUE, b ^ Long.MIN_VALUE) ^ Long.MIN_VALUE;
    }

    static long maxUnsigned(long a, long b) {
        return Math.max(a ^ Long.MIN_VALUE, b ^ Long.MIN_VALUE) ^ Long.MIN_VALUE;
    }

    static int count(int count, int most) {
        return Math.max(0, Math.min(count, most));
    }

    static int countUnsigned(int count, int most) {
        return minUnsigned(count, most);
    }

    static int count(long count, int most) {
        return (int) Math.max(0, Math.min(count, most));
    }

    static int countUnsigned(long count, int most) {
        return (int) minUnsigned(count, most);
    }

    static int pow(int base, int exponent) {
        return (int) pow((long) base, (long) exponent);
    }

    static int powUnsigned(int base, int exponent) {
        return (int) powUnsigned(base, exponent & 0xFFFFFFFFL);
    }

    static long pow(long base, long exponent) {
        if (exponent < 0) {
            throw new InvalidArgumentException("Integers to negative integer powers are not allowed");
        }
        return powUnsigned(base, exponent);
    }

    static long powUnsigned(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long e = exponent; e != 0; e >>>= 1) {
            if ((e & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    static long toUnsignedLong(double x) {
        return x >= 0x1p63 ? (long) (x - 0x1p63) ^ Long.MIN_VALUE : (long) x;
    }

    static double unsignedToDouble(long x) {
        return Casts.unsignedToDouble(x);
    }

    static float unsignedToFloat(long x) {
        return Casts.unsignedToFloat(x);
    }
}
