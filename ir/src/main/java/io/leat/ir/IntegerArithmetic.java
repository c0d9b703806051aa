package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;

/**
 * The meaning of the functions on integers and bools. A value is a long: sign-extended or zero-extended as the dtype
 * says, the bits of a uint64, or a bool's 0 or 1. Results wrap.
 */
final class IntegerArithmetic {
    private IntegerArithmetic() {}

    /** The value of {@code type} with the low bits of {@code x}; for bool 1 unless {@code x} is 0. */
    static long wrap(DType type, long x) {
        return switch (type) {
            case INT8 -> (byte) x;
            case UINT8 -> x & 0xFF;
            case INT16 -> (short) x;
            case UINT16 -> x & 0xFFFF;
            case INT32 -> (int) x;
            case UINT32 -> x & 0xFFFFFFFFL;
            case INT64, UINT64 -> x;
            case BOOL -> x != 0 ? 1 : 0;
            default -> throw new InternalException(type + " is not an integer");
        };
    }

    static long unary(UnaryFunction f, DType type, long x) {
        return switch (f) {
            case NEGATE -> wrap(type, -x);
            case ABS -> type.isUnsigned() ? x : wrap(type, Math.abs(x));
            case SIGN -> type.isUnsigned() ? (x == 0 ? 0 : 1) : Long.signum(x);
            case RECIPROCAL -> binary(BinaryFunction.DIVIDE, type, 1, x);
            case FLOOR, CEIL, RINT -> x;
            case NOT -> x ^ 1;
            case INVERT -> wrap(type, ~x);
            default -> throw new InternalException(f + " of an integer");
        };
    }

    /**
     * @throws ArithmeticException if a divisor is 0
     * @throws InvalidArgumentException if an exponent is negative
     */
    static long binary(BinaryFunction f, DType type, long a, long b) {
        boolean unsigned = type.isUnsigned();
        return switch (f) {
            case ADD -> wrap(type, a + b);
            case SUBTRACT -> wrap(type, a - b);
            case MULTIPLY -> wrap(type, a * b);
            case DIVIDE -> wrap(type, unsigned ? Long.divideUnsigned(a, b) : a / b);
            case FLOOR_DIVIDE -> wrap(type, unsigned ? Long.divideUnsigned(a, b) : Math.floorDiv(a, b));
            case FLOOR_MOD -> unsigned ? Long.remainderUnsigned(a, b) : Math.floorMod(a, b);
            case TRUNCATE_MOD -> unsigned ? Long.remainderUnsigned(a, b) : a % b;
            case MINIMUM -> compare(BinaryFunction.LESS, type, a, b) ? a : b;
            case MAXIMUM -> compare(BinaryFunction.GREATER, type, a, b) ? a : b;
            case POW -> power(type, a, b);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> wrap(type, a << shiftCount(type, b));
            case SHIFT_RIGHT -> type == DType.UINT64 ? a >>> shiftCount(type, b) : a >> shiftCount(type, b);
            default -> throw new InternalException(f + " of integers");
        };
    }

    static boolean compare(BinaryFunction f, DType type, long a, long b) {
        int order = type == DType.UINT64 ? Long.compareUnsigned(a, b) : Long.compare(a, b);
        return RealArithmetic.compare(f, order, 0);
    }

    private static int shiftCount(DType type, long count) {
        int most = type.bytes() * 8 - 1;
        if (type == DType.UINT64 && count < 0) {
            return most;
        }
        return (int) Math.max(0, Math.min(count, most));
    }

    private static long power(DType type, long base, long exponent) {
        if (exponent < 0 && !type.isUnsigned()) {
            throw new InvalidArgumentException("Integers to negative integer powers are not allowed");
        }
        long result = 1;
        long square = base;
        for (long e = exponent; e != 0; e >>>= 1) {
            if ((e & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return wrap(type, result);
    }
}
