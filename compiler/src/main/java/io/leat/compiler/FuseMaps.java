package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.Scalar;
import io.leat.ir.Scalars;
import io.leat.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges elementwise instructions over the same shape into one, which computes them element by element without storing
 * what lies between:
 *
 * <pre>
 *   a = Map[x0 * x1](p, q)
 *   b = Map[x0 + 1](a)        ->   b = Map[x0 * x1 + 1](p, q)
 * </pre>
 *
 * <p>A producer moves down to a consumer only when nothing else reads its results before that consumer, so that the
 * order of instructions stays valid; results that are read later too become further outputs.
 */
final class FuseMaps {
    private static final int MAX_INPUTS = 16;
    private static final int MAX_OUTPUTS = 8;
    private static final int MAX_NODES = 400;

    /** A growing fused instruction, standing at the place of its last member. */
    private static final class Group {
        final List<Value> inputs = new ArrayList<>();
        /** Every value computed within, as an expression of the elements of {@link #inputs}. */
        final Map<Value, Scalar> bodies = new LinkedHashMap<>();

        final List<Origin> origins = new ArrayList<>();

        int size;
    }

    private final CoreProgram program;
    private final int[] lastUse;
    private final int[] firstUse;
    private final Map<Value, Integer> definedIn = new HashMap<>();
    private final Map<Integer, Group> groups = new HashMap<>();

    private FuseMaps(CoreProgram program) {
        this.program = program;
        this.lastUse = new int[program.values()];
        this.firstUse = new int[program.values()];
        Arrays.fill(lastUse, -1);
        Arrays.fill(firstUse, Integer.MAX_VALUE);
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            for (Value v : all.get(i).inputs()) {
                lastUse[v.id()] = i;
                firstUse[v.id()] = Math.min(firstUse[v.id()], i);
            }
        }
        program.outputs().forEach(v -> lastUse[v.id()] = Integer.MAX_VALUE);
    }

    static CoreProgram run(CoreProgram program) {
        return new FuseMaps(program).fuse();
    }

    private CoreProgram fuse() {
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).op() instanceof CoreOp.Map map) {
                grow(i, all.get(i), map);
            }
        }
        List<Instruction> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Instruction in = all.get(i);
            if (!(in.op() instanceof CoreOp.Map)) {
                out.add(in);
            } else if (groups.containsKey(i)) {
                out.add(emit(i, in));
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    private void grow(int at, Instruction in, CoreOp.Map map) {
        var group = new Group();
        Set<Integer> merged = new LinkedHashSet<>();
        for (Value v : in.inputs()) {
            Integer producer = definedIn.get(v);
            if (producer != null && !merged.contains(producer) && canMerge(producer, at, in, group)) {
                absorb(group, requireNonNull(groups.get(producer)));
                merged.add(producer);
            }
        }
        List<Scalar> operands = new ArrayList<>();
        for (Value v : in.inputs()) {
            Scalar inner = group.bodies.get(v);
            operands.add(inner != null ? inner : Scalar.input(input(group, v), v.dtype()));
        }
        List<Scalar> bodies = Scalars.substitute(map.bodies(), operands);
        for (int j = 0; j < bodies.size(); j++) {
            group.bodies.put(in.outputs().get(j), bodies.get(j));
        }
        group.origins.add(in.origin());
        group.size = Scalars.topological(List.copyOf(group.bodies.values())).size();
        merged.forEach(groups::remove);
        groups.put(at, group);
        group.bodies.keySet().forEach(v -> definedIn.put(v, at));
    }

    private boolean canMerge(int producer, int at, Instruction consumer, Group into) {
        Group g = groups.get(producer);
        if (g == null || g.size + into.size > MAX_NODES) {
            return false;
        }
        Set<Value> inputs = new LinkedHashSet<>(g.inputs);
        inputs.addAll(into.inputs);
        inputs.addAll(consumer.inputs());
        long kept = g.bodies.keySet().stream().filter(v -> lastUse[v.id()] > at).count();
        if (inputs.size() > MAX_INPUTS || kept + consumer.outputs().size() > MAX_OUTPUTS) {
            return false;
        }
        for (Value v : g.bodies.keySet()) {
            boolean usedOutside = firstUseOutside(v, g) < at;
            if (usedOutside || !v.shape().equals(consumer.outputs().getFirst().shape())) {
                return false;
            }
        }
        return true;
    }

    /** The first instruction that reads {@code v} and is not itself fused into the group. */
    private int firstUseOutside(Value v, Group g) {
        if (firstUse[v.id()] == Integer.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        List<Instruction> all = program.instructions();
        for (int i = firstUse[v.id()]; i <= Math.min(lastUse[v.id()], all.size() - 1); i++) {
            Instruction user = all.get(i);
            if (user.inputs().contains(v)
                    && (user.outputs().isEmpty()
                            || !g.bodies.containsKey(user.outputs().getFirst()))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static void absorb(Group into, Group from) {
        List<Scalar> operands = new ArrayList<>();
        for (Value v : from.inputs) {
            Scalar inner = into.bodies.get(v);
            operands.add(inner != null ? inner : Scalar.input(input(into, v), v.dtype()));
        }
        List<Scalar> moved = Scalars.substitute(List.copyOf(from.bodies.values()), operands);
        int j = 0;
        for (Value v : from.bodies.keySet()) {
            into.bodies.put(v, moved.get(j++));
        }
        into.origins.addAll(from.origins);
        into.size += from.size;
    }

    private static int input(Group g, Value v) {
        int i = g.inputs.indexOf(v);
        if (i < 0) {
            g.inputs.add(v);
            i = g.inputs.size() - 1;
        }
        return i;
    }

    private Instruction emit(int at, Instruction last) {
        Group g = requireNonNull(groups.get(at));
        List<Value> outputs = new ArrayList<>();
        List<Scalar> bodies = new ArrayList<>();
        g.bodies.forEach((v, body) -> {
            if (lastUse[v.id()] > at || last.outputs().contains(v)) {
                outputs.add(v);
                bodies.add(body);
            }
        });
        return new Instruction(new CoreOp.Map(bodies), g.inputs, outputs, Origin.fused(g.origins));
    }
}
