package io.leat.compiler.codegen;

import io.leat.ir.BinaryFunction;
import io.leat.ir.ScalarFunctions;
import io.leat.ir.UnaryFunction;
import io.leat.kernels.Elementary;
import io.leat.tensor.InternalException;

/** The elementary functions that generated code calls, for the interpreter. */
final class LibraryFunctions implements ScalarFunctions {
    static final LibraryFunctions INSTANCE = new LibraryFunctions();

    private LibraryFunctions() {}

    @Override
    public float apply(UnaryFunction f, float x) {
        return switch (f) {
            case EXP -> Elementary.exp(x);
            case EXPM1 -> Elementary.expm1(x);
            case LOG -> Elementary.log(x);
            case LOG1P -> Elementary.log1p(x);
            case TANH -> Elementary.tanh(x);
            case SIGMOID -> Elementary.sigmoid(x);
            case ERF -> Elementary.erf(x);
            case ERFC -> Elementary.erfc(x);
            case LGAMMA -> Elementary.lgamma(x);
            case DIGAMMA -> Elementary.digamma(x);
            case SIN -> Elementary.sin(x);
            case COS -> Elementary.cos(x);
            case TAN -> Elementary.tan(x);
            case ASIN -> Elementary.asin(x);
            case ACOS -> Elementary.acos(x);
            case ATAN -> Elementary.atan(x);
            case SINH -> Elementary.sinh(x);
            case COSH -> Elementary.cosh(x);
            case ASINH -> Elementary.asinh(x);
            case ACOSH -> Elementary.acosh(x);
            case ATANH -> Elementary.atanh(x);
            default -> throw new InternalException(f + " is not elementary");
        };
    }

    @Override
    public double apply(UnaryFunction f, double x) {
        return switch (f) {
            case EXP -> Elementary.exp(x);
            case EXPM1 -> Elementary.expm1(x);
            case LOG -> Elementary.log(x);
            case LOG1P -> Elementary.log1p(x);
            case TANH -> Elementary.tanh(x);
            case SIGMOID -> Elementary.sigmoid(x);
            case ERF -> Elementary.erf(x);
            case ERFC -> Elementary.erfc(x);
            case LGAMMA -> Elementary.lgamma(x);
            case DIGAMMA -> Elementary.digamma(x);
            case SIN -> Elementary.sin(x);
            case COS -> Elementary.cos(x);
            case TAN -> Elementary.tan(x);
            case ASIN -> Elementary.asin(x);
            case ACOS -> Elementary.acos(x);
            case ATAN -> Elementary.atan(x);
            case SINH -> Elementary.sinh(x);
            case COSH -> Elementary.cosh(x);
            case ASINH -> Elementary.asinh(x);
            case ACOSH -> Elementary.acosh(x);
            case ATANH -> Elementary.atanh(x);
            default -> throw new InternalException(f + " is not elementary");
        };
    }

    @Override
    public float apply(BinaryFunction f, float a, float b) {
        return switch (f) {
            case POW -> Elementary.pow(a, b);
            case ATAN2 -> Elementary.atan2(a, b);
            default -> throw new InternalException(f + " is not elementary");
        };
    }

    @Override
    public double apply(BinaryFunction f, double a, double b) {
        return switch (f) {
            case POW -> Elementary.pow(a, b);
            case ATAN2 -> Elementary.atan2(a, b);
            default -> throw new InternalException(f + " is not elementary");
        };
    }
}
