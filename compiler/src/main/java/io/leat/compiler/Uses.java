package io.leat.compiler;

import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who defines and who reads the values of a program. */
final class Uses {
    private final @Nullable Instruction[] definitions;
    private final List<List<Instruction>> readers = new ArrayList<>();
    private final Set<Value> fetched;

    Uses(CoreProgram program) {
        definitions = new Instruction[program.values()];
        fetched = new HashSet<>(program.outputs());
        for (int i = 0; i < program.values(); i++) {
            readers.add(new ArrayList<>(1));
        }
        for (Instruction in : program.instructions()) {
            in.outputs().forEach(v -> definitions[v.id()] = in);
            in.inputs().stream().distinct().forEach(v -> readers.get(v.id()).add(in));
        }
    }

    /** The instruction that computes {@code v}, or null for an input of the program. */
    @Nullable
    Instruction definition(Value v) {
        return definitions[v.id()];
    }

    /** The instructions that read {@code v}, each once, in order. */
    List<Instruction> readers(Value v) {
        return readers.get(v.id());
    }

    boolean isFetched(Value v) {
        return fetched.contains(v);
    }

    /** Whether one input of one instruction is all that {@code v} is for. */
    boolean isReadOnce(Value v) {
        List<Instruction> all = readers(v);
        return !isFetched(v)
                && all.size() == 1
                && all.getFirst().inputs().stream().filter(v::equals).count() == 1;
    }
}
