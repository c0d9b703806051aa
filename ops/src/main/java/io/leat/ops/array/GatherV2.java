package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.kernels.Gather;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * Slices of {@code params} along {@code axis} picked by {@code indices}. With {@code batch_dims} b, the first b
 * dimensions of both go together.
 *
 * <p>The result has shape {@code params.shape[:axis] + indices.shape[b:] + params.shape[axis+1:]}.
 */
@OpSpec("GatherV2(params: Tparams, indices: Tindices, axis: Taxis) -> (output: Tparams); batch_dims: int = 0; "
        + "Tparams: type; Tindices: {int16, int32, int64}; Taxis: {int32, int64}")
public final class GatherV2 extends Op {
    @Endpoint("gather")
    public static Output of(Ops tf, Operand params, Operand indices, int axis) {
        return tf.call("GatherV2", params, indices, tf.constant(axis));
    }

    /** Picks rows along the first dimension. */
    @Endpoint("gather")
    public static Output of(Ops tf, Operand params, Operand indices) {
        return of(tf, params, indices, 0);
    }

    /** Where the dimensions of a gather begin and end. */
    private record Layout(int batch, int outer, int rows, int inner, int perBatch, Shape out) {
        static Layout of(Shape params, Shape indices, long axis, long batchDims) {
            int at = axis(axis, params.rank());
            int b = batchDims(batchDims, params, indices, at);
            Shape out = params.slice(0, at).concat(indices.from(b)).concat(params.from(at + 1));
            return new Layout(
                    (int) params.slice(0, b).size(),
                    (int) params.slice(b, at).size(),
                    (int) params.dim(at),
                    (int) params.from(at + 1).size(),
                    (int) indices.from(b).size(),
                    out);
        }
    }

    private static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException(
                    "Expected axis in the range [" + -rank + ", " + rank + "), but got " + axis);
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }

    private static int batchDims(long batchDims, Shape params, Shape indices, int axis) {
        long b = batchDims < 0 ? batchDims + indices.rank() : batchDims;
        if (b < 0 || b > indices.rank()) {
            throw new InvalidArgumentException("Expected batch_dims in the range [" + -indices.rank() + ", "
                    + indices.rank() + "], but got " + batchDims);
        }
        if (b > axis) {
            throw new InvalidArgumentException(
                    "batch_dims (" + b + ") must be less than or equal to axis (" + axis + ").");
        }
        for (int d = 0; d < b; d++) {
            if (params.dim(d) != Shape.ANY && indices.dim(d) != Shape.ANY && params.dim(d) != indices.dim(d)) {
                throw new InvalidArgumentException("params.shape[" + d + "]: " + params.dim(d)
                        + " should be equal to indices.shape[" + d + "]: " + indices.dim(d));
            }
        }
        return (int) b;
    }

    @Override
    protected void infer(Inference c) {
        Shape params = c.shape(0);
        Shape indices = c.shape(1);
        c.shape(2, 0);
        if (params.rank() == 0) {
            throw new InvalidArgumentException("Shape must be at least rank 1 but is rank 0");
        }
        Long axis = c.integer(2);
        if (!params.hasRank() || !indices.hasRank()) {
            return;
        }
        if (axis == null) {
            long batch = c.attrs().integer("batch_dims");
            long rank = params.rank() - 1 + indices.rank() - (batch < 0 ? batch + indices.rank() : batch);
            c.output(0, rank < 0 ? Shape.UNKNOWN : Shape.ofRank((int) rank));
            return;
        }
        int at = axis(axis, params.rank());
        int b = batchDims(c.attrs().integer("batch_dims"), params, indices, at);
        Shape head = params.slice(0, b).merge(indices.slice(0, b)).concat(params.slice(b, at));
        c.output(0, head.concat(indices.from(b)).concat(params.from(at + 1)));
    }

    @Override
    protected void compute(Compute c) {
        Layout l = Layout.of(c.shape(0), c.shape(1), c.integers(2)[0], c.attrs().integer("batch_dims"));
        long[] indices = c.integers(1);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), l.out());
        int to = 0;
        for (int b = 0; b < l.batch(); b++) {
            for (int o = 0; o < l.outer(); o++) {
                for (int i = 0; i < l.perBatch(); i++) {
                    int position = b * l.perBatch() + i;
                    long index = indices[position];
                    if (index < 0 || index >= l.rows()) {
                        throw bad(position, index, c.shape(1), l.rows());
                    }
                    int from = ((b * l.outer() + o) * l.rows() + (int) index) * l.inner();
                    x.copyRange(from, y, to, l.inner());
                    to += l.inner();
                }
            }
        }
        c.output(0, y.tensor());
    }

    private static InvalidArgumentException bad(int position, long index, Shape indices, int rows) {
        StringBuilder at = new StringBuilder();
        long rest = position;
        long[] strides = indices.strides();
        for (int d = 0; d < strides.length; d++) {
            at.append(d == 0 ? "" : ",").append(rest / strides[d]);
            rest %= strides[d];
        }
        String where = strides.length == 0 ? "" : "[" + at + "]";
        return new InvalidArgumentException("indices" + where + " = " + index + " is not in [0, " + rows + ")");
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor axis = c.constant(2);
        DType type = c.dtype(1);
        if (axis == null || type == DType.INT16 || c.dtype(0).lanes() > 1) {
            return false;
        }
        Shape indices = c.shape(1);
        Layout l = Layout.of(
                c.shape(0), indices, Constants.integers(axis)[0], c.attrs().integer("batch_dims"));
        int from = l.outer() * l.rows() * l.inner();
        int to = l.outer() * l.perBatch() * l.inner();
        c.output(
                0,
                c.library(
                        "Gather",
                        (in, out, p) -> {
                            for (int b = 0; b < l.batch(); b++) {
                                int first = b * l.perBatch();
                                int at = type == DType.INT32
                                        ? Gather.rows(
                                                in[0],
                                                b * from,
                                                l.outer(),
                                                l.rows(),
                                                l.inner(),
                                                (int[]) in[1],
                                                first,
                                                l.perBatch(),
                                                out[0],
                                                b * to,
                                                p)
                                        : Gather.rows(
                                                in[0],
                                                b * from,
                                                l.outer(),
                                                l.rows(),
                                                l.inner(),
                                                (long[]) in[1],
                                                first,
                                                l.perBatch(),
                                                out[0],
                                                b * to,
                                                p);
                                if (at >= 0) {
                                    long index = type == DType.INT32 ? ((int[]) in[1])[at] : ((long[]) in[1])[at];
                                    throw bad(at, index, indices, l.rows());
                                }
                            }
                        },
                        c.dtype(0),
                        c.outputShape(0),
                        c.input(0),
                        c.input(1)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Tensor axis = b.input(2).constantValue();
        Shape params = b.input(0).shape();
        if (axis == null || b.attrs().integer("batch_dims") != 0 || !params.hasRank()) {
            throw b.unsupported("axis must be constant, batch_dims 0 and the rank of params known");
        }
        int at = Constants.axis(Constants.integers(axis)[0], params.rank());
        if (at == 0) {
            b.dx(0, rows(b.tf(), b.dy(0), b.input(0), b.input(1)));
        } else {
            b.dx(0, along(b, at));
        }
    }

    /** The gradient of a gather along the first dimension: rows at the indices. */
    static Gradient rows(Ops tf, Output dy, Output params, Output indices) {
        Output shape = tf.call("Shape", params);
        Output flat = tf.call("Reshape", indices, tf.constant(new int[] {-1}));
        Output tail = tf.op("StridedSlice")
                .input(shape)
                .input(tf.constant(new int[] {1}))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", 1)
                .add()
                .output(0);
        Output size = tf.call("ExpandDims", tf.call("Size", indices), tf.constant(0));
        Output to = ConcatV2.of(tf, java.util.List.of(size, tail), 0);
        return new Gradient.IndexedSlices(tf.call("Reshape", dy, to), flat, shape);
    }

    /** Brings the gathered dimensions to the front, sums the rows of equal index, and moves them back. */
    private static Output along(Backprop b, int axis) {
        Ops tf = b.tf();
        int rank = b.input(0).shape().rank();
        int indexRank = b.input(1).shape().rank();
        int outRank = b.output(0).shape().rank();
        if (indexRank < 0) {
            throw b.unsupported("the rank of indices must be known");
        }
        int[] front = new int[outRank];
        int n = 0;
        for (int i = 0; i < indexRank; i++) {
            front[n++] = axis + i;
        }
        for (int i = 0; i < outRank; i++) {
            if (i < axis || i >= axis + indexRank) {
                front[n++] = i;
            }
        }
        int[] back = new int[rank];
        for (int i = 0; i < rank; i++) {
            back[i] = i == axis ? 0 : i < axis ? i + 1 : i;
        }
        Output rows = tf.call(
                "StridedSlice",
                tf.call("Shape", b.input(0)),
                tf.constant(new int[] {axis}),
                tf.constant(new int[] {axis + 1}),
                tf.constant(new int[] {1}));
        Output count = tf.call("Reshape", rows, tf.constant(new int[0]));
        Output moved = tf.call("Transpose", b.dy(0), tf.constant(front));
        Output summed = tf.call("UnsortedSegmentSum", moved, b.input(1), count);
        return tf.call("Transpose", summed, tf.constant(back));
    }
}
