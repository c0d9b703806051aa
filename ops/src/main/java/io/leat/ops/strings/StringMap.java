package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** Ops that make one string of each. */
abstract class StringMap extends Op {
    /** What becomes of the bytes of one string. */
    interface Rule {
        byte[] apply(byte[] from);
    }

    /** The rule that the attributes and the inputs after the first ask for. */
    protected abstract Rule rule(Compute c);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        Rule rule = rule(c);
        byte[][] in = Raw.strings(c.input(0));
        Elements out = Elements.allocate(DType.STRING, c.shape(0));
        for (int i = 0; i < in.length; i++) {
            out.setString(i, rule.apply(in[i]));
        }
        c.output(0, out.tensor());
    }

    /** Whether the attribute {@code encoding} asks for UTF-8 rather than ASCII. */
    static boolean isUtf8(Attrs attrs) {
        String encoding = attrs.text("encoding");
        if (!encoding.isEmpty() && !encoding.equals("utf-8")) {
            throw new InvalidArgumentException("only utf-8 or '' (no encoding) is supported, received " + encoding);
        }
        return !encoding.isEmpty();
    }
}
