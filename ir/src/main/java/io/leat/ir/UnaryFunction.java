package io.leat.ir;

import io.leat.tensor.DType;

/** The functions of one argument in the kernel IR. */
public enum UnaryFunction {
    /** Unsigned and smallest integers wrap. */
    NEGATE,
    /** The smallest integer stays itself, an unsigned one too. */
    ABS,
    /** -1, 0 or 1 (never -0); NaN stays NaN. */
    SIGN,
    SQRT,
    /** {@code 1 / sqrt(x)}, both rounded. */
    RSQRT,
    /** {@code 1 / x}; on integers it fails on zero. */
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
    /** Integers stay what they are. */
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

    /** Whether the function is defined for arguments of {@code type}. */
    public boolean accepts(DType type) {
        return switch (this) {
            case NEGATE, ABS, SIGN, RECIPROCAL, FLOOR, CEIL, RINT -> type.isFloating() || type.isInteger();
            case NOT -> type == DType.BOOL;
            case INVERT -> type.isInteger();
            default -> type.isFloating();
        };
    }

    /**
     * True for the functions whose results are only close to the mathematical ones, and are asked of
     * {@link ScalarFunctions}; all others are exact or rounded correctly.
     */
    public boolean isElementary() {
        return switch (this) {
            case EXP,
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
                    ATANH -> true;
            default -> false;
        };
    }
}
