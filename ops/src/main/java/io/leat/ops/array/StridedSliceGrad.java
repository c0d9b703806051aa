package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.kernels.StridedCopy;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** The gradient of {@code StridedSlice}: {@code dy} at the places it was taken from, zeros elsewhere. */
@OpSpec("StridedSliceGrad(shape: Index, begin: Index, end: Index, strides: Index, dy: T) -> (output: T); T: type; "
        + "Index: {int32, int64}; begin_mask: int = 0; end_mask: int = 0; ellipsis_mask: int = 0; "
        + "new_axis_mask: int = 0; shrink_axis_mask: int = 0")
public final class StridedSliceGrad extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, c.shapeValue(0));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = Shape.of(c.integers(0));
        StridedSlices s = StridedSlices.of(shape, c.integers(1), c.integers(2), c.integers(3), c.attrs());
        check(s, c.shape(4));
        int[] to = Strides.block(shape, s.begin(), s.strides(), Shape.of(s.sizes()));
        Elements dy = Elements.of(c.input(4));
        Elements dx = Elements.allocate(c.outputDType(0), shape);
        for (int i = 0; i < to.length; i++) {
            dy.copy(i, dx, to[i]);
        }
        c.output(0, dx.tensor());
    }

    private static void check(StridedSlices s, Shape dy) {
        if (!s.shape().equals(dy)) {
            throw new InvalidArgumentException("shape of dy was " + dy + " instead of " + s.shape());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(4);
        for (int i = 0; i < 4; i++) {
            if (c.constant(i) == null) {
                return false;
            }
        }
        if (t.lanes() > 1 || t.storage() == DType.Storage.OBJECT) {
            return false;
        }
        Shape shape = c.outputShape(0);
        StridedSlices s = StridedSlices.of(shape, longs(c, 1), longs(c, 2), longs(c, 3), c.attrs());
        check(s, c.shape(4));
        int[] dims = Arrays.stream(s.sizes()).mapToInt(Math::toIntExact).toArray();
        int[] to = StridedCopy.rowMajor(shape.intDims());
        int base = 0;
        for (int d = 0; d < to.length; d++) {
            base += (int) s.begin()[d] * to[d];
            to[d] *= (int) s.strides()[d];
        }
        int first = base;
        int[] from = StridedCopy.rowMajor(dims);
        int size = Math.toIntExact(shape.size());
        Object zero = t.newArray(1);
        c.output(
                0,
                c.library(
                        "StridedSliceGrad",
                        (in, out, p) -> {
                            StridedCopy.copy(zero, 0, new int[1], out[0], 0, new int[] {1}, new int[] {size}, p);
                            StridedCopy.copy(in[0], 0, from, out[0], first, to, dims, p);
                        },
                        t,
                        shape,
                        c.input(4)));
        return true;
    }

    private static long[] longs(Lowering c, int i) {
        Tensor t = java.util.Objects.requireNonNull(c.constant(i));
        return Constants.integers(t);
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                4,
                b.tf().op("StridedSlice")
                        .input(b.dy(0))
                        .input(b.input(1))
                        .input(b.input(2))
                        .input(b.input(3))
                        .attr("begin_mask", b.attrs().integer("begin_mask"))
                        .attr("end_mask", b.attrs().integer("end_mask"))
                        .attr("ellipsis_mask", b.attrs().integer("ellipsis_mask"))
                        .attr("new_axis_mask", b.attrs().integer("new_axis_mask"))
                        .attr("shrink_axis_mask", b.attrs().integer("shrink_axis_mask"))
                        .add()
                        .output(0));
    }
}
