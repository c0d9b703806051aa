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
        long[] known = c.integers(1);
        Shape elements = c.partialValue(0);
        if (known != null && elements != null && elements.rank() == params.dim(0)) {
            partial(c, elements, known);
        }
    }

    /** What is known of elements picked from an integer vector. */
    private static void partial(Inference c, Shape elements, long[] indices) {
        long[] picked = new long[indices.length];
        for (int i = 0; i < picked.length; i++) {
            if (indices[i] < 0 || indices[i] >= elements.rank()) {
                return;
            }
            picked[i] = elements.dim((int) indices[i]);
        }
        if (c.outputShape(0).rank() == 1) {
            c.partialElements(0, picked);
        } else if (c.outputShape(0).isScalar() && picked[0] != Shape.ANY) {
            Elements e = Elements.allocate(c.outputDType(0), Shape.SCALAR);
            e.setInteger(0, picked[0]);
            c.value(0, e.tensor());
        }
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
        return axis != null && lower(c, Constants.integers(axis)[0], c.attrs().integer("batch_dims"));
    }

    /** Lowers a gather along {@code axis}. */
    static boolean lower(Lowering c, long axis, long batchDims) {
        DType type = c.dtype(1);
        if (type == DType.INT16 || c.dtype(0).lanes() > 1) {
            return false;
        }
        Shape indices = c.shape(1);
        Layout l = Layout.of(c.shape(0), indices, axis, batchDims);
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
                                        ? io.leat.kernels.Gather.rows(
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
                                        : io.leat.kernels.Gather.rows(
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
        Shape indices = b.input(1).shape();
        long batch = b.attrs().integer("batch_dims");
        if (axis == null || !params.hasRank() || batch < 0 && !indices.hasRank()) {
            throw b.unsupported("the axis must be constant and the ranks known");
        }
        int at = axis(Constants.integers(axis)[0], params.rank());
        int batchDims = (int) (batch < 0 ? batch + indices.rank() : batch);
        if (at == 0) {
            b.dx(0, rows(b.tf(), b.dy(0), b.input(0), b.input(1)));
        } else {
            b.dx(0, new GatherGradient(b.tf(), b.input(0), b.input(1), at, batchDims).of(b.dy(0)));
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
}
