package io.leat.ir;

import java.util.List;

/** One step of a core program. */
public record Instruction(CoreOp op, List<Value> inputs, List<Value> outputs, Origin origin) {
    public Instruction {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    @Override
    public String toString() {
        return CoreOp.text(outputs) + " = " + op + "(" + CoreOp.text(inputs) + ")  # " + origin.name();
    }
}
