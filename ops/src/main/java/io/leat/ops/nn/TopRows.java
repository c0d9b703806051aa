package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The k greatest elements of each row, and the gradient of choosing them. */
abstract class TopRows extends Op {
    /** k as far as it is known before the run. */
    abstract @Nullable Long k(Inference c);

    abstract long k(Compute c);

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0).withRankAtLeast(1);
        Long k = k(c);
        if (!in.hasRank()) {
            return;
        }
        if (k != null) {
            if (k < 0) {
                throw new InvalidArgumentException("Need k >= 0, got " + k);
            }
            if (in.dim(-1) != Shape.ANY && in.dim(-1) < k) {
                throw new InvalidArgumentException(
                        "input must have last dimension >= k = " + k + " but is " + in.dim(-1));
            }
        }
        Shape out = in.withDim(-1, k == null ? Shape.ANY : k);
        c.output(0, out);
        c.output(1, out);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        long k = k(c);
        if (k < 0) {
            throw new InvalidArgumentException("Need k >= 0, got " + k);
        }
        if (in.rank() < 1) {
            throw new InvalidArgumentException("input must be >= 1-D, got shape " + in);
        }
        if (in.dim(-1) < k) {
            throw new InvalidArgumentException(
                    "input must have at least k columns. Had " + in.dim(-1) + ", needed " + k);
        }
        int n = (int) in.dim(-1);
        Elements x = Elements.of(c.input(0));
        Elements values = Elements.allocate(x.dtype(), in.withDim(-1, k));
        Elements indices = Elements.allocate(c.outputDType(1), in.withDim(-1, k));
        Integer[] order = new Integer[n];
        for (int r = 0; r < Rows.of(in).count(); r++) {
            int start = r * n;
            for (int j = 0; j < n; j++) {
                order[j] = j;
            }
            Arrays.sort(order, (i, j) -> descending(x, start + i, start + j));
            for (int j = 0; j < k; j++) {
                x.copy(start + order[j], values, r * (int) k + j);
                indices.setInteger(r * (int) k + j, order[j]);
            }
        }
        c.output(0, values.tensor());
        c.output(1, indices.tensor());
    }

    /** Greater ones first; NaNs before all; zeros of both signs are equal. */
    static int descending(Elements x, int i, int j) {
        if (!x.dtype().isFloating()) {
            return -x.compare(i, x, j);
        }
        return x.real(i) == x.real(j) ? 0 : Double.compare(x.real(j), x.real(i));
    }

    @Override
    protected boolean lower(Lowering c) {
        if (c.dtype(0) != DType.FLOAT32 || c.outputDType(1) != DType.INT32) {
            return false;
        }
        Rows rows = Rows.of(c.shape(0));
        int k = (int) c.outputShape(0).dim(-1);
        c.libraryOutputs(
                name(),
                (in, out, parallel) -> io.leat.kernels.TopRows.find(
                        parallel, (float[]) in[0], rows.count(), rows.columns(), k, (float[]) out[0], (int[]) out[1]),
                c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output in = b.input(0);
        Output shape = tf.call("Shape", in);
        Output rows = tf.call("Reshape", b.output(1), tf.constant(new int[] {-1}));
        Output indexType = SoftmaxCrossEntropyWithLogits.cast(tf, rows, DType.INT32);
        Output total = tf.call("Size", in);
        Output last = lastDim(tf, in);
        Output k = lastDim(tf, b.output(1));
        // the number of the first element of the row that each chosen element comes from
        Output position = tf.call("Range", tf.constant(0), tf.call("Size", b.output(1)), tf.constant(1));
        Output start = tf.call("FloorDiv", position, k).times(last);
        Output g = tf.call("Reshape", b.dy(0), tf.constant(new int[] {-1}));
        Output sum = tf.call("UnsortedSegmentSum", g, indexType.plus(start), total);
        b.dx(0, tf.call("Reshape", sum, shape));
    }

    private static Output lastDim(Ops tf, Output x) {
        if (x.shape().hasRank() && x.shape().dim(-1) > 0) {
            return tf.constant(Math.toIntExact(x.shape().dim(-1)));
        }
        return tf.op("StridedSlice")
                .input(tf.call("Shape", x))
                .input(tf.constant(new int[] {-1}))
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", 1)
                .attr("shrink_axis_mask", 1)
                .add()
                .output(0);
    }
}
