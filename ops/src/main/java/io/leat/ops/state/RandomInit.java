package io.leat.ops.state;

import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Random initial values, with the nodes of TensorFlow's {@code random_uniform}, {@code random_normal} and {@code
 * truncated_normal}.
 *
 * @param a the lower bound, or the mean
 * @param b the upper bound, or the deviation
 * @param seed the op's own seed, or null
 */
record RandomInit(
        Kind kind,
        double a,
        double b,
        Shape shape,
        @Nullable Long seed) implements Init {
    /** Small constants are one node, as TensorFlow makes them. */
    private static final long LARGEST_CONSTANT = 1000;

    enum Kind {
        UNIFORM("random_uniform", "RandomUniform"),
        NORMAL("random_normal", "RandomStandardNormal"),
        TRUNCATED("truncated_normal", "TruncatedNormal");

        private final String scope;
        private final String op;

        Kind(String scope, String op) {
            this.scope = scope;
            this.op = op;
        }
    }

    enum Fan {
        IN,
        AVERAGE
    }

    RandomInit withSeed(long value) {
        return new RandomInit(kind, a, b, shape, value);
    }

    /** TensorFlow's {@code VarianceScaling}. */
    static RandomInit scaled(double scale, Fan fan, boolean uniform, long... dims) {
        Shape shape = Shape.of(dims);
        double variance = scale / Math.max(1, fan(fan, dims));
        if (uniform) {
            double limit = Math.sqrt(3 * variance);
            return new RandomInit(Kind.UNIFORM, -limit, limit, shape, null);
        }
        return new RandomInit(Kind.TRUNCATED, 0, Math.sqrt(variance) / TRUNCATED_DEVIATION, shape, null);
    }

    private static double fan(Fan fan, long... dims) {
        int n = dims.length;
        double field = 1;
        for (int i = 0; i < n - 2; i++) {
            field *= dims[i];
        }
        double in = n == 0 ? 1 : n == 1 ? dims[0] : dims[n - 2] * field;
        double out = n == 0 ? 1 : dims[n - 1] * field;
        return fan == Fan.IN ? in : (in + out) / 2;
    }

    @Override
    public Output value(Ops tf, DType dtype) {
        Ops scope = tf.withScope(kind.scope);
        long[] seeds = tf.graph().seeds(seed);
        Output numbers = scope.op(kind.op)
                .input(scope.withName("shape").constant(Tensor.vector(shape.intDims())))
                .attr("dtype", dtype)
                .attr("seed", seeds[0])
                .attr("seed2", seeds[1])
                .add()
                .output(0);
        boolean uniform = kind == Kind.UNIFORM;
        Output first = scope.withName(uniform ? "min" : "mean").constant(a, dtype);
        Output second = scope.withName(uniform ? "max" : "stddev").constant(b, dtype);
        Output range = uniform ? scope.withName("sub").call("Sub", second, first) : second;
        Output product = scope.withName("mul").call("Mul", numbers, range);
        return named(scope, "AddV2").input(product).input(first).add().output(0);
    }

    /** A tensor of {@code shape} that is {@code value} everywhere. */
    static Output fill(Ops tf, String name, Shape shape, double value, DType dtype) {
        if (shape.size() < LARGEST_CONSTANT) {
            return tf.withName(name).constant(Tensor.full(dtype, shape, value));
        }
        Ops scope = tf.withScope(name);
        Output dims = scope.withName("shape_as_tensor").constant(Tensor.vector(shape.intDims()));
        Output constant = scope.withName("Const").constant(value, dtype);
        return named(scope, "Fill").input(dims).input(constant).add().output(0);
    }

    /** A node with the name of the scope itself, as TensorFlow names the result of a composition. */
    private static NodeBuilder named(Ops scope, String op) {
        String prefix = scope.prefix();
        return scope.op(op).exactName(prefix.substring(0, prefix.length() - 1));
    }
}
