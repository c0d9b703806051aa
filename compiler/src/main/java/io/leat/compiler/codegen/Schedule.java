package io.leat.compiler.codegen;

import io.leat.compiler.codegen.Dag.Node;
import io.leat.compiler.codegen.Op.Load;
import io.leat.compiler.codegen.Step.Call;
import io.leat.compiler.codegen.Step.CopyIn;
import io.leat.compiler.codegen.Step.Loop;
import io.leat.compiler.codegen.Step.Write;
import io.leat.tensor.DType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a kernel that works on tiles: as few loops as the routine calls between them allow, each as late as
 * possible, so that few values wait in tiles.
 *
 * <p>Level {@code l} of the graph is its inline nodes that depend on calls of levels below {@code l} only, and then the
 * calls that depend on nothing later. Outputs are written at the very end: an output may be an input's array.
 */
final class Schedule {
    /**
     * The weight of one loop with its arrays: HotSpot does not unroll and vectorise much larger ones. Measured for all
     * of 1 to 8 inputs and 1 to 4 outputs: 50, not 54.
     */
    static final int LARGEST_LOOP = 50;

    /** What an array adds to the weight of a loop, for its address and the access to it. */
    static final int WEIGHT_OF_ARRAY = 6;

    private final Dag dag;
    private final boolean[] uniform;
    private final Form[] forms;
    private final int[] level;
    private final List<List<Integer>> users;
    private final List<Step> steps = new ArrayList<>();

    private Schedule(Dag dag, boolean[] uniform, Form[] forms) {
        this.dag = dag;
        this.uniform = uniform;
        this.forms = forms;
        this.level = new int[dag.size()];
        this.users = users(dag);
    }

    static List<Step> of(Dag dag, boolean[] uniform, Form[] forms) {
        return new Schedule(dag, uniform, forms).build();
    }

    private List<Step> build() {
        int levels = assignLevels() + 1;
        List<List<Integer>> inline = new ArrayList<>();
        List<List<Integer>> calls = new ArrayList<>();
        for (int l = 0; l < levels; l++) {
            inline.add(new ArrayList<>());
            calls.add(new ArrayList<>());
        }
        for (int i = 0; i < dag.size(); i++) {
            if (isWork(i)) {
                (forms[i] == Form.INLINE ? inline : calls).get(level[i]).add(i);
            }
        }
        addUniformTiles();
        for (int l = 0; l < levels; l++) {
            addLoops(inline.get(l));
            for (int i : calls.get(l)) {
                Routine routine = forms[i] == Form.ROUTINE ? Routine.of(dag, dag.node(i)) : null;
                if (routine == null) {
                    addLoop(List.of(i));
                } else {
                    steps.add(new Call(i, routine, -1));
                }
            }
        }
        addWrites();
        addCopies();
        return steps;
    }

    private boolean isWork(int node) {
        return !uniform[node] && !Uniform.isLeaf(dag.node(node));
    }

    /** Gives every node its level, and returns the greatest. */
    private int assignLevels() {
        int last = 0;
        for (int i = 0; i < dag.size(); i++) {
            if (isWork(i)) {
                for (int x : dag.node(i).operands()) {
                    boolean next = forms[i] == Form.INLINE && isWork(x) && forms[x] != Form.INLINE;
                    level[i] = Math.max(level[i], isWork(x) ? level[x] + (next ? 1 : 0) : 0);
                }
                last = Math.max(last, level[i]);
            }
        }
        int[] latest = new int[dag.size()];
        Arrays.fill(latest, last);
        for (int i = dag.size() - 1; i >= 0; i--) {
            if (isWork(i)) {
                level[i] = forms[i] == Form.INLINE ? latest[i] : level[i];
                for (int x : dag.node(i).operands()) {
                    latest[x] = Math.min(latest[x], level[i]);
                }
            }
        }
        return last;
    }

    private void addLoops(List<Integer> nodes) {
        int from = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (i > from && weight(nodes.subList(from, i + 1)) > LARGEST_LOOP) {
                addLoop(nodes.subList(from, i));
                from = i;
            }
        }
        if (from < nodes.size()) {
            addLoop(nodes.subList(from, nodes.size()));
        }
    }

    /** The weight of a loop over some nodes. */
    private int weight(List<Integer> nodes) {
        int weight = 0;
        Set<Integer> arrays = new HashSet<>();
        for (int i : nodes) {
            weight += Form.weight(dag, dag.node(i));
            dag.node(i).operands().stream()
                    .filter(x -> !uniform[x] && !nodes.contains(x))
                    .forEach(arrays::add);
            if (!nodes.containsAll(users.get(i))) {
                arrays.add(i);
            }
        }
        return weight + WEIGHT_OF_ARRAY * arrays.size();
    }

    /** Who reads each node; a result is read by -1. */
    private static List<List<Integer>> users(Dag dag) {
        List<List<Integer>> users = new ArrayList<>();
        for (int i = 0; i < dag.size(); i++) {
            users.add(new ArrayList<>());
            for (int x : dag.node(i).operands()) {
                users.get(x).add(i);
            }
        }
        Arrays.stream(dag.outputs()).forEach(i -> users.get(i).add(-1));
        return users;
    }

    private void addLoop(List<Integer> nodes) {
        steps.add(new Loop(List.copyOf(nodes), List.of()));
    }

    /** Routines take no uniform arguments, and results are whole: such values are spread over tiles first. */
    private void addUniformTiles() {
        Set<Integer> spread = new LinkedHashSet<>();
        for (int i = 0; i < dag.size(); i++) {
            if (isWork(i) && forms[i] == Form.ROUTINE) {
                dag.node(i).operands().stream().filter(x -> uniform[x]).forEach(spread::add);
            }
        }
        Arrays.stream(dag.outputs()).filter(x -> uniform[x]).forEach(spread::add);
        if (!spread.isEmpty()) {
            steps.add(new Loop(List.of(), List.copyOf(spread)));
        }
    }

    /** The results; a lone call that computes the only one writes it itself. */
    private void addWrites() {
        int[] outputs = dag.outputs();
        if (outputs.length == 1
                && !steps.isEmpty()
                && steps.getLast() instanceof Call(var node, var routine, var _)
                && node == outputs[0]
                && !isHalf(dag.stored()[0])) {
            steps.set(steps.size() - 1, new Call(node, routine, 0));
            return;
        }
        for (int k = 0; k < outputs.length; k++) {
            steps.add(new Write(k));
        }
    }

    /** Puts each input into a tile before the first step that reads it there, and says what each loop leaves in tiles. */
    private void addCopies() {
        List<Step> old = List.copyOf(steps);
        steps.clear();
        Set<Integer> needed = new LinkedHashSet<>();
        for (int s = old.size() - 1; s >= 0; s--) {
            Step step = old.get(s);
            if (step instanceof Loop(var nodes, var spread)) {
                List<Integer> results = new ArrayList<>(spread);
                nodes.stream().filter(needed::contains).forEach(results::add);
                step = new Loop(nodes, List.copyOf(results));
            }
            needed.addAll(tilesRead(dag, uniform, step));
            steps.addFirst(step);
        }
        Set<Integer> copied = new LinkedHashSet<>();
        for (int s = 0; s < steps.size(); s++) {
            for (int x : tilesRead(dag, uniform, steps.get(s))) {
                if (dag.node(x).op() instanceof Load && !uniform[x] && copied.add(x)) {
                    steps.add(s++, new CopyIn(x));
                }
            }
        }
    }

    /** The nodes whose tiles a step reads. */
    static List<Integer> tilesRead(Dag dag, boolean[] uniform, Step step) {
        return switch (step) {
            case CopyIn _ -> List.of();
            case Write(var output) -> List.of(dag.outputs()[output]);
            case Call(var node, var _, var _) ->
                dag.node(node).operands().stream()
                        .distinct()
                        .filter(x -> directInput(dag, uniform, x) == null)
                        .toList();
            case Loop(var nodes, var _) ->
                nodes.stream()
                        .flatMap(i -> dag.node(i).operands().stream())
                        .distinct()
                        .filter(x -> !uniform[x] && !nodes.contains(x))
                        .toList();
        };
    }

    /** The input that a routine can read where it is, if node {@code x} is one. */
    static @Nullable Load directInput(Dag dag, boolean[] uniform, int x) {
        Node n = dag.node(x);
        return n.op() instanceof Load load && !uniform[x] && !isHalf(load.stored()) ? load : null;
    }

    static boolean isHalf(DType type) {
        return type == DType.FLOAT16 || type == DType.BFLOAT16;
    }
}
