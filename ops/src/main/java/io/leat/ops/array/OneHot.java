package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * {@code on_value} at the places that {@code indices} name along a new dimension of size {@code depth} at
 * {@code axis}, {@code off_value} elsewhere; an index out of range names none.
 */
@OpSpec("OneHot(indices: TI, depth: int32, on_value: T, off_value: T) -> (output: T); axis: int = -1; T: type; "
        + "TI: {uint8, int8, int32, int64} = DT_INT64")
public final class OneHot extends Op {
    @Endpoint("oneHot")
    public static Output of(Ops tf, Operand indices, int depth, Operand onValue, Operand offValue) {
        return tf.call("OneHot", indices, tf.constant(depth), onValue, offValue);
    }

    /** Ones and zeros of float32, along a last dimension. */
    @Endpoint("oneHot")
    public static Output of(Ops tf, Operand indices, int depth) {
        return of(tf, indices, depth, tf.constant(1f), tf.constant(0f));
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        c.shape(2, 0);
        c.shape(3, 0);
        Long depth = c.integer(1);
        if (depth != null && depth < 0) {
            throw new InvalidArgumentException("depth must be non-negative, got: " + depth);
        }
        Shape in = c.shape(0);
        if (in.hasRank()) {
            int axis = axis(c.attrs().integer("axis"), in.rank());
            c.output(
                    0,
                    in.slice(0, axis)
                            .concat(Shape.of(depth == null ? Shape.ANY : depth))
                            .concat(in.from(axis)));
        }
    }

    private static int axis(long axis, int rank) {
        if (axis < -1 || axis > rank) {
            throw new InvalidArgumentException(
                    "Expected axis to be -1 or between [0, " + (rank + 1) + ").  But received: " + axis);
        }
        return axis < 0 ? rank : (int) axis;
    }

    @Override
    protected void compute(Compute c) {
        long depth = c.integers(1)[0];
        if (depth < 0) {
            throw new InvalidArgumentException("depth must be non-negative, got: " + depth);
        }
        Shape in = c.shape(0);
        int axis = axis(c.attrs().integer("axis"), in.rank());
        int inner = (int) in.from(axis).size();
        Elements indices = Elements.of(c.input(0));
        Elements on = Elements.of(c.input(2));
        Elements off = Elements.of(c.input(3));
        Elements out = Elements.allocate(
                c.outputDType(0), in.slice(0, axis).concat(Shape.of(depth)).concat(in.from(axis)));
        for (int i = 0; i < out.size(); i++) {
            int d = i / inner % (int) depth;
            int index = i / inner / (int) depth * inner + i % inner;
            (indices.integer(index) == d ? on : off).copy(0, out, i);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor depth = c.constant(1);
        boolean ints = c.dtype(0) == DType.INT32;
        if (depth == null || c.dtype(2) != DType.FLOAT32 || !ints && c.dtype(0) != DType.INT64) {
            return false;
        }
        int n = (int) Constants.integers(depth)[0];
        int axis = axis(c.attrs().integer("axis"), c.shape(0).rank());
        int inner = (int) c.shape(0).from(axis).size();
        int count = (int) c.shape(0).size();
        ArrayKernel kernel = (in, out, p) -> {
            float[] y = (float[]) out[0];
            float on = ((float[]) in[1])[0];
            java.util.Arrays.fill(y, 0, count * n, ((float[]) in[2])[0]);
            for (int i = 0; i < count; i++) {
                long index = ints ? ((int[]) in[0])[i] : ((long[]) in[0])[i];
                if (index >= 0 && index < n) {
                    y[(i / inner * n + (int) index) * inner + i % inner] = on;
                }
            }
        };
        c.output(0, c.library("OneHot", kernel, DType.FLOAT32, c.outputShape(0), c.input(0), c.input(2), c.input(3)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // from integers: no gradient
    }
}
