package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts weights that stay the same from run to run into the order that their products want, once: weights that are
 * constant, or a variable that the program does nothing to but read.
 */
final class PrepareWeights {
    private final CoreProgram program;
    private final Map<Value, Instruction> definitions = new HashMap<>();
    /** What goes into anything but a read: handles of variables that the program may change. */
    private final Set<Value> touched = new HashSet<>();

    private PrepareWeights(CoreProgram program) {
        this.program = program;
        for (Instruction in : program.instructions()) {
            in.outputs().forEach(v -> definitions.put(v, in));
            if (!(in.op() instanceof CoreOp.ReadVariable)) {
                touched.addAll(in.inputs());
            }
        }
    }

    static CoreProgram run(CoreProgram program) {
        return new PrepareWeights(program).prepare();
    }

    private CoreProgram prepare() {
        var builder = CoreProgram.Builder.after(program);
        List<Instruction> out = new ArrayList<>();
        int values = program.values();
        for (Instruction in : program.instructions()) {
            if (in.op() instanceof CoreOp.Product p && !p.prepared() && p.kernel().preparedSize() > 0) {
                int at = p.kernel().weights();
                Value weights = in.inputs().get(at);
                if (stays(weights)) {
                    DType type = weights.dtype();
                    Value prepared = builder.value(type, Shape.of(p.kernel().preparedSize()));
                    values = prepared.id() + 1;
                    var prepare = new CoreOp.Prepare(p.name(), p.kernel());
                    out.add(new Instruction(prepare, List.of(weights), List.of(prepared), in.origin()));
                    List<Value> inputs = new ArrayList<>(in.inputs());
                    inputs.set(at, prepared);
                    var op = new CoreOp.Product(p.name(), p.kernel(), true, p.epilogue());
                    out.add(new Instruction(op, inputs, in.outputs(), in.origin()));
                    continue;
                }
            }
            out.add(in);
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), values);
    }

    private boolean stays(Value weights) {
        Instruction definition = definitions.get(weights);
        if (definition == null) {
            return false;
        }
        Value from = definition.inputs().isEmpty() ? weights : definition.inputs().getFirst();
        return definition.op() instanceof CoreOp.Constant
                || definition.op() instanceof CoreOp.Reshape && stays(from)
                || definition.op() instanceof CoreOp.ReadVariable && !touched.contains(from);
    }
}
