package io.leat.ops.nn;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The maxima of windows of volumes [batch, depth, height, width, channels] (or NCDHW). */
@OpSpec("MaxPool3D(input: T) -> (output: T); ksize: list(int) >= 5; strides: list(int) >= 5; padding: "
        + "{'SAME', 'VALID'}; data_format: {'NDHWC', 'NCDHW'} = 'NDHWC'; T: {half, bfloat16, float}")
public final class MaxPool3D extends MaxPooling {
    /** With window sizes and strides for all five dimensions; {@code padding} is SAME or VALID. */
    @Endpoint("nn.maxPool3d")
    public static Output of(Ops tf, Operand input, long[] ksize, long[] strides, String padding) {
        return tf.op("MaxPool3D")
                .input(input)
                .attr("ksize", ksize)
                .attr("strides", strides)
                .attr("padding", padding)
                .add()
                .output(0);
    }

    @Override
    int spatial() {
        return 3;
    }

    @Override
    String gradientOp() {
        return "MaxPool3DGrad";
    }
}
