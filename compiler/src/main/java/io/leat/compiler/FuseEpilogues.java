package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.Scalar;
import io.leat.ir.Scalars;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets a product do the elementwise instruction that reads it first:
 *
 * <pre>
 *   p = Product(x, w)
 *   y = Map[max(x0 + x1, 0)](p, bias)     ->     y = Product[epilogue max(x0 + x1, 0)](x, w, bias)
 * </pre>
 *
 * <p>The product moves down to the place of the map. Of several products that a map reads, the last one takes it.
 */
final class FuseEpilogues {
    private final CoreProgram program;
    private final Map<Value, Integer> definedAt = new HashMap<>();
    private final Map<Value, Integer> firstUse = new HashMap<>();
    private final Map<Value, Integer> lastUse = new HashMap<>();
    private final Map<Integer, Instruction> replaced = new HashMap<>();
    private final Set<Integer> moved = new HashSet<>();

    private FuseEpilogues(CoreProgram program) {
        this.program = program;
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            for (Value v : all.get(i).outputs()) {
                definedAt.put(v, i);
            }
            for (Value v : all.get(i).inputs()) {
                firstUse.putIfAbsent(v, i);
                lastUse.put(v, i);
            }
        }
        program.outputs().forEach(v -> lastUse.put(v, Integer.MAX_VALUE));
    }

    static CoreProgram run(CoreProgram program) {
        return new FuseEpilogues(program).fuse();
    }

    private CoreProgram fuse() {
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).op() instanceof CoreOp.Map map) {
                fuse(i, all.get(i), map);
            }
        }
        List<Instruction> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!moved.contains(i)) {
                out.add(replaced.getOrDefault(i, all.get(i)));
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    private void fuse(int at, Instruction in, CoreOp.Map map) {
        int last = -1;
        for (Value v : in.inputs()) {
            int from = definedAt.getOrDefault(v, -1);
            if (from > last && firstUse.getOrDefault(v, -1) == at && takesEpilogue(from, in)) {
                last = from;
            }
        }
        if (last < 0) {
            return;
        }
        Instruction producer = program.instructions().get(last);
        CoreOp.Product product = (CoreOp.Product) producer.op();
        Value result = producer.outputs().getFirst();
        List<Value> inputs = new ArrayList<>(producer.inputs());
        List<Scalar> operands = new ArrayList<>();
        int others = 0;
        for (Value v : in.inputs()) {
            operands.add(Scalar.input(v == result ? 0 : ++others, v.dtype()));
            if (v != result) {
                inputs.add(v);
            }
        }
        List<Value> outputs = new ArrayList<>(in.outputs());
        if (!overwrites(in, result) || lastUse.getOrDefault(result, -1) > at) {
            outputs.add(result);
        }
        var epilogue = new CoreOp.Map(Scalars.substitute(map.bodies(), operands));
        var op = new CoreOp.Product(product.name(), product.kernel(), product.prepared(), epilogue);
        Origin origin = Origin.fused(List.of(producer.origin(), in.origin()));
        replaced.put(at, new Instruction(op, inputs, outputs, origin));
        moved.add(last);
    }

    private boolean takesEpilogue(int producer, Instruction consumer) {
        Instruction p = program.instructions().get(producer);
        return p.op() instanceof CoreOp.Product product
                && product.epilogue() == null
                && p.outputs()
                        .getFirst()
                        .shape()
                        .equals(consumer.outputs().getFirst().shape());
    }

    private static boolean overwrites(Instruction map, Value result) {
        return map.outputs().size() == 1 && map.outputs().getFirst().dtype() == result.dtype();
    }
}
