package io.leat.ops.training;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarInterpreter;
import io.leat.ir.Value;
import io.leat.ir.VariableCell;
import io.leat.ops.state.Cells;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Optimiser steps over whole variables: the first inputs are handles (or references) of variables of one shape, then come
 * a gradient of that shape and scalars, in any order. What they do is elementwise, so that one pass over parameter,
 * gradient and slots does it.
 */
public abstract class DenseApply extends Op {
    private final Rule rule;

    DenseApply(Rule rule) {
        this.rule = rule;
    }

    /** Whether input {@code i} is the gradient; the others after the cells are scalars. */
    private boolean isGradient(int i) {
        String name = signature().inputs().get(i).name();
        return name.equals("grad") || name.equals("delta");
    }

    @Override
    protected void infer(Inference c) {
        Shape shape = Shape.UNKNOWN;
        for (int i = 0; i < c.inputs(); i++) {
            Node.HandleInfo info = c.handle(i);
            if (i < rule.cells()) {
                shape = info == null ? shape : shape.merge(info.shape());
            } else if (isGradient(i)) {
                shape = shape.merge(c.shape(i));
            } else {
                c.shape(i, 0);
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
        Bodies.require(cells[0].dtype(), name());
        int[] writes = rule.writes(c.attrs());
        boolean[] written = new boolean[cells.length];
        List<DType> types = new ArrayList<>();
        for (int i = 0; i < c.inputs(); i++) {
            types.add(i < cells.length ? cells[0].dtype() : c.input(i).dtype());
        }
        for (int w : writes) {
            written[w] = true;
        }
        List<Scalar> bodies = Bodies.of(rule, types, c.attrs());
        VariableCell.updateAll(cells, written, values -> {
            Tensor[] in = new Tensor[c.inputs()];
            for (int i = 0; i < in.length; i++) {
                in[i] = i < values.length ? values[i] : c.input(i);
                require(in[i], i, values[0]);
            }
            List<Tensor> next = ScalarInterpreter.of(bodies).evaluate(in);
            for (int i = 0; i < writes.length; i++) {
                Object from = Raw.array(next.get(i));
                System.arraycopy(from, 0, Raw.array(values[writes[i]]), 0, Array.getLength(from));
            }
        });
        if (c.node().outputCount() > 0) {
            c.output(0, c.input(0));
        }
    }

    private void require(Tensor in, int i, Tensor variable) {
        String what = signature().inputs().get(i).name();
        if (i < rule.cells() || isGradient(i)) {
            if (!in.shape().equals(variable.shape()) || in.dtype() != variable.dtype()) {
                throw new InvalidArgumentException(
                        "var and " + what + " do not have the same shape" + variable.shape() + " " + in.shape());
            }
        } else if (in.shape().rank() != 0) {
            throw new InvalidArgumentException(what + " is not a scalar: " + in.shape());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        DType type = c.dtype(rule.cells());
        if (!type.isFloating()) {
            return false;
        }
        List<DType> types = new ArrayList<>();
        List<Value> values = new ArrayList<>(c.allInputs());
        for (int i = 0; i < c.inputs(); i++) {
            types.add(i < rule.cells() ? type : c.dtype(i));
            if (i >= rule.cells() && isGradient(i) == (c.shape(i).rank() == 0)) {
                return false; // of a scalar gradient the lowering would make a broadcast
            }
        }
        for (Rule.Common common : rule.common()) {
            List<Scalar> x = new ArrayList<>();
            Value[] in = new Value[common.inputs().length];
            for (int i = 0; i < in.length; i++) {
                in[i] = c.input(common.inputs()[i]);
                x.add(Scalar.input(i, in[i].dtype()));
            }
            Value value = c.map(common.body().apply(x), in);
            values.add(value);
            types.add(value.dtype());
        }
        List<Scalar> bodies = rule.update(Bodies.inputs(types), c.attrs(), c::constant);
        c.update(rule.cells(), rule.writes(c.attrs()), bodies, values.toArray(Value[]::new));
        if (c.outputs() > 0) {
            c.output(0, c.input(0));
        }
        return true;
    }
}
