package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.Arrays;
import java.util.List;

/** Normalising functions that are made of several ops. */
public final class Normalization {
    private Normalization() {}

    /**
     * {@code (x - mean) / sqrt(variance + epsilon) * scale + offset}, all of them broadcast to the shape of {@code x}.
     */
    @Endpoint("nn.batchNormalization")
    public static Output batchNormalization(
            Ops tf, Operand x, Operand mean, Operand variance, Operand offset, Operand scale, double epsilon) {
        Output factor = tf.call("Rsqrt", variance.output().plus(epsilon)).times(scale);
        return x.output().times(factor).plus(offset.output().minus(mean.output().times(factor)));
    }

    /** Mean and variance along {@code axes}, which stay as 1 when {@code keepDims}. */
    @Endpoint("nn.moments")
    public static List<Output> moments(Ops tf, Operand x, boolean keepDims, int... axes) {
        Output over = tf.constant(axes);
        Output mean = reduce(tf, "Mean", x.output(), over, true);
        Output deviation = tf.call("SquaredDifference", x, tf.call("StopGradient", mean));
        Output variance = reduce(tf, "Mean", deviation, over, keepDims);
        return List.of(
                keepDims
                        ? mean
                        : tf.op("Squeeze")
                                .input(mean)
                                .attr("squeeze_dims", longs(axes))
                                .add()
                                .output(0),
                variance);
    }

    /** {@code x / sqrt(max(sum(x^2), 1e-12))}, summed along {@code axes}. */
    @Endpoint("nn.l2Normalize")
    public static Output l2Normalize(Ops tf, Operand x, int... axes) {
        Output in = x.output();
        Output sum = reduce(tf, "Sum", in.square(), tf.constant(axes), true);
        return in.times(tf.call("Rsqrt", tf.call("Maximum", sum, tf.constant(1e-12, in.dtype()))));
    }

    private static Output reduce(Ops tf, String op, Output x, Output axes, boolean keepDims) {
        return tf.op(op).input(x).input(axes).attr("keep_dims", keepDims).add().output(0);
    }

    private static long[] longs(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
