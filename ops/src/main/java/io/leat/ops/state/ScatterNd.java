package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.kernels.StridedCopy;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Zeros of shape {@code shape} to which updates are added where index tuples say:
 * {@code output[indices[i, 0], indices[i, 1], ...] += updates[i, ...]}.
 */
@OpSpec("ScatterNd(indices: Tindices, updates: T, shape: Tindices) -> (output: T); T: type; "
        + "Tindices: {int16, int32, int64}; bad_indices_policy: string = ''")
public final class ScatterNd extends Op {
    @Endpoint("scatterNd")
    public static Output of(Ops tf, Operand indices, Operand updates, Operand shape) {
        return tf.call("ScatterNd", indices, updates, shape);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(2, 1);
        IndexTuples.ignoresBad(c.attrs());
        Shape shape = c.shapeValue(2);
        Scattering.check(shape, c.shape(0), c.shape(1));
        c.output(0, shape);
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = Shape.of(c.integers(2)).requireFullyKnown();
        var s = new Scattering(Combination.ADD, shape, c.shape(0), c.shape(1));
        Elements y = Elements.allocate(c.outputDType(0), shape);
        s.run(y, c.integers(0), Elements.of(c.input(1)), IndexTuples.ignoresBad(c.attrs()));
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(1);
        if (IndexTuples.ignoresBad(c.attrs()) || !Scattering.isFast(Combination.ADD, t, c.dtype(0))) {
            return false;
        }
        Shape shape = c.outputShape(0);
        var s = new Scattering(Combination.ADD, shape, c.shape(0), c.shape(1));
        int size = Math.toIntExact(shape.size());
        Object zero = t.newArray(1);
        ArrayKernel kernel = (in, out, p) -> {
            StridedCopy.copy(zero, 0, new int[1], out[0], 0, new int[] {1}, new int[] {size}, p);
            s.run(out[0], in[0], in[1], p);
        };
        c.output(0, c.library("ScatterNd", kernel, t, shape, c.input(0), c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(1, b.tf().call("GatherNd", b.dy(0), b.input(0)));
    }
}
