package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.InternalException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;

/** An op on whole tensors. */
final class HostStep extends Step {
    private final CoreOp.Host host;

    HostStep(Instruction instruction, CoreOp.Host host) {
        super(instruction);
        this.host = host;
    }

    @Override
    void run(Frame f) {
        List<Value> values = instruction.inputs();
        Tensor[] in = new Tensor[inputs.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = tensor(values.get(i), f.slot(inputs[i]));
        }
        Tensor[] out = host.kernel().run(in, f.context());
        for (int i = 0; i < out.length; i++) {
            f.slots[outputs[i]] = slot(instruction.outputs().get(i), out[i]);
        }
    }

    /** What a slot holds, as a tensor. */
    static Tensor tensor(Value v, Object slot) {
        return slot instanceof Tensor t ? t : Raw.wrap(v.dtype(), v.shape(), slot);
    }

    /** A tensor as what the slot of {@code v} holds: the array alone where the shape was promised. */
    static Object slot(Value v, Tensor t) {
        if (!v.shape().isFullyKnown()) {
            return t;
        }
        if (!t.shape().equals(v.shape())) {
            throw new InternalException("computed " + t.shape() + " where " + v + " was inferred");
        }
        return Raw.array(t);
    }
}
