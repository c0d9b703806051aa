package io.leat.ops.strings;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** Ops that hash strings to numbers from 0 to below {@code num_buckets}. */
abstract class HashBucket extends Op {
    /** The hash of one string. */
    interface Hash {
        long of(byte[] s);
    }

    protected abstract Hash hash(Attrs attrs);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        long buckets = c.attrs().integer("num_buckets");
        Hash hash = hash(c.attrs());
        byte[][] in = Raw.strings(c.input(0));
        Elements out = Elements.allocate(DType.INT64, c.shape(0));
        for (int i = 0; i < in.length; i++) {
            out.setInteger(i, Long.remainderUnsigned(hash.of(in[i]), buckets));
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
