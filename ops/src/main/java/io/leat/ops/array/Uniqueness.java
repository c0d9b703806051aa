package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Ops that find the different elements of a vector, or slices of a tensor. */
abstract class Uniqueness extends Op {
    private final boolean hasAxis;

    Uniqueness(boolean hasAxis) {
        this.hasAxis = hasAxis;
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        long[] axes = hasAxis ? c.integers(1) : new long[0];
        Shape y = in.hasRank() ? Shape.ofRank(in.rank()) : Shape.UNKNOWN;
        Shape idx = Shape.of(Shape.ANY);
        if (in.hasRank() && axes != null) {
            int axis = axis(in, axes);
            y = in.withDim(axis, Shape.ANY);
            idx = Shape.of(in.dim(axis));
        }
        c.output(0, y);
        c.output(1, idx);
        if (c.outputs() > 2) {
            c.output(2, Shape.of(Shape.ANY));
        }
    }

    private static int axis(Shape in, long[] axes) {
        if (axes.length > 1) {
            throw new InvalidArgumentException("axis does not support input tensors larger than 1 elements");
        }
        int rank = in.rank();
        if (axes.length == 0) {
            if (rank != 1) {
                throw new InvalidArgumentException("unique expects a 1D vector.");
            }
            return 0;
        }
        long axis = axes[0] < 0 ? axes[0] + rank : axes[0];
        if (axis < 0 || axis >= rank) {
            throw new InvalidArgumentException("axis has to be between [0, " + rank + ")");
        }
        return (int) axis;
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        int axis = axis(in, hasAxis ? c.integers(1) : new long[0]);
        int outer = (int) in.slice(0, axis).size();
        int slices = (int) in.dim(axis);
        int inner = (int) in.from(axis + 1).size();
        Elements x = Elements.of(c.input(0));
        var unique = new UniqueElements(x, outer, slices, inner);
        Elements y = Elements.allocate(c.outputDType(0), in.withDim(axis, unique.size));
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < unique.size; i++) {
                x.copyRange((o * slices + unique.first[i]) * inner, y, (o * unique.size + i) * inner, inner);
            }
        }
        c.output(0, y.tensor());
        c.output(1, integers(c.outputDType(1), unique.number, slices));
        if (c.node().outputCount() > 2) {
            c.output(2, integers(c.outputDType(2), unique.counts, unique.size));
        }
    }

    private static Tensor integers(DType type, int[] values, int n) {
        Elements e = Elements.allocate(type, Shape.of(n));
        for (int i = 0; i < n; i++) {
            e.setInteger(i, values[i]);
        }
        return e.tensor();
    }

    @Override
    protected void gradient(Backprop b) {
        // the places are integers: no gradient
    }
}
