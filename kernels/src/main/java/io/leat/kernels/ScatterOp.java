package io.leat.kernels;

/** What a scattered element does to the one it meets. */
public enum ScatterOp {
    /** Replaces it. */
    UPDATE,
    /** Is added. */
    ADD,
    /** Is subtracted. */
    SUB,
    /** Multiplies. */
    MUL,
    /** Divides; integers throw {@link ArithmeticException} for a zero, with earlier elements written. */
    DIV,
    /** Replaces a greater one. A NaN replaces nothing, and is replaced by nothing. */
    MIN,
    /** Replaces a smaller one. A NaN replaces nothing, and is replaced by nothing. */
    MAX
}
