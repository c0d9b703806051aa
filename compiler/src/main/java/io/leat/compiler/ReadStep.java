package io.leat.compiler;

import io.leat.ir.Instruction;
import io.leat.ir.Resources;
import io.leat.ir.Value;
import io.leat.ir.VariableCell;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;

/** Takes a snapshot of a variable. */
final class ReadStep extends Step {
    private final int borrow;

    /** @param borrow where the frame notes the snapshot to be given back, or -1 when it leaves the run */
    ReadStep(Instruction instruction, int borrow) {
        super(instruction);
        this.borrow = borrow;
    }

    @Override
    void run(Frame f) {
        VariableCell cell = cell(f.slot(inputs[0]));
        Tensor snapshot = cell.borrow();
        if (borrow >= 0) {
            f.lenders[borrow] = cell;
            f.borrowed[borrow] = snapshot;
        }
        Value out = instruction.outputs().getFirst();
        if (snapshot.dtype() != out.dtype() || !out.shape().isCompatibleWith(snapshot.shape())) {
            throw new InvalidArgumentException("variable '" + cell.name() + "' holds "
                    + snapshot.dtype().signatureName() + snapshot.shape() + " where "
                    + out.dtype().signatureName() + out.shape() + " was declared");
        }
        f.slots[outputs[0]] = HostStep.slot(out, snapshot);
    }

    /** The variable behind the handle in a slot. */
    static VariableCell cell(Object slot) {
        Object[] handles = (Object[]) (slot instanceof Tensor t ? Raw.array(t) : slot);
        return Resources.of(handles[0], VariableCell.class);
    }
}
