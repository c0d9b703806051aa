package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** {@code value + bias}, where the vector {@code bias} has an element for each channel. */
@OpSpec("BiasAdd(value: T, bias: T) -> (output: T); T: numbertype; data_format: {'NHWC', 'NCHW'} = 'NHWC'")
public final class BiasAdd extends BiasAddition {
    /** {@code value + bias}; the last dimension of {@code value} has as many elements as {@code bias}. */
    @Endpoint("nn.biasAdd")
    public static Output of(Ops tf, Operand value, Operand bias) {
        return tf.call("BiasAdd", value, bias);
    }

    /** {@code value + bias}, along the last dimension or, for data format {@code NCHW}, the second one. */
    @Endpoint("nn.biasAdd")
    public static Output of(Ops tf, Operand value, Operand bias, String dataFormat) {
        return tf.op("BiasAdd")
                .input(value)
                .input(bias)
                .attr("data_format", dataFormat)
                .add()
                .output(0);
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, b.dy(0));
        b.dx(
                1,
                b.tf().op("BiasAddGrad")
                        .input(b.dy(0))
                        .attr("data_format", b.attrs().text("data_format"))
                        .add()
                        .output(0));
    }
}
