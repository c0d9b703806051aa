package io.leat.ir;

import io.leat.tensor.DType;

/** The functions of two arguments of the same dtype in the kernel IR. */
public enum BinaryFunction {
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** IEEE division; on integers it truncates towards zero and fails on a zero divisor. */
    DIVIDE,
    /** The quotient, rounded, then towards minus infinity; fails on a zero integer divisor. */
    FLOOR_DIVIDE,
    /** The remainder with the sign of the divisor; fails on a zero integer divisor. */
    FLOOR_MOD,
    /** The remainder with the sign of the dividend; fails on a zero integer divisor. */
    TRUNCATE_MOD,
    /** NaN if either argument is NaN. */
    MINIMUM,
    /** NaN if either argument is NaN. */
    MAXIMUM,
    /** Integers wrap, and fail on a negative exponent. */
    POW,
    ATAN2,
    /** Logical on bools, bitwise on integers. */
    AND,
    OR,
    XOR,
    /** By at least 0 and at most the number of bits less 1: other counts become the nearest of these. */
    SHIFT_LEFT,
    /** Arithmetic on signed, logical on unsigned integers; the count as for {@link #SHIFT_LEFT}. */
    SHIFT_RIGHT,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL;

    /** True when the result is a bool whatever the arguments. */
    public boolean isComparison() {
        return switch (this) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> true;
            default -> false;
        };
    }

    /** Whether the function is defined for arguments of {@code type}. */
    public boolean accepts(DType type) {
        return switch (this) {
            case ATAN2 -> type.isFloating();
            case AND, OR, XOR -> type.isInteger() || type == DType.BOOL;
            case SHIFT_LEFT, SHIFT_RIGHT -> type.isInteger();
            case EQUAL, NOT_EQUAL -> true;
            default -> type.isFloating() || type.isInteger();
        };
    }

    /** True for the functions of floating arguments that are asked of {@link ScalarFunctions}. */
    public boolean isElementary() {
        return this == POW || this == ATAN2;
    }
}
