package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Step.Call;
import io.leat.compiler.codegen.Step.CopyIn;
import io.leat.compiler.codegen.Step.Loop;
import io.leat.compiler.codegen.Step.Write;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which tile of {@link Scratch} each value has; tiles are used again when their value is read no more. */
final class Slots {
    private final int[] slot;
    private final Map<Tiles, Pool> pools = new EnumMap<>(Tiles.class);

    /** The tiles of one kind. */
    private static final class Pool {
        int count;
        final Deque<Integer> free = new ArrayDeque<>();
    }

    private Slots(int nodes) {
        slot = new int[nodes];
        Arrays.fill(slot, -1);
    }

    static Slots of(Dag dag, boolean[] uniform, List<Step> steps) {
        Slots slots = new Slots(dag.size());
        int[] lastRead = new int[dag.size()];
        for (int s = 0; s < steps.size(); s++) {
            for (int x : Schedule.tilesRead(dag, uniform, steps.get(s))) {
                lastRead[x] = s;
            }
        }
        for (int s = 0; s < steps.size(); s++) {
            int step = s;
            List<Integer> ended = Schedule.tilesRead(dag, uniform, steps.get(s)).stream()
                    .filter(x -> lastRead[x] == step)
                    .toList();
            // A loop reads an element before it writes it, so its results may take over its arguments' tiles.
            boolean before = steps.get(s) instanceof Loop;
            if (before) {
                ended.forEach(x -> slots.release(x, dag));
            }
            for (int x : written(steps.get(s))) {
                slots.take(x, dag);
            }
            if (!before) {
                ended.forEach(x -> slots.release(x, dag));
            }
        }
        return slots;
    }

    /** The nodes whose tiles a step writes. */
    private static List<Integer> written(Step step) {
        return switch (step) {
            case CopyIn(var node) -> List.of(node);
            case Loop(var _, var results) -> results;
            case Call(var node, var _, var output) -> output < 0 ? List.of(node) : List.of();
            case Write _ -> List.of();
        };
    }

    private Pool pool(Tiles kind) {
        return pools.computeIfAbsent(kind, _ -> new Pool());
    }

    private void take(int node, Dag dag) {
        Pool pool = pool(Tiles.of(dag.node(node).type()));
        Integer again = pool.free.poll();
        slot[node] = again != null ? again : pool.count++;
    }

    private void release(int node, Dag dag) {
        pool(Tiles.of(dag.node(node).type())).free.push(slot[node]);
    }

    int of(int node) {
        return slot[node];
    }

    Scratch.Size size() {
        return new Scratch.Size(
                pool(Tiles.FLOATS).count,
                pool(Tiles.DOUBLES).count,
                pool(Tiles.INTS).count,
                pool(Tiles.LONGS).count,
                pool(Tiles.SHORTS).count,
                pool(Tiles.BYTES).count);
    }
}
