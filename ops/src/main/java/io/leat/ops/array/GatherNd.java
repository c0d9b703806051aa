package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.ops.family.IndexTuples;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * The parts of {@code params} that tuples of indices name: {@code output[i, ...] = params[indices[i, 0], indices[i, 1],
 * ...]}, of shape {@code indices.shape[:-1] + params.shape[indices.shape[-1]:]}.
 */
@OpSpec("GatherNd(params: Tparams, indices: Tindices) -> (output: Tparams); Tparams: type; "
        + "Tindices: {int16, int32, int64}; bad_indices_policy: string = ''")
public final class GatherNd extends Op {
    private static final String NAME = "param shape";

    @Endpoint("gatherNd")
    public static Output of(Ops tf, Operand params, Operand indices) {
        return tf.call("GatherNd", params, indices);
    }

    @Override
    protected void infer(Inference c) {
        Shape params = c.shape(0);
        Shape indices = c.shape(1).withRankAtLeast(1);
        IndexTuples.ignoresBad(c.attrs());
        if (params.hasRank() && indices.hasRank() && indices.dim(-1) != Shape.ANY) {
            IndexTuples t = IndexTuples.of(indices, params, "params");
            c.output(0, t.outer().concat(t.row()));
        }
    }

    @Override
    protected void compute(Compute c) {
        IndexTuples t = IndexTuples.of(c.shape(1), c.shape(0), "params");
        int[] rows = t.rows(c.integers(1), c.shape(0), IndexTuples.ignoresBad(c.attrs()), NAME);
        int inner = (int) t.row().size();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), t.outer().concat(t.row()));
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] >= 0) {
                x.copyRange(rows[i] * inner, y, i * inner, inner);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType index = c.dtype(1);
        if (index == DType.INT16 || c.dtype(0).lanes() > 1 || IndexTuples.ignoresBad(c.attrs())) {
            return false;
        }
        Shape params = c.shape(0);
        IndexTuples t = IndexTuples.of(c.shape(1), params, "params");
        int inner = (int) t.row().size();
        int size = (int) params.slice(0, t.depth()).size();
        int count = (int) t.outer().size();
        ArrayKernel kernel = (in, out, p) -> {
            int[] rows = t.rows(in[1], params, NAME);
            io.leat.kernels.Gather.rows(in[0], 0, 1, size, inner, rows, 0, count, out[0], 0, p);
        };
        c.output(0, c.library("GatherNd", kernel, c.dtype(0), c.outputShape(0), c.input(0), c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output params = b.input(0);
        Output indices = b.input(1);
        if (indices.shape().rank() == 2 && indices.shape().dim(1) == 1) {
            Output rows = Squeeze.of(tf, indices, -1);
            b.dx(0, new Gradient.IndexedSlices(b.dy(0), rows, tf.call("Shape", params)));
            return;
        }
        DType type = indices.dtype() == DType.INT64 ? DType.INT64 : DType.INT32;
        Output wide = indices.dtype() == type
                ? indices
                : tf.op("Cast").input(indices).attr("DstT", type).add().output(0);
        Output shape = tf.op("Shape").input(params).attr("out_type", type).add().output(0);
        b.dx(
                0,
                tf.op("ScatterNd")
                        .input(wide)
                        .input(b.dy(0))
                        .input(shape)
                        .attr("bad_indices_policy", b.attrs().text("bad_indices_policy"))
                        .add()
                        .output(0));
    }
}
