package io.leat.compiler;

import io.leat.compiler.codegen.MapPlan;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.VariableCell;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates variables in place, in one elementwise pass. */
final class UpdateStep extends Step {
    /** A kernel for variables of one shape. */
    private record Shaped(Shape shape, MapPlan plan) {}

    private final CoreOp.Update op;
    private final boolean[] written;

    /** For the shape last seen: that of the variables is only known when they are. */
    private volatile @Nullable Shaped shaped;

    UpdateStep(Instruction instruction, CoreOp.Update op) {
        super(instruction);
        this.op = op;
        this.written = new boolean[op.cells()];
        for (int w : op.writes()) {
            written[w] = true;
        }
    }

    @Override
    void run(Frame f) {
        VariableCell[] cells = new VariableCell[op.cells()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = ReadStep.cell(f.slot(inputs[i]));
        }
        VariableCell.updateAll(cells, written, values -> {
            Object[] in = new Object[inputs.length];
            for (int i = 0; i < in.length; i++) {
                in[i] = i < values.length ? Raw.array(values[i]) : f.slot(inputs[i]);
            }
            Object[] out = new Object[op.writes().length];
            for (int i = 0; i < out.length; i++) {
                out[i] = in[op.writes()[i]];
            }
            plan(cells, values).run(in, out, f.context().parallel());
        });
    }

    private MapPlan plan(VariableCell[] cells, Tensor[] values) {
        Shape shape = values[0].shape();
        Shaped known = shaped;
        if (known != null && known.shape().equals(shape)) {
            for (int i = 1; i < values.length; i++) {
                require(cells[i].name(), values[i].shape(), shape);
            }
            return known.plan();
        }
        List<int[]> dims = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            Shape s = i < values.length
                    ? values[i].shape()
                    : instruction.inputs().get(i).shape();
            if (i < values.length || s.rank() > 0) {
                require(i < values.length ? cells[i].name() : "input " + i, s, shape);
            }
            dims.add(s.intDims());
        }
        MapPlan plan = MapPlan.of(
                op.bodies(),
                dims,
                shape.intDims(),
                Arrays.stream(op.writes()).boxed().toList());
        shaped = new Shaped(shape, plan);
        return plan;
    }

    private static void require(String what, Shape actual, Shape wanted) {
        if (!actual.equals(wanted)) {
            throw new InvalidArgumentException(
                    "var and " + what + " do not have the same shape " + wanted + " " + actual);
        }
    }
}
