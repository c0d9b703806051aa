package io.leat.ops.random;

import io.leat.graph.Endpoint;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/** Random numbers for users; seeds follow the graph's rule ({@link Graph#seed}). */
public final class RandomNumbers {
    private RandomNumbers() {}

    /** Uniform in [0, 1), of the shape in an integer vector. */
    @Endpoint("random.uniform")
    public static Output uniform(Ops tf, Operand shape, DType dtype) {
        return op(tf, "RandomUniform", shape, dtype, null);
    }

    /** Uniform in [0, 1). */
    @Endpoint("random.uniform")
    public static Output uniform(Ops tf, Shape shape, DType dtype) {
        return uniform(tf, dims(tf, shape), dtype);
    }

    /** Uniform in [0, 1), with the op's own seed. */
    @Endpoint("random.uniform")
    public static Output uniform(Ops tf, Operand shape, DType dtype, long seed) {
        return op(tf, "RandomUniform", shape, dtype, seed);
    }

    /** Normal of mean 0 and deviation 1, of the shape in an integer vector. */
    @Endpoint("random.normal")
    public static Output normal(Ops tf, Operand shape, DType dtype) {
        return op(tf, "RandomStandardNormal", shape, dtype, null);
    }

    /** Normal of mean 0 and deviation 1. */
    @Endpoint("random.normal")
    public static Output normal(Ops tf, Shape shape, DType dtype) {
        return normal(tf, dims(tf, shape), dtype);
    }

    /** Normal of mean 0 and deviation 1, with the op's own seed. */
    @Endpoint("random.normal")
    public static Output normal(Ops tf, Operand shape, DType dtype, long seed) {
        return op(tf, "RandomStandardNormal", shape, dtype, seed);
    }

    /** Normal of mean 0 and deviation 1, drawn again outside of (-2, 2). */
    @Endpoint("random.truncatedNormal")
    public static Output truncatedNormal(Ops tf, Operand shape, DType dtype) {
        return op(tf, "TruncatedNormal", shape, dtype, null);
    }

    /** Normal of mean 0 and deviation 1, drawn again outside of (-2, 2). */
    @Endpoint("random.truncatedNormal")
    public static Output truncatedNormal(Ops tf, Shape shape, DType dtype) {
        return truncatedNormal(tf, dims(tf, shape), dtype);
    }

    /** Integers in [{@code low}, {@code high}), two scalars of dtype int32 or int64. */
    @Endpoint("random.uniformInt")
    public static Output uniformInt(Ops tf, Operand shape, Operand low, Operand high) {
        return seeded(tf, tf.op("RandomUniformInt").input(shape).input(low).input(high), null);
    }

    /** The rows of {@code value} in a random order. */
    @Endpoint("random.shuffle")
    public static Output shuffle(Ops tf, Operand value) {
        return seeded(tf, tf.op("RandomShuffle").input(value), null);
    }

    /** {@code samples} classes for each row of unnormalised log-probabilities. */
    @Endpoint("random.categorical")
    public static Output categorical(Ops tf, Operand logits, int samples) {
        return seeded(tf, tf.op("Multinomial").input(logits).input(tf.constant(samples)), null);
    }

    private static Output dims(Ops tf, Shape shape) {
        return tf.constant(Tensor.vector(shape.intDims()));
    }

    private static Output op(Ops tf, String op, Operand shape, DType dtype, @Nullable Long seed) {
        return seeded(tf, tf.op(op).input(shape).attr("dtype", dtype), seed);
    }

    private static Output seeded(Ops tf, NodeBuilder b, @Nullable Long seed) {
        long[] seeds = tf.graph().seeds(seed);
        return b.attr("seed", seeds[0]).attr("seed2", seeds[1]).add().output(0);
    }
}
