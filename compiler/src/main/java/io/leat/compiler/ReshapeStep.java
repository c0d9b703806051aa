package io.leat.compiler;

import io.leat.ir.Instruction;

/** The same array under another shape. */
final class ReshapeStep extends Step {
    ReshapeStep(Instruction instruction) {
        super(instruction);
    }

    @Override
    void run(Frame f) {
        f.slots[outputs[0]] = f.slot(inputs[0]);
    }
}
