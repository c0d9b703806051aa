package io.leat.ir;

/** The functions of two arguments of the same dtype in the kernel IR. */
public enum BinaryFunction {
    ADD,
    SUBTRACT,
    MULTIPLY,
    /** IEEE division; on integers it truncates towards zero and fails on a zero divisor. */
    DIVIDE,
    /** Rounds towards minus infinity; fails on a zero integer divisor. */
    FLOOR_DIVIDE,
    /** The remainder with the sign of the divisor; fails on a zero integer divisor. */
    FLOOR_MOD,
    /** The remainder with the sign of the dividend; fails on a zero integer divisor. */
    TRUNCATE_MOD,
    /** NaN if either argument is NaN. */
    MINIMUM,
    /** NaN if either argument is NaN. */
    MAXIMUM,
    POW,
    ATAN2,
    /** Logical on bools, bitwise on integers. */
    AND,
    OR,
    XOR,
    SHIFT_LEFT,
    /** Arithmetic on signed, logical on unsigned integers. */
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
}
