package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.tensor.raw.Elements;

/** The complex conjugate of the input with its dimensions in another order. */
@OpSpec("ConjugateTranspose(x: T, perm: Tperm) -> (y: T); T: type; Tperm: {int32, int64} = DT_INT32")
public final class ConjugateTranspose extends Permuting {
    @Override
    protected void compute(Compute c) {
        super.compute(c);
        if (c.outputDType(0).isComplex()) {
            long[] perm = c.integers(1);
            int[] p = new int[perm.length];
            for (int i = 0; i < p.length; i++) {
                p[i] = (int) (perm[i] < 0 ? perm[i] + p.length : perm[i]);
            }
            Elements y = Elements.of(Regrouping.permuted(c.input(0), p));
            for (int i = 0; i < y.size(); i++) {
                y.set(i, y.real(i), -y.imag(i));
            }
            c.output(0, y.tensor());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        return !c.dtype(0).isComplex() && super.lower(c);
    }
}
