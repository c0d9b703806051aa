package io.leat.ops.training;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.ScalarInterpreter;
import io.leat.ir.VariableCell;
import io.leat.ops.state.Cells;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Optimiser steps over rows of variables: row {@code indices[i]} of each variable takes a step with row {@code i} of the
 * gradient, one after the other, so that equal indices take several.
 */
public abstract class SparseApply extends Op {
    private final Rule rule;

    SparseApply(Rule rule) {
        this.rule = rule;
    }

    private int position(String input) {
        for (int i = 0; i < signature().inputs().size(); i++) {
            if (signature().inputs().get(i).name().equals(input)) {
                return i;
            }
        }
        throw new InternalException(name() + " has no input " + input);
    }

    @Override
    protected void infer(Inference c) {
        Shape shape = Shape.UNKNOWN;
        for (int i = 0; i < rule.cells(); i++) {
            Node.HandleInfo info = c.handle(i);
            shape = info == null ? shape : shape.merge(info.shape());
        }
        int grad = position("grad");
        int indices = position("indices");
        Shape rows = c.shape(indices, 1);
        for (int i = rule.cells(); i < c.inputs(); i++) {
            if (i != grad && i != indices) {
                c.shape(i, 0);
            }
        }
        if (c.shape(grad).hasRank()) {
            Shape g = c.shape(grad).withRankAtLeast(1);
            Shape.mergeDims(g.dim(0), rows.dim(0));
            if (shape.hasRank()) {
                shape.withRankAtLeast(1).from(1).merge(g.from(1));
            }
        }
        Node.HandleInfo variable = c.handle(0);
        if (c.outputs() > 0) {
            c.output(0, shape);
            if (variable != null) {
                c.handle(0, variable);
            }
        }
    }

    @Override
    protected boolean isFoldable() {
        return false;
    }

    @Override
    protected void compute(Compute c) {
        VariableCell[] cells = new VariableCell[rule.cells()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Cells.of(c, i);
        }
        DType type = cells[0].dtype();
        Bodies.require(type, name());
        int gradAt = position("grad");
        int indicesAt = position("indices");
        List<DType> types = new ArrayList<>();
        List<Tensor> others = new ArrayList<>();
        int gradInput = -1;
        for (int i = 0; i < c.inputs(); i++) {
            if (i < cells.length) {
                types.add(type);
            } else if (i != indicesAt) {
                gradInput = i == gradAt ? types.size() : gradInput;
                if (i != gradAt && c.shape(i).rank() != 0) {
                    throw new InvalidArgumentException(
                            signature().inputs().get(i).name() + " is not a scalar: " + c.shape(i));
                }
                types.add(c.input(i).dtype());
                others.add(c.input(i));
            }
        }
        int[] writes = rule.writes(c.attrs());
        boolean[] written = new boolean[cells.length];
        for (int w : writes) {
            written[w] = true;
        }
        var step = new Step(
                ScalarInterpreter.of(Bodies.of(rule, types, c.attrs())),
                writes,
                gradInput,
                others,
                c.input(gradAt),
                c.integers(indicesAt));
        Shape indices = c.shape(indicesAt);
        VariableCell.updateAll(cells, written, values -> step.run(values, indices));
        if (c.node().outputCount() > 0) {
            c.output(0, c.input(0));
        }
    }

    /** A step over rows; {@code others} are the inputs without cells and indices, {@code gradInput} counts the cells. */
    private record Step(
            ScalarInterpreter interpreter,
            int[] writes,
            int gradInput,
            List<Tensor> others,
            Tensor grad,
            long[] indices) {
        void run(Tensor[] cells, Shape shape) {
            Shape variable = cells[0].shape();
            if (variable.rank() < 1) {
                throw new InvalidArgumentException("var must be at least 1 dimensional");
            }
            for (Tensor t : cells) {
                if (!t.shape().equals(variable) || t.dtype() != cells[0].dtype()) {
                    throw new InvalidArgumentException(
                            "var and slots do not have the same shape" + variable + " " + t.shape());
                }
            }
            if (shape.rank() != 1) {
                throw new InvalidArgumentException("indices must be one-dimensional");
            }
            if (grad.dtype() != cells[0].dtype() || !grad.shape().equals(shape.concat(variable.from(1)))) {
                throw new InvalidArgumentException("grad must be the same size as indices in the first dimension and "
                        + "have the dimensions of var behind it: " + grad.shape() + " for " + shape + " and "
                        + variable);
            }
            long rows = variable.dim(0);
            for (int i = 0; i < indices.length; i++) {
                if (indices[i] < 0 || indices[i] >= rows) {
                    throw new InvalidArgumentException(
                            "Index " + indices[i] + " at offset " + i + " in indices is out of range");
                }
            }
            apply(cells, (int) variable.from(1).size());
        }

        private void apply(Tensor[] cells, int inner) {
            int n = cells.length + others.size();
            Object[] in = new Object[n];
            int[] at = new int[n];
            int[] stride = new int[n];
            for (int i = 0; i < n; i++) {
                in[i] = Raw.array(i < cells.length ? cells[i] : others.get(i - cells.length));
                stride[i] = i < cells.length || i == gradInput ? 1 : 0;
            }
            Object[] out = new Object[writes.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = in[writes[i]];
            }
            for (int i = 0; i < indices.length; i++) {
                int row = (int) indices[i] * inner;
                Arrays.fill(at, 0, cells.length, row);
                at[gradInput] = i * inner;
                interpreter.run(in, at, stride, out, row, inner);
            }
        }
    }
}
