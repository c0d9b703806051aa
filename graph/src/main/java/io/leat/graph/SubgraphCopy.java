package io.leat.graph;

import static java.util.Objects.requireNonNull;

import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies what some tensors need out of a graph into one of its own. Where the graph has a
 * {@linkplain Graph#standIn stand-in} for a tensor, the copy has only that.
 */
final class SubgraphCopy {
    private final Graph to;
    private final Map<Output, Output> standIns;
    private final Map<Output, Output> arguments = new HashMap<>();
    private final List<Output> placeholders = new ArrayList<>();
    private final Map<Node, Node> copies = new HashMap<>();
    private final Set<Node> begun = new HashSet<>();

    /** The edges that close loops: inputs of copied merges, and what they come from in the original. */
    private record BackEdge(Node merge, int input, Output from) {}

    private final List<BackEdge> backEdges = new ArrayList<>();

    private SubgraphCopy(Graph from, List<Output> cut) {
        this.to = Graph.sharing(from.functions()).versions(from.producer(), from.minConsumer());
        this.standIns = StandIns.newest(from);
        for (int i = 0; i < cut.size(); i++) {
            Output o = cut.get(i);
            boolean placeholder = o.node().type().equals("Placeholder");
            Output argument = to.ops().placeholder(placeholder ? o.node().name() : "arg" + i, o.dtype(), o.shape());
            arguments.putIfAbsent(o, argument);
            placeholders.add(argument);
        }
    }

    /**
     * A function in a graph that nobody else has.
     *
     * @param arguments tensors that the copy gets from outside
     * @param results what it returns
     * @param controls what runs although no result needs it
     */
    static FunctionInstance function(String name, List<Output> arguments, List<Output> results, List<Node> controls) {
        Graph from = (arguments.isEmpty() ? results : arguments).isEmpty()
                ? controls.getFirst().graph()
                : (arguments.isEmpty() ? results : arguments).getFirst().graph();
        var copy = new SubgraphCopy(from, arguments);
        results.forEach(copy::need);
        controls.forEach(copy::copyAll);
        copy.closeLoops();
        return new FunctionInstance(
                name,
                copy.to,
                copy.placeholders,
                results.stream().map(copy::output).toList(),
                controls.stream().map(n -> requireNonNull(copy.copies.get(n))).toList());
    }

    private void need(Output o) {
        Output at = resolve(o);
        if (!arguments.containsKey(at)) {
            copyAll(at.node());
        }
    }

    private Output resolve(Output o) {
        Output at = o;
        while (!arguments.containsKey(at)) {
            Output by = standIns.get(at);
            if (by == null) {
                break;
            }
            at = by;
        }
        return at;
    }

    private Output output(Output original) {
        Output o = resolve(original);
        Output argument = arguments.get(o);
        return argument != null
                ? argument
                : new Output(requireNonNull(copies.get(o.node()), () -> "not copied: " + o), o.index());
    }

    /** Copies a node after all that it needs. */
    private void copyAll(Node wanted) {
        Deque<Node> stack = new ArrayDeque<>();
        stack.push(wanted);
        while (!stack.isEmpty()) {
            Node n = stack.peek();
            if (copies.containsKey(n)) {
                stack.pop();
                continue;
            }
            boolean first = begun.add(n);
            boolean waits = false;
            for (Node before : before(n)) {
                if (!copies.containsKey(before)) {
                    if (!first) {
                        throw new InvalidArgumentException(
                                "the graph has a cycle that is no loop", n.errorSite(), null);
                    }
                    stack.push(before);
                    waits = true;
                }
            }
            if (!waits) {
                copies.put(n, copy(n));
                stack.pop();
            }
        }
    }

    private List<Node> before(Node n) {
        List<Node> all = new ArrayList<>();
        for (Output in : n.inputs()) {
            Output from = resolve(in);
            if (!arguments.containsKey(from) && !FlowRole.isBackEdge(from.node(), n)) {
                all.add(from.node());
            }
        }
        for (Node c : n.controlInputs()) {
            if (argument(c) == null) {
                all.add(c);
            }
        }
        return all;
    }

    /** The placeholder that stands for a node, if there is one. */
    private @Nullable Node argument(Node n) {
        Output o = n.outputCount() == 1 ? arguments.get(n.output(0)) : null;
        return o == null ? null : o.node();
    }

    private Node copy(Node n) {
        List<Output> inputs = new ArrayList<>();
        Output entering = null;
        boolean loop = false;
        for (Output in : n.inputs()) {
            if (FlowRole.isBackEdge(in.node(), n)) {
                loop = true;
            } else {
                entering = output(in);
            }
        }
        for (Output in : n.inputs()) {
            inputs.add(FlowRole.isBackEdge(in.node(), n) ? requireNonNull(entering) : output(in));
        }
        NodeBuilder b = to.ops()
                .op(n.type())
                .loaded()
                .name(n.name())
                .device(n.device())
                .attrs(n.attrs())
                .opensLoop(loop)
                .flatInputs(inputs);
        for (Node c : n.controlInputs()) {
            Node argument = argument(c);
            b.controlInput(argument != null ? argument : requireNonNull(copies.get(c)));
        }
        Node copy = b.add();
        for (int i = 0; i < n.inputCount(); i++) {
            if (FlowRole.isBackEdge(n.input(i).node(), n)) {
                backEdges.add(new BackEdge(copy, i, n.input(i)));
            }
        }
        return copy;
    }

    private void closeLoops() {
        for (int i = 0; i < backEdges.size(); i++) { // copying may find more of them
            BackEdge e = backEdges.get(i);
            need(e.from());
            to.connectBackEdge(e.merge(), e.input(), output(e.from()));
        }
    }
}
