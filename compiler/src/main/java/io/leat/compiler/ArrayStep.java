package io.leat.compiler;

import io.leat.ir.ArrayKernel;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import java.util.List;

/** A kernel over the arrays of its inputs, into planned or fresh arrays. */
final class ArrayStep extends Step {
    private final ArrayKernel kernel;
    private final boolean[] fresh;
    private final DType[] dtypes;
    private final long[] sizes;

    ArrayStep(Instruction instruction, BufferPlan buffers, ArrayKernel kernel) {
        super(instruction);
        this.kernel = kernel;
        List<Value> outs = instruction.outputs();
        this.fresh = new boolean[outs.size()];
        this.dtypes = new DType[outs.size()];
        this.sizes = new long[outs.size()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = buffers.place(outs.get(i)) == BufferPlan.Place.FRESH;
            dtypes[i] = outs.get(i).dtype();
            sizes[i] = outs.get(i).shape().size();
        }
    }

    @Override
    void run(Frame f) {
        Object[] in = new Object[inputs.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = f.slot(inputs[i]);
        }
        Object[] out = new Object[outputs.length];
        for (int i = 0; i < out.length; i++) {
            if (fresh[i]) {
                f.slots[outputs[i]] = dtypes[i].newArray(sizes[i]);
            }
            out[i] = f.slot(outputs[i]);
        }
        kernel.run(in, out, f.context().parallel());
    }
}
