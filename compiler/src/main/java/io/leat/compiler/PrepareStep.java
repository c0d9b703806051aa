package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import org.jspecify.annotations.Nullable;

/** Prepares weights, again only when they are in another array than the last time. */
final class PrepareStep extends Step {
    private record Prepared(Object weights, Object result) {}

    private final CoreOp.Prepare op;
    private volatile @Nullable Prepared last;

    PrepareStep(Instruction instruction, CoreOp.Prepare op) {
        super(instruction);
        this.op = op;
    }

    @Override
    void run(Frame f) {
        Object weights = f.slot(inputs[0]);
        Prepared known = last;
        if (known == null || known.weights() != weights) {
            Value out = instruction.outputs().getFirst();
            Object result = out.dtype().newArray(out.shape().size());
            op.kernel().prepare(weights, result, f.context().parallel());
            known = new Prepared(weights, result);
            last = known;
        }
        f.slots[outputs[0]] = known.result();
    }
}
