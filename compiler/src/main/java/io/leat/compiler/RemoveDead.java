package io.leat.compiler;

import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Drops instructions whose results nobody uses and that have no effect. */
final class RemoveDead {
    private RemoveDead() {}

    static CoreProgram run(CoreProgram p) {
        boolean[] used = new boolean[p.values()];
        p.outputs().forEach(v -> used[v.id()] = true);
        List<Instruction> kept = new ArrayList<>();
        for (Instruction i : p.instructions().reversed()) {
            boolean effect = i.op().hasEffect() && !(i.op() instanceof io.leat.ir.CoreOp.ReadVariable);
            if (effect || i.outputs().stream().anyMatch(v -> used[v.id()])) {
                kept.add(i);
                for (Value v : i.inputs()) {
                    used[v.id()] = true;
                }
            }
        }
        Collections.reverse(kept);
        return new CoreProgram(p.inputs(), kept, p.outputs(), p.values());
    }
}
