package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.InternalException;

/**
 * The meaning of the functions on floating values. A value of any floating dtype is a double that the dtype can hold;
 * results of half and bfloat16 are computed in float32 and then rounded.
 */
final class RealArithmetic {
    private RealArithmetic() {}

    /** The value of {@code type} nearest to {@code x}; the 16 bit formats by way of float32. */
    static double round(DType type, double x) {
        return switch (type) {
            case FLOAT64 -> x;
            case FLOAT32 -> (float) x;
            case FLOAT16 -> Halves.fromFloat16(Halves.toFloat16((float) x));
            case BFLOAT16 -> Halves.fromBfloat16(Halves.toBfloat16((float) x));
            default -> throw new InternalException(type + " is not floating");
        };
    }

    static double unary(UnaryFunction f, DType type, double x, ScalarFunctions functions) {
        if (type == DType.FLOAT64) {
            return f.isElementary() ? functions.apply(f, x) : unary(f, x);
        }
        return round(type, f.isElementary() ? functions.apply(f, (float) x) : unary(f, (float) x));
    }

    static double binary(BinaryFunction f, DType type, double a, double b, ScalarFunctions functions) {
        if (type == DType.FLOAT64) {
            return f.isElementary() ? functions.apply(f, a, b) : binary(f, a, b);
        }
        float x = (float) a;
        float y = (float) b;
        return round(type, f.isElementary() ? functions.apply(f, x, y) : binary(f, x, y));
    }

    static boolean predicate(UnaryFunction f, double x) {
        return switch (f) {
            case IS_NAN -> Double.isNaN(x);
            case IS_INFINITE -> Double.isInfinite(x);
            case IS_FINITE -> Double.isFinite(x);
            default -> throw new InternalException(f + " is no predicate of floating values");
        };
    }

    static boolean compare(BinaryFunction f, double a, double b) {
        return switch (f) {
            case EQUAL -> a == b;
            case NOT_EQUAL -> a != b;
            case LESS -> a < b;
            case LESS_EQUAL -> a <= b;
            case GREATER -> a > b;
            case GREATER_EQUAL -> a >= b;
            default -> throw new InternalException(f + " is no comparison");
        };
    }

    private static float unary(UnaryFunction f, float x) {
        return switch (f) {
            case SQRT -> (float) Math.sqrt(x);
            case RSQRT -> 1 / (float) Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            default -> (float) unary(f, (double) x);
        };
    }

    private static double unary(UnaryFunction f, double x) {
        return switch (f) {
            case NEGATE -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x) + 0.0;
            case SQRT -> Math.sqrt(x);
            case RSQRT -> 1 / Math.sqrt(x);
            case RECIPROCAL -> 1 / x;
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case RINT -> Math.rint(x);
            default -> throw new InternalException(f + " of a floating value");
        };
    }

    private static float binary(BinaryFunction f, float a, float b) {
        return switch (f) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case FLOOR_DIVIDE -> (float) Math.floor(a / b);
            case FLOOR_MOD -> {
                float r = a % b;
                yield r != 0 && b < 0 != r < 0 ? r + b : r;
            }
            default -> (float) binary(f, (double) a, (double) b);
        };
    }

    private static double binary(BinaryFunction f, double a, double b) {
        return switch (f) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case FLOOR_DIVIDE -> Math.floor(a / b);
            case FLOOR_MOD -> {
                double r = a % b;
                yield r != 0 && b < 0 != r < 0 ? r + b : r;
            }
            case TRUNCATE_MOD -> a % b;
            case MINIMUM -> Math.min(a, b);
            case MAXIMUM -> Math.max(a, b);
            default -> throw new InternalException(f + " of floating values");
        };
    }
}
