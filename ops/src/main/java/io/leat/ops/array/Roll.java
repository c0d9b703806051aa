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
import io.leat.ir.Value;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** The elements moved along the dimensions {@code axis} by {@code shift} places; those that leave come in at the start. */
@OpSpec("Roll(input: T, shift: Tshift, axis: Taxis) -> (output: T); T: type; Tshift: {int32, int64}; "
        + "Taxis: {int32, int64}")
public final class Roll extends Op {
    @Endpoint("roll")
    public static Output of(Ops tf, Operand input, Operand shift, Operand axis) {
        return tf.call("Roll", input, shift, axis);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        if (in.rank() == 0) {
            throw new InvalidArgumentException("input must be 1-D or higher");
        }
        for (int i = 1; i <= 2; i++) {
            if (c.shape(i).rank() > 1) {
                throw new InvalidArgumentException(
                        (i == 1 ? "shift" : "axis") + " must be a scalar or a 1-D vector. Found: " + c.shape(i));
            }
        }
        if (!c.shape(1).isCompatibleWith(c.shape(2))) {
            throw new InvalidArgumentException("shift and axis must have the same size");
        }
        long[] axes = c.integers(2);
        if (axes != null && in.hasRank()) {
            shifts(in, new long[axes.length], axes);
        }
        c.output(0, in);
    }

    /** By how many places each dimension moves: at least 0, and below its size. */
    private static int[] shifts(Shape in, long[] shift, long[] axes) {
        if (shift.length != axes.length) {
            throw new InvalidArgumentException("shift and axis must have the same size");
        }
        int rank = in.rank();
        int[] out = new int[rank];
        for (int i = 0; i < axes.length; i++) {
            if (axes[i] < -rank || axes[i] >= rank) {
                throw new InvalidArgumentException("axis " + axes[i] + " is out of range");
            }
            int d = (int) (axes[i] < 0 ? axes[i] + rank : axes[i]);
            long size = Math.max(in.dim(d), 1);
            out[d] = (int) ((out[d] + Math.floorMod(shift[i], size)) % size);
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        Shape s = c.shape(0);
        int[] shifts = shifts(s, c.integers(1), c.integers(2));
        long[] strides = s.strides();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), s);
        for (int i = 0; i < x.size(); i++) {
            long to = 0;
            long rest = i;
            for (int d = 0; d < shifts.length; d++) {
                to += (rest / strides[d] + shifts[d]) % s.dim(d) * strides[d];
                rest %= strides[d];
            }
            x.copy(i, y, (int) to);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor shift = c.constant(1);
        Tensor axes = c.constant(2);
        Shape s = c.shape(0);
        if (shift == null || axes == null || s.size() == 0) {
            return false;
        }
        int[] shifts = shifts(s, Constants.integers(shift), Constants.integers(axes));
        Value x = c.input(0);
        for (int d = 0; d < shifts.length; d++) {
            if (shifts[d] > 0) {
                int n = (int) s.dim(d);
                Value end = Stretch.of(c, x, d, n - shifts[d], shifts[d], 1);
                x = c.concat(d, List.of(end, Stretch.of(c, x, d, 0, n - shifts[d], 1)));
            }
        }
        c.output(0, x);
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, of(b.tf(), b.dy(0), b.tf().call("Neg", b.input(1)), b.input(2)));
    }
}
