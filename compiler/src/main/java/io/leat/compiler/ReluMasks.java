package io.leat.compiler;

import io.leat.ir.BinaryFunction;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Scalar;
import io.leat.ir.Scalars;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets whoever asks only whether a value is above 0 ask its rectified value instead, which is above 0 for the same
 * elements:
 *
 * <pre>
 *   r = Map[maximum(x0, 0)](v)                    r = Map[maximum(x0, 0)](v)
 *   d = Map[select(x1 > 0, x0, 0)](g, v)    ->    d = Map[select(x1 > 0, x0, 0)](g, r)
 * </pre>
 *
 * <p>The gradient of a rectifier asks this, and then {@code v} need not be kept for it.
 */
final class ReluMasks {
    private ReluMasks() {}

    static CoreProgram run(CoreProgram program) {
        Map<Value, Value> rectified = new HashMap<>();
        List<Instruction> out = new ArrayList<>();
        for (Instruction in : program.instructions()) {
            Instruction next = in;
            if (in.op() instanceof CoreOp.Map(var bodies)) {
                next = new Instruction(in.op(), inputs(bodies, in.inputs(), rectified), in.outputs(), in.origin());
                if (bodies.size() == 1 && isRectifier(bodies.getFirst())) {
                    rectified.put(in.inputs().getFirst(), in.outputs().getFirst());
                }
            }
            out.add(next);
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    private static boolean isRectifier(Scalar body) {
        return body instanceof Scalar.Binary(var f, Scalar.Input(var input, var type), var zero, var _)
                && f == BinaryFunction.MAXIMUM
                && input == 0
                && type.isFloating()
                && isZero(zero);
    }

    private static boolean isZero(Scalar s) {
        return s instanceof Scalar.Constant(var type, var real, var _) && type.isFloating() && real == 0;
    }

    private static List<Value> inputs(List<Scalar> bodies, List<Value> inputs, Map<Value, Value> rectified) {
        List<Value> result = new ArrayList<>(inputs);
        for (int k = 0; k < result.size(); k++) {
            Value r = rectified.get(inputs.get(k));
            if (r != null && onlyComparedWithZero(bodies, k)) {
                result.set(k, r);
            }
        }
        return result;
    }

    private static boolean onlyComparedWithZero(List<Scalar> bodies, int input) {
        boolean compared = false;
        for (Scalar s : Scalars.topological(bodies)) {
            boolean mask = s instanceof Scalar.Binary(var f, var a, var b, var _)
                    && f == BinaryFunction.GREATER
                    && isInput(a, input)
                    && isZero(b);
            compared |= mask;
            if (!mask && Scalars.operands(s).stream().anyMatch(x -> isInput(x, input))) {
                return false;
            }
        }
        return compared && bodies.stream().noneMatch(b -> isInput(b, input));
    }

    private static boolean isInput(Scalar s, int input) {
        return s instanceof Scalar.Input(var index, var _) && index == input;
    }
}
