package io.leat.ops.strings;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The strings of {@code inputs} one after the other, with {@code separator} between them; scalars go with every element. */
@OpSpec("StringJoin(inputs: N * string) -> (output: string); N: int >= 0; separator: string = ''")
public final class StringJoin extends Op {
    @Override
    protected void infer(Inference c) {
        Shape shape = Shape.SCALAR;
        boolean known = true;
        for (int i = 0; i < c.inputs(); i++) {
            Shape s = c.shape(i);
            known &= s.hasRank();
            if (s.rank() > 0) {
                shape = shape.rank() == 0 ? s : shape.merge(s);
            }
        }
        c.output(0, known || shape.rank() > 0 ? shape : Shape.UNKNOWN);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = Shape.SCALAR;
        for (int i = 0; i < c.inputs(); i++) {
            Shape s = c.shape(i);
            if (s.rank() > 0 && shape.rank() > 0 && !s.equals(shape)) {
                throw new InvalidArgumentException("Input shapes do not match: " + shape + " vs. " + s);
            }
            shape = s.rank() > 0 ? s : shape;
        }
        byte[] separator = c.attrs().text("separator").getBytes(StandardCharsets.UTF_8);
        Elements out = Elements.allocate(DType.STRING, shape);
        for (int e = 0; e < out.size(); e++) {
            var joined = new ByteArrayOutputStream();
            for (int i = 0; i < c.inputs(); i++) {
                if (i > 0) {
                    joined.writeBytes(separator);
                }
                joined.writeBytes(Raw.strings(c.input(i))[c.shape(i).rank() == 0 ? 0 : e]);
            }
            out.setString(e, joined.toByteArray());
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
