package io.leat.compiler;

import static java.util.Objects.requireNonNull;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.FlowRole;
import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the program of nodes that run together: what comes from outside is fed, what others need is fetched. */
final class BlockProgram {
    private final List<Node> nodes;
    private final Inliner inliner;
    private final Map<Output, Integer> feeds;
    private final Copies copies;
    private final Set<Node> members;
    private final List<Output> inputs = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Map<Node, Integer> position = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param nodes in an order in which they can run */
    BlockProgram(List<Node> nodes, Inliner inliner, Map<Output, Integer> feeds, Copies copies) {
        this.nodes = nodes;
        this.inliner = inliner;
        this.feeds = feeds;
        this.copies = copies;
        this.members = new HashSet<>(nodes);
    }

    /** @param leaving tensors that are needed outside of their blocks */
    Program make(Set<Output> leaving) {
        nodes.forEach(this::step);
        List<Source> fetched = new ArrayList<>();
        for (Node n : nodes) {
            for (Output o : n.outputs()) {
                if (leaving.contains(o) && !feeds.containsKey(o)) {
                    outputs.add(o);
                    fetched.add(new Source(requireNonNull(position.get(n)), o.index()));
                }
            }
        }
        return new Program(inputs, steps, fetched);
    }

    private int step(Node n) {
        Integer known = position.get(n);
        if (known != null) {
            return known;
        }
        List<Source> in = inliner.inputs(n).stream().map(this::source).toList();
        steps.add(new Step(n, in));
        position.put(n, steps.size() - 1);
        return steps.size() - 1;
    }

    private Source source(Output o) {
        if (!feeds.containsKey(o)) {
            if (copies.contains(o)) {
                Node n = o.node();
                return FlowRole.of(n) == FlowRole.ENTER
                        ? source(inliner.inputs(n).getFirst())
                        : new Source(step(n), o.index());
            }
            if (members.contains(o.node())) {
                return new Source(step(o.node()), o.index());
            }
        }
        int at = inputs.indexOf(o);
        if (at < 0) {
            at = inputs.size();
            inputs.add(o);
        }
        return Source.feed(at);
    }

    /** The tensors fed, in order. */
    List<Output> inputs() {
        return inputs;
    }

    /** The tensors fetched, in order. */
    List<Output> outputs() {
        return outputs;
    }

    /** What the block waits for besides its inputs. */
    List<Edge> edges(FlowPlaces places) {
        Set<Edge> out = new LinkedHashSet<>();
        for (Node n : nodes) {
            for (Edge e : places.edges(n)) {
                boolean input = e.index() >= 0 && inputs.contains(new Output(e.node(), e.index()));
                if (!members.contains(e.node()) && !input) {
                    out.add(e);
                }
            }
        }
        return List.copyOf(out);
    }
}
