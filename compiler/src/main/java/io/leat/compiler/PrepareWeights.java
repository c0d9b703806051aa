package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts weights into the order that their products want: once for many runs those that stay the same from run to run,
 * which are constants and variables that the program does nothing to but read; once in each run those of several
 * products.
 */
final class PrepareWeights {
    private record Key(Value weights, Object preparation) {
        static Key of(Instruction in, CoreOp.Product p) {
            return new Key(in.inputs().get(p.kernel().weights()), p.kernel().preparation());
        }
    }

    private final CoreProgram program;
    private final Map<Value, Instruction> definitions = new HashMap<>();
    /** What goes into anything but a read: handles of variables that the program may change. */
    private final Set<Value> touched = new HashSet<>();

    private final Map<Key, Integer> products = new HashMap<>();
    private final Map<Key, Value> prepared = new HashMap<>();

    private PrepareWeights(CoreProgram program) {
        this.program = program;
        for (Instruction in : program.instructions()) {
            in.outputs().forEach(v -> definitions.put(v, in));
            if (!(in.op() instanceof CoreOp.ReadVariable)) {
                touched.addAll(in.inputs());
            }
            if (in.op() instanceof CoreOp.Product p) {
                products.merge(Key.of(in, p), 1, Integer::sum);
            }
        }
    }

    static CoreProgram run(CoreProgram program) {
        return new PrepareWeights(program).prepare();
    }

    private CoreProgram prepare() {
        var builder = CoreProgram.Builder.after(program);
        for (Instruction in : program.instructions()) {
            if (in.op() instanceof CoreOp.Product p
                    && !p.prepared()
                    && p.kernel().preparedSize() > 0) {
                prepare(in, p, builder);
            } else {
                builder.add(in.op(), in.inputs(), in.outputs(), in.origin());
            }
        }
        return builder.build(program.inputs(), program.outputs());
    }

    private void prepare(Instruction in, CoreOp.Product p, CoreProgram.Builder builder) {
        int at = p.kernel().weights();
        Value weights = in.inputs().get(at);
        Key key = Key.of(in, p);
        boolean kept = stays(weights);
        if (!kept && products.getOrDefault(key, 0) < 2) {
            builder.add(p, in.inputs(), in.outputs(), in.origin());
            return;
        }
        Value ready = prepared.computeIfAbsent(key, k -> {
            var prepare = new CoreOp.Prepare(p.name(), p.kernel(), kept);
            Shape shape = Shape.of(p.kernel().preparedSize());
            return builder.emit(prepare, weights.dtype(), shape, in.origin(), weights);
        });
        List<Value> inputs = new ArrayList<>(in.inputs());
        inputs.set(at, ready);
        var op = new CoreOp.Product(p.name(), p.kernel(), true, p.epilogue());
        builder.add(op, inputs, in.outputs(), in.origin());
    }

    private boolean stays(Value weights) {
        Instruction definition = definitions.get(weights);
        if (definition == null) {
            return false;
        }
        Value from =
                definition.inputs().isEmpty() ? weights : definition.inputs().getFirst();
        return definition.op() instanceof CoreOp.Constant
                || definition.op() instanceof CoreOp.Reshape && stays(from)
                || definition.op() instanceof CoreOp.ReadVariable && !touched.contains(from);
    }
}
