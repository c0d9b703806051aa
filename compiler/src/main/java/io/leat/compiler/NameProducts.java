package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.ProductKernel;
import java.util.ArrayList;
import java.util.List;

/** Turns those matrix products that can take prepared weights and epilogues into {@link CoreOp.Product}. */
final class NameProducts {
    private NameProducts() {}

    static CoreProgram run(CoreProgram program) {
        List<Instruction> out = new ArrayList<>();
        for (Instruction in : program.instructions()) {
            ProductKernel kernel = in.op() instanceof CoreOp.MatMul m ? MatMulKernels.product(in, m) : null;
            if (kernel == null) {
                out.add(in);
            } else {
                var product = new CoreOp.Product("MatMul", kernel, false, null);
                out.add(new Instruction(product, in.inputs(), in.outputs(), in.origin()));
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }
}
