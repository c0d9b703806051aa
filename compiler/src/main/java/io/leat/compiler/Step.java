package io.leat.compiler;

import io.leat.ir.Instruction;

/** One step of a plan, bound to the slots of its inputs and outputs. Immutable; runs on any frame of its plan. */
abstract class Step {
    final Instruction instruction;
    final int[] inputs;
    final int[] outputs;

    Step(Instruction instruction) {
        this.instruction = instruction;
        this.inputs = instruction.inputs().stream().mapToInt(v -> v.id()).toArray();
        this.outputs = instruction.outputs().stream().mapToInt(v -> v.id()).toArray();
    }

    abstract void run(Frame f);
}
