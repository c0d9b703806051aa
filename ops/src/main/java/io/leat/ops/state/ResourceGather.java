package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.VariableCell;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;

/**
 * Rows of a resource variable: {@code output.shape = value.shape[:b] + indices.shape[b:] + value.shape[b+1:]} with the
 * first {@code b = batch_dims} dimensions going together.
 */
@OpSpec(
        value = "ResourceGather(resource: resource, indices: Tindices) -> (output: dtype); batch_dims: int = 0; "
                + "validate_indices: bool = true; dtype: type; Tindices: {int32, int64}",
        stateful = true)
public final class ResourceGather extends Op {
    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        Shape indices = c.shape(1);
        if (info == null || !info.shape().hasRank() || !indices.hasRank()) {
            return;
        }
        Shape value = info.shape().withRankAtLeast(1);
        int b = batch(c.attrs().integer("batch_dims"), value, indices);
        c.output(
                0,
                value.slice(0, b)
                        .merge(indices.slice(0, b))
                        .concat(indices.from(b))
                        .concat(value.from(b + 1)));
    }

    private static int batch(long batchDims, Shape value, Shape indices) {
        long b = batchDims < 0 ? batchDims + indices.rank() : batchDims;
        if (b < 0 || b > indices.rank() || b >= value.rank()) {
            throw new InvalidArgumentException("batch_dims = " + batchDims + " must be less than rank(params) = "
                    + value.rank() + " and at most rank(indices) = " + indices.rank());
        }
        return (int) b;
    }

    @Override
    protected void compute(Compute c) {
        VariableCell cell = Cells.of(c, 0);
        Tensor value = cell.borrow();
        try {
            Cells.require(value, c.outputDType(0));
            c.output(0, gather(value, c.integers(1), c.shape(1), c.attrs().integer("batch_dims")));
        } finally {
            cell.release(value);
        }
    }

    private static Tensor gather(Tensor value, long[] indices, Shape at, long batchDims) {
        Shape shape = value.shape().withRankAtLeast(1);
        int b = batch(batchDims, shape, at);
        if (!shape.slice(0, b).equals(at.slice(0, b))) {
            throw new InvalidArgumentException("params.shape[:batch_dims] " + shape.slice(0, b)
                    + " must be indices.shape[:batch_dims] " + at.slice(0, b));
        }
        int[] rows = Rows.of(indices, at, shape.dim(b));
        int perBatch = (int) at.from(b).size();
        int inner = (int) shape.from(b + 1).size();
        Elements x = Elements.of(value);
        Elements y = Elements.allocate(value.dtype(), at.concat(shape.from(b + 1)));
        for (int i = 0; i < rows.length; i++) {
            int from = (int) (i / perBatch * shape.dim(b)) + rows[i];
            x.copyRange(from * inner, y, i * inner, inner);
        }
        return y.tensor();
    }

    /** Sparse: the rows of the gradient at the indices; their shape is that of the variable. */
    @Override
    protected void gradient(Backprop b) {
        if (b.attrs().integer("batch_dims") != 0) {
            throw b.unsupported("batch_dims must be 0");
        }
        Ops tf = b.tf();
        Output shape = tf.call("VariableShape", b.input(0));
        Output size = tf.call("ExpandDims", tf.call("Size", b.input(1)), tf.constant(0));
        Output tail = tf.op("StridedSlice")
                .input(shape)
                .input(tf.constant(new int[] {1}))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", 1)
                .add()
                .output(0);
        Output rows = tf.op("ConcatV2")
                .inputs(List.of(size, tail))
                .input(tf.constant(0))
                .add()
                .output(0);
        Output flat = tf.call("Reshape", b.input(1), size);
        b.dx(0, new Gradient.IndexedSlices(tf.call("Reshape", b.dy(0), rows), flat, shape));
    }
}
