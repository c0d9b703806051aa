package io.leat.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts a function and its gradient: one function that computes the results and keeps what the gradient needs of its
 * values, and one that computes the gradient from these.
 *
 * <pre>
 *   forward(arguments)          = results, saved
 *   backward(saved, free, dys)  = dxs
 * </pre>
 *
 * <p>What is cheap to compute again, and what follows from arguments that are there anyway, is not kept.
 */
public final class SavedValues {
    /** Ops that move or count what they get, and reads of variables: computing them again costs less than keeping them. */
    private static final Set<String> CHEAP = Set.of(
            "BroadcastGradientArgs",
            "Const",
            "ExpandDims",
            "Fill",
            "Identity",
            "OnesLike",
            "Rank",
            "ReadVariableOp",
            "Reshape",
            "Shape",
            "ShapeN",
            "Size",
            "Squeeze",
            "ZerosLike");

    private final FunctionInstance function;
    private final List<Output> dys;
    private final List<Output> dxs;
    private final Set<Output> free;
    private final Set<Node> backward = new HashSet<>();
    private final Set<Output> saved = new LinkedHashSet<>();
    private final Set<Output> used = new LinkedHashSet<>();

    /**
     * @param g the gradient, in whose graph the results are
     * @param dxs tensors of the gradient's graph
     * @param free arguments that will be there when the gradient is computed
     */
    public SavedValues(FunctionGradient g, List<Output> dxs, Collection<Output> free) {
        this.function = g.function();
        this.dys = g.dys();
        this.dxs = List.copyOf(dxs);
        this.free = new HashSet<>(free);
        findBackward();
        split();
    }

    /** The nodes that depend on the gradients given. */
    private void findBackward() {
        dys.forEach(dy -> backward.add(dy.node()));
        for (Node n : function.graph().nodes()) {
            if (n.inputs().stream().anyMatch(in -> backward.contains(in.node()))
                    || n.controlInputs().stream().anyMatch(backward::contains)) {
                backward.add(n);
            }
        }
    }

    private void split() {
        var queue = new ArrayDeque<Output>(dxs);
        Set<Node> seen = new HashSet<>();
        while (!queue.isEmpty()) {
            Output o = queue.poll();
            Node n = o.node();
            if (free.contains(o)) {
                used.add(o);
            } else if (backward.contains(n) || isComputedAgain(o)) {
                if (seen.add(n)) {
                    queue.addAll(n.inputs());
                }
            } else {
                saved.add(o);
            }
        }
    }

    private boolean isComputedAgain(Output o) {
        Node n = o.node();
        Op op = n.op();
        return op != null
                && CHEAP.contains(n.type())
                && n.controlInputs().isEmpty()
                && (!op.isStateful() || free.containsAll(n.inputs()));
    }

    /** What is kept, in the order in which {@link #forward} returns it and {@link #backward} takes it. */
    public List<Output> saved() {
        return List.copyOf(saved);
    }

    /** Those of the free arguments that {@link #backward} takes, as numbers of the function's arguments. */
    public List<Integer> used() {
        return used.stream().map(function.arguments()::indexOf).toList();
    }

    /**
     * The function that returns what is kept after its results.
     *
     * @param all what it returns after its results, where that is more than what is kept
     */
    public FunctionInstance forward(String name, @Nullable List<Output> all) {
        List<Output> results = new ArrayList<>(function.results());
        results.addAll(all == null ? saved : all);
        return SubgraphCopy.function(name, function.arguments(), results, function.controlResults());
    }

    /** The function of what is kept, the free arguments that are used, and the gradients of results. */
    public FunctionInstance backward(String name) {
        List<Output> arguments = new ArrayList<>(saved);
        arguments.addAll(used);
        arguments.addAll(dys);
        return backward(name, arguments);
    }

    /** {@link #backward(String)} with what comes in another order, and more than it needs. */
    public FunctionInstance backward(String name, List<Output> arguments) {
        return SubgraphCopy.function(name, arguments, dxs, List.of());
    }
}
