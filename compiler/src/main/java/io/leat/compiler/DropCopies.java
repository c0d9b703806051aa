package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.ReduceKind;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the readers of a mere copy read the original: reductions over nothing, slices and paddings of everything,
 * reshapes to the same shape, permutations that permute nothing, concatenations of one part.
 */
final class DropCopies {
    private DropCopies() {}

    static CoreProgram run(CoreProgram p) {
        Map<Value, Value> originals = new HashMap<>();
        List<Instruction> kept = new ArrayList<>();
        for (Instruction in : p.instructions()) {
            List<Value> inputs =
                    in.inputs().stream().map(v -> originals.getOrDefault(v, v)).toList();
            if (isCopy(in, p)) {
                originals.put(in.outputs().getFirst(), inputs.getFirst());
            } else {
                kept.add(inputs.equals(in.inputs()) ? in : new Instruction(in.op(), inputs, in.outputs(), in.origin()));
            }
        }
        return new CoreProgram(p.inputs(), kept, p.outputs(), p.values());
    }

    private static boolean isCopy(Instruction in, CoreProgram p) {
        boolean moves = switch (in.op()) {
            case CoreOp.Reduce r -> r.axes().length == 0 && r.kind() != ReduceKind.ALL && r.kind() != ReduceKind.ANY;
            case CoreOp.Reshape _, CoreOp.Slice _, CoreOp.Pad _, CoreOp.Concat _, CoreOp.Transpose _ -> true;
            default -> false;
        };
        Value to = in.outputs().isEmpty() ? null : in.outputs().getFirst();
        if (!moves || to == null || p.outputs().contains(to)) {
            return false;
        }
        Value from = in.inputs().getFirst();
        boolean sameShape =
                from.shape().isFullyKnown() && from.shape().equals(to.shape()) && from.dtype() == to.dtype();
        return sameShape && (!(in.op() instanceof CoreOp.Slice s) || forwards(s)) && keepsOrder(in);
    }

    private static boolean forwards(CoreOp.Slice s) {
        for (int i = 0; i < s.begin().length; i++) {
            if (s.begin()[i] != 0 || s.strides()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean keepsOrder(Instruction in) {
        if (!(in.op() instanceof CoreOp.Transpose t)) {
            return true;
        }
        for (int i = 0; i < t.permutation().length; i++) {
            if (t.permutation()[i] != i) {
                return false;
            }
        }
        return true;
    }
}
