package io.leat.ir;

import io.leat.ir.Scalar.Binary;
import io.leat.ir.Scalar.Cast;
import io.leat.ir.Scalar.Constant;
import io.leat.ir.Scalar.Unary;
import io.leat.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The identities that {@link ScalarSimplifier} applies to nodes whose arguments are shared; see there. */
final class SimplerForms {
    private SimplerForms() {}

    static Scalar of(Unary u) {
        if (!(u.x() instanceof Unary inner)) {
            return roundsIntegers(u) ? u.x() : u;
        }
        Scalar x = inner.x();
        return switch (u.function()) {
            case NEGATE, NOT, INVERT -> inner.function() == u.function() ? x : u;
            case ABS ->
                switch (inner.function()) {
                    case ABS -> inner;
                    case NEGATE -> x.type().isUnsigned() ? u : x.abs();
                    default -> u;
                };
            case SIGN -> inner.function() == u.function() ? inner : u;
            case FLOOR, CEIL, RINT ->
                roundsIntegers(u)
                        ? u.x()
                        : switch (inner.function()) {
                            case FLOOR, CEIL, RINT -> inner;
                            default -> u;
                        };
            default -> u;
        };
    }

    private static boolean roundsIntegers(Unary u) {
        return switch (u.function()) {
            case FLOOR, CEIL, RINT -> !u.type().isFloating();
            default -> false;
        };
    }

    static Scalar of(Cast c) {
        Scalar x = c.x();
        if (x.type() == c.type()) {
            return x;
        }
        return x instanceof Cast(var y, var middle) && y.type() == c.type() && holds(middle, y.type()) ? y : c;
    }

    /** Whether every value of {@code narrow} is one of {@code wide}. */
    private static boolean holds(DType wide, DType narrow) {
        if (narrow == DType.BOOL) {
            return true;
        }
        int digits = significantBits(narrow);
        return switch (wide) {
            case FLOAT64 -> narrow.isFloating() || digits <= 53;
            case FLOAT32 -> narrow == DType.FLOAT16 || narrow == DType.BFLOAT16 || narrow.isInteger() && digits <= 24;
            case FLOAT16, BFLOAT16, BOOL -> false;
            default ->
                narrow.isInteger() && digits <= significantBits(wide) && (narrow.isUnsigned() || !wide.isUnsigned());
        };
    }

    private static int significantBits(DType type) {
        return type.bytes() * 8 - (type.isUnsigned() ? 0 : 1);
    }

    static Scalar of(Binary f) {
        Scalar a = f.a();
        Scalar b = f.b();
        if (a == b) {
            return ofSame(f);
        }
        Scalar right = b instanceof Constant c ? withConstant(f.function(), a, c) : null;
        if (right != null) {
            return right;
        }
        boolean commutes = switch (f.function()) {
            case ADD, MULTIPLY, AND, OR, XOR -> true;
            default -> false;
        };
        Scalar left = commutes && a instanceof Constant c ? withConstant(f.function(), b, c) : null;
        return left != null ? left : f;
    }

    private static Scalar ofSame(Binary f) {
        Scalar x = f.a();
        boolean real = x.type().isFloating();
        return switch (f.function()) {
            case MINIMUM, MAXIMUM, AND, OR -> x;
            case SUBTRACT, XOR -> real ? f : constant(0, x.type());
            case EQUAL, LESS_EQUAL, GREATER_EQUAL -> real ? f : constant(1, DType.BOOL);
            case NOT_EQUAL, LESS, GREATER -> real ? f : constant(0, DType.BOOL);
            default -> f;
        };
    }

    private static Scalar constant(long value, DType type) {
        return Scalar.constant(value, type);
    }

    /** A simpler form of {@code f(x, c)}, or null. */
    private static @Nullable Scalar withConstant(BinaryFunction f, Scalar x, Constant c) {
        if (x.type() == DType.BOOL) {
            return withBool(f, x, c.integer() != 0);
        }
        return x.type().isFloating() ? withReal(f, x, c.real()) : withInteger(f, x, c);
    }

    private static @Nullable Scalar withBool(BinaryFunction f, Scalar x, boolean c) {
        return switch (f) {
            case AND -> c ? x : constant(0, DType.BOOL);
            case OR -> c ? constant(1, DType.BOOL) : x;
            case XOR, NOT_EQUAL -> c ? x.not() : x;
            case EQUAL -> c ? x : x.not();
            default -> null;
        };
    }

    private static @Nullable Scalar withReal(BinaryFunction f, Scalar x, double c) {
        boolean zero = c == 0;
        boolean negative = Double.doubleToRawLongBits(c) < 0;
        return switch (f) {
            case ADD -> zero && negative ? x : null;
            case SUBTRACT -> zero && !negative ? x : null;
            case MULTIPLY -> c == 1 ? x : c == -1 ? x.neg() : null;
            case DIVIDE -> c == 1 ? x : c == -1 ? x.neg() : isInvertible(x.type(), c) ? x.times(1 / c) : null;
            default -> null;
        };
    }

    /** Whether dividing by {@code c} and multiplying by its reciprocal is the same: both are powers of two. */
    private static boolean isInvertible(DType type, double c) {
        int exponent = Math.getExponent(c);
        int limit = type == DType.FLOAT64 ? 1022 : type == DType.FLOAT32 ? 126 : -1;
        return Math.abs(exponent) <= limit && Math.abs(c) == Math.scalb(1.0, exponent);
    }

    private static @Nullable Scalar withInteger(BinaryFunction f, Scalar x, Constant constant) {
        long c = IntegerArithmetic.wrap(constant.type(), constant.integer());
        long ones = IntegerArithmetic.wrap(constant.type(), -1);
        return switch (f) {
            case ADD, SUBTRACT, XOR, SHIFT_LEFT, SHIFT_RIGHT -> c == 0 ? x : null;
            case OR -> c == 0 ? x : c == ones ? constant(ones, x.type()) : null;
            case AND -> c == ones ? x : c == 0 ? constant(0, x.type()) : null;
            case MULTIPLY -> c == 1 ? x : c == 0 ? constant(0, x.type()) : null;
            case DIVIDE, FLOOR_DIVIDE -> c == 1 ? x : null;
            default -> null;
        };
    }
}
