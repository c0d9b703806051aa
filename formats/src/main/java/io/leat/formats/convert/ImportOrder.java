package io.leat.formats.convert;

import io.leat.formats.proto.NodeDef;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An order of node definitions in which each comes after its inputs, but for the back edges of loops. */
final class ImportOrder {
    private ImportOrder() {}

    /** Whether input {@code from} of node {@code to} closes a loop. */
    static boolean isBackEdge(NodeDef from, NodeDef to) {
        return to.getOp().endsWith("Merge") && from.getOp().endsWith("NextIteration");
    }

    /**
     * The nodes in their order in the file as far as their inputs allow it.
     *
     * @param replaced for each input whether it comes from outside
     * @throws InvalidArgumentException for two nodes of one name, unknown input nodes, and cycles that are no loops
     */
    static List<NodeDef> of(List<NodeDef> nodes, java.util.function.Predicate<InputName> replaced) {
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (byName.put(nodes.get(i).getName(), i) != null) {
                throw new InvalidArgumentException("Node '" + nodes.get(i).getName() + "' is not unique");
            }
        }
        int[] waiting = new int[nodes.size()];
        List<List<Integer>> users = new ArrayList<>();
        nodes.forEach(n -> users.add(new ArrayList<>()));
        for (int i = 0; i < waiting.length; i++) {
            for (String input : nodes.get(i).getInputList()) {
                InputName in = InputName.parse(input);
                if (replaced.test(in)) {
                    continue;
                }
                Integer from = byName.get(in.node());
                if (from == null) {
                    throw new InvalidArgumentException(
                            "Node '" + nodes.get(i).getName() + "': Unknown input node '" + in + "'");
                }
                if (!isBackEdge(nodes.get(from), nodes.get(i))) {
                    waiting[i]++;
                    users.get(from).add(i);
                }
            }
        }
        return sort(nodes, waiting, users);
    }

    private static List<NodeDef> sort(List<NodeDef> nodes, int[] waiting, List<List<Integer>> users) {
        List<NodeDef> order = new ArrayList<>();
        boolean[] done = new boolean[waiting.length];
        for (int next = 0; next < waiting.length; next++) {
            Deque<Integer> ready = new ArrayDeque<>();
            if (waiting[next] == 0 && !done[next]) {
                ready.add(next);
                done[next] = true;
            }
            while (!ready.isEmpty()) {
                int i = ready.remove();
                order.add(nodes.get(i));
                for (int user : users.get(i)) {
                    // A later node waits for its turn in the file.
                    if (--waiting[user] == 0 && user < next) {
                        ready.add(user);
                        done[user] = true;
                    }
                }
            }
        }
        if (order.size() < nodes.size()) {
            List<String> left = new ArrayList<>();
            for (int i = 0; i < waiting.length && left.size() < 5; i++) {
                if (!done[i]) {
                    left.add(nodes.get(i).getName());
                }
            }
            throw new InvalidArgumentException(
                    nodes.size() - order.size() + " nodes in a cycle: " + String.join(", ", left));
        }
        return order;
    }
}
