package io.leat.compiler;

import io.leat.ir.BinaryFunction;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets gradients of rectifiers read the rectified value, which is greater than 0 exactly where the value before is, so
 * that this one need not be kept:
 *
 * <pre>
 *   y = Map[max(x0, 0)](x)
 *   d = Map[x0 > 0 ? x1 : 0](x, g)     ->     d = Map[x0 > 0 ? x1 : 0](y, g)
 * </pre>
 */
final class ReluGradients {
    private ReluGradients() {}

    static CoreProgram run(CoreProgram program) {
        Map<Value, Value> rectified = new HashMap<>();
        List<Instruction> out = new ArrayList<>();
        for (Instruction in : program.instructions()) {
            if (!(in.op() instanceof CoreOp.Map map) || map.bodies().size() > 1) {
                out.add(in);
                continue;
            }
            Scalar body = map.bodies().getFirst();
            if (isRelu(body)
                    && in.outputs()
                            .getFirst()
                            .shape()
                            .equals(in.inputs().getFirst().shape())) {
                rectified.put(in.inputs().getFirst(), in.outputs().getFirst());
            }
            int compared = compared(body);
            Value y = compared < 0 ? null : rectified.get(in.inputs().get(compared));
            if (y == null) {
                out.add(in);
            } else {
                List<Value> inputs = new ArrayList<>(in.inputs());
                inputs.set(compared, y);
                out.add(new Instruction(map, inputs, in.outputs(), in.origin()));
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    private static boolean isRelu(Scalar body) {
        return body instanceof Scalar.Binary(var f, Scalar.Input(int k, DType t), Scalar.Constant zero, var _)
                && f == BinaryFunction.MAXIMUM
                && k == 0
                && t.isFloating()
                && zero.real() == 0;
    }

    /** The input that a gradient compares with 0 and uses for nothing else, or -1. */
    private static int compared(Scalar body) {
        return body
                                instanceof
                                Scalar.Select(
                                        Scalar.Binary(var f, Scalar.Input(int k, DType t), Scalar.Constant zero, var _),
                                        Scalar.Input(int other, var _),
                                        Scalar.Constant _,
                                        var _)
                        && f == BinaryFunction.GREATER
                        && t.isFloating()
                        && zero.real() == 0
                        && k != other
                ? k
                : -1;
    }
}
