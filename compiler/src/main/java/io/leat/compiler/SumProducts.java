package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.ir.BinaryFunction;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Scalar;
import io.leat.ir.Scalars;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sums of matrix products, as gradients of a weight over all steps of a recurrent network are, without storing each
 * product:
 *
 * <pre>
 *   p = MatMul(a, b)
 *   q = MatMul(c, d)
 *   s = Map[x0 + x1 + x2](p, q, r)      ->      t = ProductSum(a, b, c, d)
 *                                               s = Map[x0 + x1](t, r)
 * </pre>
 */
final class SumProducts {
    private final CoreProgram program;
    private final Uses uses;
    private final Set<Instruction> absorbed = new HashSet<>();

    private SumProducts(CoreProgram program) {
        this.program = program;
        this.uses = new Uses(program);
    }

    static CoreProgram run(CoreProgram program) {
        return new SumProducts(program).rewrite();
    }

    private CoreProgram rewrite() {
        Map<Instruction, List<List<Instruction>>> sums = new LinkedHashMap<>();
        for (Instruction in : program.instructions()) {
            if (in.op() instanceof CoreOp.Map map && isSumOfAll(map, in)) {
                List<List<Instruction>> groups = groups(in);
                if (!groups.isEmpty()) {
                    sums.put(in, groups);
                    groups.forEach(absorbed::addAll);
                }
            }
        }
        if (sums.isEmpty()) {
            return program;
        }
        var b = CoreProgram.Builder.after(program);
        for (Instruction in : program.instructions()) {
            List<List<Instruction>> groups = sums.get(in);
            if (groups != null) {
                replace(in, groups, b);
            } else if (!absorbed.contains(in)) {
                b.add(in.op(), in.inputs(), in.outputs(), in.origin());
            }
        }
        return b.build(program.inputs(), program.outputs());
    }

    /** Whether an instruction adds up all its inputs, each once. */
    private static boolean isSumOfAll(CoreOp.Map map, Instruction in) {
        if (map.bodies().size() != 1 || !in.outputs().getFirst().dtype().isFloating()) {
            return false;
        }
        List<Scalar> nodes = Scalars.topological(map.bodies());
        long leaves = nodes.stream().filter(s -> s instanceof Scalar.Input).count();
        boolean adds = nodes.stream()
                .allMatch(s -> s instanceof Scalar.Input
                        || s instanceof Scalar.Binary(var f, var a, var b, var _) && f == BinaryFunction.ADD && a != b);
        // A sum of n leaves that are all different has n - 1 additions; shared ones would be more leaves than nodes.
        return adds && leaves == in.inputs().size() && nodes.size() == 2 * leaves - 1;
    }

    /** The products among the inputs that nobody else reads, those that can be summed together. */
    private List<List<Instruction>> groups(Instruction sum) {
        Map<CoreOp, List<Instruction>> groups = new LinkedHashMap<>();
        for (Value v : sum.inputs()) {
            Instruction def = uses.definition(v);
            boolean product = def != null
                    && def.op() instanceof CoreOp.MatMul
                    && v.shape().rank() == 2;
            if (product
                    && uses.isReadOnce(v)
                    && v.shape().equals(sum.outputs().getFirst().shape())) {
                groups.computeIfAbsent(requireNonNull(def).op(), k -> new ArrayList<>())
                        .add(def);
            }
        }
        return groups.values().stream().filter(g -> g.size() > 1).toList();
    }

    private void replace(Instruction sum, List<List<Instruction>> groups, CoreProgram.Builder b) {
        Value out = sum.outputs().getFirst();
        List<Value> terms = new ArrayList<>();
        for (Value v : sum.inputs()) {
            Instruction def = uses.definition(v);
            if (def == null || groups.stream().noneMatch(g -> g.contains(def))) {
                terms.add(v);
            }
        }
        boolean alone = terms.isEmpty() && groups.size() == 1;
        for (List<Instruction> group : groups) {
            var op = (CoreOp.MatMul) group.getFirst().op();
            List<Value> pairs = new ArrayList<>();
            group.forEach(p -> pairs.addAll(p.inputs()));
            Value total = alone ? out : b.value(out.dtype(), out.shape());
            b.add(new CoreOp.ProductSum(op.transposeA(), op.transposeB()), pairs, List.of(total), sum.origin());
            terms.add(total);
        }
        if (!alone) {
            Scalar body = Scalar.input(0, out.dtype());
            for (int i = 1; i < terms.size(); i++) {
                body = body.plus(Scalar.input(i, out.dtype()));
            }
            b.add(new CoreOp.Map(List.of(body)), terms, List.of(out), sum.origin());
        }
    }
}
