package io.leat.ops.state;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ArrayKernel;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** A tensor some parts of which, named by index tuples, are combined with updates, one tuple after the other. */
abstract class TensorScatter extends Op {
    private final Combination combination;

    TensorScatter(Combination combination) {
        this.combination = combination;
    }

    @Override
    protected void infer(Inference c) {
        IndexTuples.ignoresBad(c.attrs());
        Scattering.check(c.shape(0).withRankAtLeast(1), c.shape(1), c.shape(2));
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        var s = new Scattering(combination, c.shape(0), c.shape(1), c.shape(2));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(0));
        x.copyRange(0, y, 0, x.size());
        s.run(y, c.integers(1), Elements.of(c.input(2)), IndexTuples.ignoresBad(c.attrs()));
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        if (IndexTuples.ignoresBad(c.attrs()) || !Scattering.isFast(combination, t, c.dtype(1))) {
            return false;
        }
        Shape shape = c.shape(0);
        var s = new Scattering(combination, shape, c.shape(1), c.shape(2));
        int size = Math.toIntExact(shape.size());
        ArrayKernel kernel = (in, out, p) -> {
            System.arraycopy(in[0], 0, out[0], 0, size);
            s.run(out[0], in[1], in[2], p);
        };
        c.output(0, c.library(name(), kernel, t, shape, c.input(0), c.input(1), c.input(2)));
        return true;
    }
}
