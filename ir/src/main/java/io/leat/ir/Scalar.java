package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.InternalException;

/**
 * The kernel IR: what an elementwise kernel computes for one element. Interpreter, scalar, vector and fused kernels all
 * come from such an expression.
 *
 * <p>Every node has a dtype; half and bfloat16 nodes are computed in float32 and rounded after each node, as
 * TensorFlow's kernels do. No illegal node can exist: the constructors check the dtypes.
 */
public sealed interface Scalar {
    /** The dtype of the value: any but string, complex, quantised and handle dtypes. */
    DType type();

    /** The element of input {@code index} of the kernel. */
    record Input(int index, DType type) implements Scalar {
        public Input {
            requireSupported(type);
        }
    }

    /**
     * A constant; {@code integer} is its value for integer and bool dtypes (bit pattern for unsigned), {@code real} for
     * the floating ones.
     */
    record Constant(DType type, double real, long integer) implements Scalar {
        public Constant {
            requireSupported(type);
        }
    }

    /** The last component is what the others imply, kept because expressions may be deep. */
    record Unary(UnaryFunction function, Scalar x, DType type) implements Scalar {
        public Unary {
            if (!function.accepts(x.type()) || type != (function.isPredicate() ? DType.BOOL : x.type())) {
                throw new InternalException(function + " of " + x.type().signatureName());
            }
        }

        public Unary(UnaryFunction function, Scalar x) {
            this(function, x, function.isPredicate() ? DType.BOOL : x.type());
        }
    }

    record Binary(BinaryFunction function, Scalar a, Scalar b, DType type) implements Scalar {
        public Binary {
            if (a.type() != b.type()
                    || !function.accepts(a.type())
                    || type != (function.isComparison() ? DType.BOOL : a.type())) {
                throw new InternalException(function + " of " + a.type().signatureName() + " and "
                        + b.type().signatureName());
            }
        }

        public Binary(BinaryFunction function, Scalar a, Scalar b) {
            this(function, a, b, function.isComparison() ? DType.BOOL : a.type());
        }
    }

    record Select(Scalar condition, Scalar then, Scalar otherwise, DType type) implements Scalar {
        public Select {
            if (condition.type() != DType.BOOL || then.type() != otherwise.type() || type != then.type()) {
                throw new InternalException(
                        "select of " + condition.type() + ", " + then.type() + ", " + otherwise.type());
            }
        }

        public Select(Scalar condition, Scalar then, Scalar otherwise) {
            this(condition, then, otherwise, then.type());
        }
    }

    /**
     * Conversion as C++ does it. Floating values become integers by truncation towards zero: the nearest int32, or
     * int64 for 64 bit and uint32 targets (uint64 for uint64), whose low bits are the result; a NaN becomes 0. To bool,
     * everything but 0 is true.
     */
    record Cast(Scalar x, DType type) implements Scalar {
        public Cast {
            requireSupported(type);
        }
    }

    /** True for the dtypes that a kernel expression can compute with. */
    static boolean supports(DType type) {
        return type.isFloating() || type.isInteger() || type == DType.BOOL;
    }

    private static void requireSupported(DType type) {
        if (!supports(type)) {
            throw new InternalException("no kernel expressions of " + type.signatureName());
        }
    }

    static Scalar input(int index, DType type) {
        return new Input(index, type);
    }

    /** The constant {@code value} in dtype {@code type}. */
    static Scalar constant(double value, DType type) {
        return new Constant(type, value, (long) value);
    }

    /** The constant {@code value} in dtype {@code type}, exact for 64-bit integers. */
    static Scalar constant(long value, DType type) {
        return new Constant(type, (double) value, value);
    }

    /** A constant of this expression's dtype. */
    default Scalar constant(double value) {
        return constant(value, type());
    }

    default Scalar apply(UnaryFunction f) {
        return new Unary(f, this);
    }

    default Scalar apply(BinaryFunction f, Scalar b) {
        return new Binary(f, this, b);
    }

    default Scalar cast(DType to) {
        return to == type() ? this : new Cast(this, to);
    }

    default Scalar plus(Scalar b) {
        return apply(BinaryFunction.ADD, b);
    }

    default Scalar plus(double b) {
        return plus(constant(b));
    }

    default Scalar minus(Scalar b) {
        return apply(BinaryFunction.SUBTRACT, b);
    }

    default Scalar minus(double b) {
        return minus(constant(b));
    }

    default Scalar times(Scalar b) {
        return apply(BinaryFunction.MULTIPLY, b);
    }

    default Scalar times(double b) {
        return times(constant(b));
    }

    default Scalar dividedBy(Scalar b) {
        return apply(BinaryFunction.DIVIDE, b);
    }

    default Scalar dividedBy(double b) {
        return dividedBy(constant(b));
    }

    default Scalar max(Scalar b) {
        return apply(BinaryFunction.MAXIMUM, b);
    }

    default Scalar max(double b) {
        return max(constant(b));
    }

    default Scalar min(Scalar b) {
        return apply(BinaryFunction.MINIMUM, b);
    }

    default Scalar min(double b) {
        return min(constant(b));
    }

    default Scalar pow(Scalar b) {
        return apply(BinaryFunction.POW, b);
    }

    default Scalar neg() {
        return apply(UnaryFunction.NEGATE);
    }

    default Scalar abs() {
        return apply(UnaryFunction.ABS);
    }

    default Scalar sign() {
        return apply(UnaryFunction.SIGN);
    }

    default Scalar square() {
        return times(this);
    }

    default Scalar sqrt() {
        return apply(UnaryFunction.SQRT);
    }

    default Scalar rsqrt() {
        return apply(UnaryFunction.RSQRT);
    }

    default Scalar reciprocal() {
        return apply(UnaryFunction.RECIPROCAL);
    }

    default Scalar exp() {
        return apply(UnaryFunction.EXP);
    }

    default Scalar expm1() {
        return apply(UnaryFunction.EXPM1);
    }

    default Scalar log() {
        return apply(UnaryFunction.LOG);
    }

    default Scalar log1p() {
        return apply(UnaryFunction.LOG1P);
    }

    default Scalar tanh() {
        return apply(UnaryFunction.TANH);
    }

    default Scalar sigmoid() {
        return apply(UnaryFunction.SIGMOID);
    }

    default Scalar erf() {
        return apply(UnaryFunction.ERF);
    }

    default Scalar floor() {
        return apply(UnaryFunction.FLOOR);
    }

    default Scalar ceil() {
        return apply(UnaryFunction.CEIL);
    }

    default Scalar rint() {
        return apply(UnaryFunction.RINT);
    }

    default Scalar eq(Scalar b) {
        return apply(BinaryFunction.EQUAL, b);
    }

    default Scalar ne(Scalar b) {
        return apply(BinaryFunction.NOT_EQUAL, b);
    }

    default Scalar lt(Scalar b) {
        return apply(BinaryFunction.LESS, b);
    }

    default Scalar lt(double b) {
        return lt(constant(b));
    }

    default Scalar le(Scalar b) {
        return apply(BinaryFunction.LESS_EQUAL, b);
    }

    default Scalar gt(Scalar b) {
        return apply(BinaryFunction.GREATER, b);
    }

    default Scalar gt(double b) {
        return gt(constant(b));
    }

    default Scalar ge(Scalar b) {
        return apply(BinaryFunction.GREATER_EQUAL, b);
    }

    default Scalar and(Scalar b) {
        return apply(BinaryFunction.AND, b);
    }

    default Scalar or(Scalar b) {
        return apply(BinaryFunction.OR, b);
    }

    default Scalar not() {
        return apply(UnaryFunction.NOT);
    }

    /** {@code then} where this bool is true, else {@code otherwise}. */
    default Scalar select(Scalar then, Scalar otherwise) {
        return new Select(this, then, otherwise);
    }
}
