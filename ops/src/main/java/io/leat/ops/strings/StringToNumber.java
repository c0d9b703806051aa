package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.nio.charset.StandardCharsets;

/** The numbers that strings say in decimal or, for floats, hexadecimal notation. */
@OpSpec("StringToNumber(string_tensor: string) -> (output: out_type); "
        + "out_type: {float, double, int32, int64, uint32, uint64} = DT_FLOAT")
public final class StringToNumber extends Op {
    @Endpoint("strings.toNumber")
    public static Output of(Ops tf, Operand input, DType outType) {
        return tf.op("StringToNumber")
                .input(input)
                .attr("out_type", outType)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        byte[][] in = Raw.strings(c.input(0));
        Elements out = Elements.allocate(c.outputDType(0), c.shape(0));
        for (int i = 0; i < in.length; i++) {
            if (!ParsedNumber.set(out, i, in[i])) {
                throw new InvalidArgumentException("StringToNumberOp could not correctly convert string: "
                        + new String(in[i], StandardCharsets.UTF_8));
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
