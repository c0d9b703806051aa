package io.leat.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses among what is said by {@link Graph#standIn}. */
public final class StandIns {
    private StandIns() {}

    /** For each tensor its newest stand-in, which may have one itself. */
    public static Map<Output, Output> newest(Graph graph) {
        Map<Output, Output> all = new HashMap<>();
        graph.standIns().forEach((o, by) -> all.put(o, by.getLast()));
        return all;
    }

    /**
     * The stand-ins for a run that needs certain nodes: those of them that it needs anyway, and when there are any, those
     * for tensors of TensorFlow 1's control flow too.
     */
    public static Map<Output, Output> chosen(Graph graph, Predicate<Node> needed) {
        Map<Output, List<Output>> known = graph.standIns();
        Map<Output, Output> chosen = new HashMap<>();
        for (Output o : known.keySet()) {
            Output by = needed(o, known, needed);
            if (by != null) {
                chosen.put(o, by);
            }
        }
        if (!chosen.isEmpty()) {
            known.forEach((o, by) -> {
                if (!isFunctional(o.node())) {
                    chosen.putIfAbsent(o, by.getLast());
                }
            });
        }
        return chosen;
    }

    private static @Nullable Output needed(Output o, Map<Output, List<Output>> known, Predicate<Node> needed) {
        for (Output by : known.getOrDefault(o, List.of())) {
            if (needed.test(by.node()) || needed(by, known, needed) != null) {
                return by;
            }
        }
        return null;
    }

    private static boolean isFunctional(Node n) {
        return n.attrs().has("f")
                || n.attrs().has("body")
                || n.attrs().has("then_branch")
                || n.attrs().has("branches");
    }
}
