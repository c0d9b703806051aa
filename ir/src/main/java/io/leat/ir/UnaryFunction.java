package io.leat.ir;

/** The functions of one argument in the kernel IR. */
public enum UnaryFunction {
    NEGATE,
    ABS,
    /** -1, 0 or 1; NaN stays NaN. */
    SIGN,
    SQRT,
    RSQRT,
    RECIPROCAL,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    TANH,
    SIGMOID,
    ERF,
    ERFC,
    LGAMMA,
    DIGAMMA,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    ASINH,
    ACOSH,
    ATANH,
    FLOOR,
    CEIL,
    /** To the nearest integer, ties to even. */
    RINT,
    IS_NAN,
    IS_INFINITE,
    IS_FINITE,
    /** Logical negation of a bool. */
    NOT,
    /** Bitwise complement of an integer. */
    INVERT;

    /** True when the result is a bool whatever the argument. */
    public boolean isPredicate() {
        return switch (this) {
            case IS_NAN, IS_INFINITE, IS_FINITE, NOT -> true;
            default -> false;
        };
    }
}
