package io.leat.ops.state;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.ir.VariableCell;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** Adds to, or subtracts from, a whole variable a value of its shape. */
abstract class WholeUpdate extends Op {
    private final Combination combination;

    WholeUpdate(Combination combination) {
        this.combination = combination;
    }

    @Override
    protected void infer(Inference c) {
        Node.HandleInfo info = c.handle(0);
        Shape shape = c.shape(1);
        if (info != null) {
            shape = shape.merge(info.shape());
        }
        if (c.outputs() > 0) {
            c.output(0, shape);
            if (info != null) {
                c.handle(0, info);
            }
        }
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        Elements value = Elements.of(c.input(1));
        VariableCell cell = Cells.of(c, 0);
        cell.update(t -> {
            if (t.dtype() != value.dtype()) {
                throw new InvalidArgumentException("Variable '" + cell.name() + "' is of dtype "
                        + t.dtype().signatureName() + ", not " + value.dtype().signatureName());
            }
            if (!t.shape().equals(value.shape())) {
                throw wrongShape(c.node().outputCount() > 0, t.shape(), value.shape());
            }
            Elements target = Elements.of(t);
            for (int i = 0; i < target.size(); i++) {
                combination.apply(target, i, value, i);
            }
        });
        if (c.node().outputCount() > 0) {
            c.output(0, c.input(0));
        }
    }

    private static InvalidArgumentException wrongShape(boolean ref, Shape variable, Shape value) {
        return new InvalidArgumentException(
                ref
                        ? "Params and update must be of the same shape: " + variable + " vs. " + value
                        : "Cannot update variable with shape " + variable + " using a Tensor with shape " + value
                                + ", shapes must be equal.");
    }

    @Override
    protected boolean lower(Lowering c) {
        DType type = c.dtype(1);
        if (!Scalar.supports(type) || !type.isNumeric() || c.shape(1).rank() == 0) {
            return false; // of a scalar the lowering would make a broadcast
        }
        Scalar x = Scalar.input(0, type);
        Scalar y = Scalar.input(1, type);
        Scalar sum = combination == Combination.ADD ? x.plus(y) : x.minus(y);
        c.update(1, new int[] {0}, List.of(sum), c.input(0), c.input(1));
        if (c.outputs() > 0) {
            c.output(0, c.input(0));
        }
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
