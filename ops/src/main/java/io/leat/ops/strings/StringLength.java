package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** The lengths of strings in bytes, or in characters of UTF-8. */
@OpSpec("StringLength(input: string) -> (output: int32); unit: {'BYTE', 'UTF8_CHAR'} = 'BYTE'")
public final class StringLength extends Op {
    @Endpoint("strings.length")
    public static Output of(Ops tf, Operand input) {
        return tf.call("StringLength", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        boolean characters = c.attrs().text("unit").equals("UTF8_CHAR");
        byte[][] in = Raw.strings(c.input(0));
        Elements out = Elements.allocate(DType.INT32, c.shape(0));
        for (int i = 0; i < in.length; i++) {
            int n = 0;
            for (byte b : in[i]) {
                n += characters && Bytes.isTrailing(b) ? 0 : 1;
            }
            out.setInteger(i, n);
        }
        c.output(0, out.tensor());
    }
}
