package io.leat.ops.state;

import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The initial value of a variable: its shape, and the nodes that compute it.
 *
 * <p>The scaled forms are TensorFlow's {@code VarianceScaling}. Fans of a shape: of a vector both are its length; of a
 * matrix the rows and columns; of a convolution kernel {@code [..., in, out]} the channels times the product of the other
 * dimensions. Random ones take their seeds by the graph's rule ({@link Graph#seed}).
 */
public interface Init {
    /** TensorFlow's: the deviation of a normal distribution that is cut at two deviations. */
    double TRUNCATED_DEVIATION = .87962566103423978;

    Shape shape();

    /** The dtype, when it follows from the value. */
    default @Nullable DType dtype() {
        return null;
    }

    /** Adds the nodes that compute the value of {@link #shape} and of {@code dtype} to the scope of {@code tf}. */
    Output value(Ops tf, DType dtype);

    /** An initial value that {@code maker} makes. */
    static Init of(Shape shape, BiFunction<Ops, DType, Output> maker) {
        return new Init() {
            @Override
            public Shape shape() {
                return shape;
            }

            @Override
            public Output value(Ops tf, DType dtype) {
                return maker.apply(tf, dtype);
            }
        };
    }

    /** Exactly this value, and its dtype. */
    static Init of(Tensor value) {
        return new Init() {
            @Override
            public Shape shape() {
                return value.shape();
            }

            @Override
            public DType dtype() {
                return value.dtype();
            }

            @Override
            public Output value(Ops tf, DType dtype) {
                Output constant = tf.withName("initial_value").constant(value);
                return dtype == value.dtype()
                        ? constant
                        : tf.op("Cast")
                                .input(constant)
                                .attr("DstT", dtype)
                                .add()
                                .output(0);
            }
        };
    }

    /** Whatever an output of the graph is, whose shape must be known; the initialiser runs what it needs. */
    static Init of(Output value) {
        return new Init() {
            @Override
            public Shape shape() {
                return value.shape();
            }

            @Override
            public DType dtype() {
                return value.dtype();
            }

            @Override
            public Output value(Ops tf, DType dtype) {
                return tf.withName("initial_value").call("Identity", value);
            }
        };
    }

    static Init zeros(long... dims) {
        return constant(0, dims);
    }

    static Init ones(long... dims) {
        return constant(1, dims);
    }

    /** {@code value} everywhere. */
    static Init constant(double value, long... dims) {
        Shape shape = Shape.of(dims);
        String name = value == 0 ? "zeros" : value == 1 ? "ones" : "Const";
        return of(shape, (tf, dtype) -> RandomInit.fill(tf, name, shape, value, dtype));
    }

    /** Uniform in [{@code low}, {@code high}). */
    static Init randomUniform(double low, double high, long... dims) {
        return new RandomInit(RandomInit.Kind.UNIFORM, low, high, Shape.of(dims), null);
    }

    /** Normal with the given mean and deviation. */
    static Init randomNormal(double mean, double deviation, long... dims) {
        return new RandomInit(RandomInit.Kind.NORMAL, mean, deviation, Shape.of(dims), null);
    }

    /** Normal with the given mean and deviation, drawn again beyond two deviations. */
    static Init truncatedNormal(double mean, double deviation, long... dims) {
        return new RandomInit(RandomInit.Kind.TRUNCATED, mean, deviation, Shape.of(dims), null);
    }

    /** {@code random} with its own seed, as TensorFlow's initialisers take one; of others, itself. */
    static Init seeded(long seed, Init random) {
        return random instanceof RandomInit r ? r.withSeed(seed) : random;
    }

    /** Uniform within ±√(6 / (fan in + fan out)). */
    static Init glorotUniform(long... dims) {
        return RandomInit.scaled(1, RandomInit.Fan.AVERAGE, true, dims);
    }

    /** Truncated normal of variance 2 / (fan in + fan out). */
    static Init glorotNormal(long... dims) {
        return RandomInit.scaled(1, RandomInit.Fan.AVERAGE, false, dims);
    }

    /** Uniform within ±√(6 / fan in). */
    static Init heUniform(long... dims) {
        return RandomInit.scaled(2, RandomInit.Fan.IN, true, dims);
    }

    /** Truncated normal of variance 2 / fan in. */
    static Init heNormal(long... dims) {
        return RandomInit.scaled(2, RandomInit.Fan.IN, false, dims);
    }

    /** Uniform within ±√(3 / fan in). */
    static Init lecunUniform(long... dims) {
        return RandomInit.scaled(1, RandomInit.Fan.IN, true, dims);
    }

    /** Truncated normal of variance 1 / fan in. */
    static Init lecunNormal(long... dims) {
        return RandomInit.scaled(1, RandomInit.Fan.IN, false, dims);
    }
}
