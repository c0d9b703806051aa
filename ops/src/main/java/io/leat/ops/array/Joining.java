package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Sizes;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** Ops that join tensors along a dimension; the other dimensions are equal. */
abstract class Joining extends Op {
    private final boolean axisFirst;

    /** @param axisFirst whether the axis comes before the values, otherwise behind them */
    Joining(boolean axisFirst) {
        this.axisFirst = axisFirst;
    }

    private int axisInput(int inputs) {
        return axisFirst ? 0 : inputs - 1;
    }

    private int value(int k) {
        return axisFirst ? k + 1 : k;
    }

    @Override
    protected void infer(Inference c) {
        int n = c.inputs() - 1;
        Long axis = c.integer(axisInput(c.inputs()));
        Shape known = Shape.UNKNOWN;
        for (int i = 0; i < n; i++) {
            known = c.shape(value(i)).hasRank() ? c.shape(value(i)) : known;
        }
        if (!known.hasRank()) {
            return;
        }
        if (axis == null) {
            c.output(0, Shape.ofRank(known.rank()));
            return;
        }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shapes.add(c.shape(value(i)));
        }
        c.output(0, joined(shapes, axis, known.rank()));
        partial(c, n);
    }

    /** Joins what is known of integer vectors. */
    private void partial(Inference c, int n) {
        if (!c.outputDType(0).isInteger() || c.outputShape(0).rank() != 1) {
            return;
        }
        Shape all = Shape.SCALAR;
        for (int i = 0; i < n; i++) {
            Tensor t = c.constant(value(i));
            Shape part = c.partialValue(value(i));
            Shape s = c.shape(value(i));
            if (t != null && t.shape().rank() == 1) {
                for (long e : Constants.integers(t)) {
                    if (e < Shape.ANY) {
                        return;
                    }
                }
                part = Shape.of(Constants.integers(t));
            } else if (part == null && s.rank() == 1 && s.dim(0) >= 0) {
                part = Shape.ofRank((int) s.dim(0));
            }
            if (part == null) {
                return;
            }
            all = all.concat(part);
        }
        c.partialValue(0, all);
    }

    private static Shape joined(List<Shape> shapes, long axis, int rank) {
        if (axis < -rank || axis >= rank || rank == 0) {
            throw new InvalidArgumentException("ConcatOp : Expected concatenating dimensions in the range [" + -rank
                    + ", " + rank + "), but got " + axis);
        }
        int at = (int) (axis < 0 ? axis + rank : axis);
        Shape first = null;
        Shape merged = Shape.ofRank(rank);
        long sum = 0;
        for (Shape s : shapes) {
            if (!s.hasRank()) {
                sum = Shape.ANY;
                continue;
            }
            if (s.rank() != rank) {
                throw new InvalidArgumentException("ConcatOp : Ranks of all input tensors should match: shape[0] = "
                        + shapes.getFirst() + " vs. " + s);
            }
            first = first == null ? s : first;
            for (int d = 0; d < rank; d++) {
                if (d != at && s.dim(d) != Shape.ANY) {
                    if (merged.dim(d) != Shape.ANY && merged.dim(d) != s.dim(d)) {
                        throw new InvalidArgumentException("ConcatOp : Dimension " + d
                                + " in both shapes must be equal: shape[0] = " + first + " vs. shape["
                                + shapes.indexOf(s) + "] = " + s);
                    }
                    merged = merged.withDim(d, s.dim(d));
                }
            }
            sum = Sizes.sum(sum, s.dim(at));
        }
        return merged.withDim(at, sum);
    }

    @Override
    protected void compute(Compute c) {
        int n = c.inputs() - 1;
        long[] axes = c.integers(axisInput(c.inputs()));
        if (axes.length != 1) {
            throw new InvalidArgumentException(
                    "ConcatOp : axis must be a scalar, but got shape " + c.shape(axisInput(c.inputs())));
        }
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shapes.add(c.shape(value(i)));
        }
        int rank = c.shape(value(0)).rank();
        Shape out = joined(shapes, axes[0], rank);
        int axis = (int) (axes[0] < 0 ? axes[0] + rank : axes[0]);
        Elements y = Elements.allocate(c.outputDType(0), out);
        int outer = (int) out.slice(0, axis).size();
        int row = (int) out.from(axis).size();
        int at = 0;
        for (int k = 0; k < n; k++) {
            Elements x = Elements.of(c.input(value(k)));
            int part = (int) c.shape(value(k)).from(axis).size();
            for (int o = 0; o < outer; o++) {
                x.copyRange(o * part, y, o * row + at, part);
            }
            at += part;
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        int n = c.inputs() - 1;
        Tensor axis = c.constant(axisInput(c.inputs()));
        if (axis == null) {
            return false;
        }
        int at = Constants.axis(Constants.integers(axis)[0], c.outputShape(0).rank());
        c.output(0, c.concat(at, c.allInputs().subList(value(0), value(n))));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        int n = b.node().inputCount() - 1;
        List<Output> shapes = tf.op("ShapeN")
                .inputs(b.node().inputs().subList(value(0), value(n)))
                .add()
                .outputs();
        Output axis = b.input(axisInput(b.node().inputCount()));
        Output rank = tf.call("Rank", b.input(value(0)));
        Output at = axis.dtype() == DType.INT32
                ? axis
                : tf.op("Cast").input(axis).attr("DstT", DType.INT32).add().output(0);
        List<Output> offsets = tf.op("ConcatOffset")
                .input(tf.call("FloorMod", at, rank))
                .inputs(shapes)
                .add()
                .outputs();
        for (int i = 0; i < n; i++) {
            b.dx(value(i), tf.call("Slice", b.dy(0), offsets.get(i), shapes.get(i)));
        }
    }
}
