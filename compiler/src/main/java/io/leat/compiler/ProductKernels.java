package io.leat.compiler;

import io.leat.compiler.codegen.MapPlan;
import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.ProductKernel;
import io.leat.ir.Value;
import io.leat.kernels.Finish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Products with their epilogues, which run on each part of the product as soon as it is final. */
final class ProductKernels {
    private ProductKernels() {}

    static ArrayKernel of(Instruction in, CoreOp.Product op) {
        ProductKernel kernel = op.kernel();
        CoreOp.Map epilogue = op.epilogue();
        if (epilogue == null) {
            return (inputs, outputs, parallel) ->
                    kernel.run(inputs, outputs[0], op.prepared(), Finish.NOTHING, parallel);
        }
        int[] shape = in.outputs().getFirst().shape().intDims();
        List<int[]> dims = new ArrayList<>();
        dims.add(shape);
        for (Value v : in.inputs().subList(2, in.inputs().size())) {
            dims.add(v.shape().intDims());
        }
        MapPlan map = MapPlan.of(epilogue.bodies(), dims, shape);
        ChannelEpilogue known = ChannelEpilogue.of(epilogue, dims);
        int results = epilogue.bodies().size();
        return (inputs, outputs, parallel) -> {
            Object product = outputs[outputs.length - 1];
            Object[] mapped = Arrays.copyOfRange(inputs, 1, inputs.length);
            mapped[0] = product;
            Object[] to = Arrays.copyOf(outputs, results);
            if (Debug.VALIDATE) {
                kernel.run(inputs, product, op.prepared(), Finish.NOTHING, parallel);
                map.run(mapped, to, parallel);
            } else {
                Finish finish = known != null && outputs.length == 1 ? known.finish(mapped) : map.finish(mapped, to);
                kernel.run(inputs, product, op.prepared(), finish, parallel);
            }
        };
    }
}
