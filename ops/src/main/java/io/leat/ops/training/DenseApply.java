package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.Resources;
import io.leat.ir.Scalar;
import io.leat.ir.ScalarInterpreter;
import io.leat.ir.Value;
import io.leat.ir.VariableCell;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * Optimiser steps over whole variables: the first {@link #cells} inputs are handles (or references) of variables of one
 * shape, the others scalars or tensors of that shape. What they do is elementwise, so that one pass over parameter,
 * gradient and slots does it.
 */
public abstract class DenseApply extends Op {
    protected abstract int cells();

    /** Which cells get a new value, in the order of {@link #update}'s results. */
    protected abstract int[] writes();

    /** The new values as expressions of an element of each input. */
    protected abstract List<Scalar> update(List<Scalar> x);

    /** {@link #writes} for a node whose attributes may leave some cells alone. */
    protected int[] writes(Attrs attrs) {
        return writes();
    }

    /** {@link #update} for a node whose attributes choose between forms. */
    protected List<Scalar> update(List<Scalar> x, Attrs attrs) {
        return update(x);
    }

    @Override
    protected void infer(Inference c) {
        Shape shape = Shape.UNKNOWN;
        for (int i = 0; i < c.inputs(); i++) {
            Node.HandleInfo info = c.handle(i);
            if (i < cells()) {
                shape = info == null ? shape : shape.merge(info.shape());
            } else if (c.shape(i).rank() != 0) {
                shape = shape.merge(c.shape(i));
            }
        }
        if (c.outputs() > 0) {
            c.output(0, shape);
            if (c.handle(0) != null) {
                c.handle(0, c.handle(0));
            }
        }
    }

    private List<Scalar> bodies(DType type, int inputs, Attrs attrs) {
        List<Scalar> x = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            x.add(Scalar.input(i, type));
        }
        return update(x, attrs);
    }

    @Override
    protected void compute(Compute c) {
        int n = cells();
        VariableCell[] cells = new VariableCell[n];
        boolean[] written = new boolean[n];
        for (int i = 0; i < n; i++) {
            cells[i] = Resources.of(Raw.objects(c.input(i))[0], VariableCell.class);
        }
        int[] writes = writes(c.attrs());
        for (int w : writes) {
            written[w] = true;
        }
        List<Scalar> bodies = bodies(cells[0].dtype(), c.inputs(), c.attrs());
        VariableCell.updateAll(cells, written, values -> {
            Tensor[] in = new Tensor[c.inputs()];
            for (int i = 0; i < in.length; i++) {
                in[i] = i < n ? values[i] : c.input(i);
                if (in[i].shape().rank() > 0 && !in[i].shape().equals(values[0].shape())) {
                    throw new InvalidArgumentException("var and input " + i + " do not have the same shape "
                            + values[0].shape() + " " + in[i].shape());
                }
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

    @Override
    protected boolean lower(Lowering c) {
        DType type = c.dtype(cells());
        if (!Scalar.supports(type)) {
            return false;
        }
        c.update(
                cells(),
                writes(c.attrs()),
                bodies(type, c.inputs(), c.attrs()),
                c.allInputs().toArray(Value[]::new));
        if (c.outputs() > 0) {
            c.output(0, c.input(0));
        }
        return true;
    }
}
