package io.leat.cli;

import io.leat.formats.FunctionOutline;
import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.OpRegistry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The ops that nodes need, those in the functions that they call included.
 *
 * @param ops how many nodes there are of each, a function's counted once
 */
record Needs(Map<String, Integer> ops) {
    /** What some nodes of a graph need. */
    static Needs of(Graph graph, Collection<Node> nodes) {
        Map<String, Integer> ops = new TreeMap<>();
        Deque<String> functions = new ArrayDeque<>();
        for (Node n : nodes) {
            if (graph.functionDefs().containsKey(n.type())) {
                functions.add(n.type());
            } else {
                ops.merge(n.type(), 1, Integer::sum);
            }
            functions.addAll(calls(n));
        }
        Set<String> seen = new HashSet<>();
        while (!functions.isEmpty()) {
            String f = functions.remove();
            if (graph.functionDefs().containsKey(f) && seen.add(f)) {
                FunctionOutline outline = FunctionOutline.of(graph, f);
                outline.ops().forEach((op, n) -> ops.merge(op, n, Integer::sum));
                functions.addAll(outline.calls());
            }
        }
        return new Needs(ops);
    }

    /** These nodes and all that they depend on. */
    static Set<Node> upstream(Collection<Node> nodes) {
        Set<Node> all = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(nodes);
        while (!open.isEmpty()) {
            Node n = open.remove();
            if (all.add(n)) {
                n.inputs().forEach(in -> open.add(in.node()));
                open.addAll(n.controlInputs());
            }
        }
        return all;
    }

    private static List<String> calls(Node n) {
        List<String> names = new ArrayList<>();
        for (Attr value : n.attrs().asMap().values()) {
            if (value instanceof Attr.Function f) {
                names.add(f.name());
            } else if (value instanceof Attr.Items items) {
                for (Attr item : items.values()) {
                    if (item instanceof Attr.Function f) {
                        names.add(f.name());
                    }
                }
            }
        }
        return names;
    }

    /** Those that Leat does not have. */
    Map<String, Integer> lacking() {
        Map<String, Integer> lacking = new TreeMap<>(ops);
        lacking.keySet().removeIf(op -> OpRegistry.find(op) != null);
        return lacking;
    }
}
