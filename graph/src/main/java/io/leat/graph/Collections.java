package io.leat.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The collections of a graph: lists of nodes, outputs, variables, numbers or byte strings under names. Thread-safe.
 */
public final class Collections {
    public static final String GLOBAL_VARIABLES = "variables";
    public static final String TRAINABLE_VARIABLES = "trainable_variables";
    public static final String LOCAL_VARIABLES = "local_variables";
    public static final String SUMMARIES = "summaries";
    public static final String UPDATE_OPS = "update_ops";
    public static final String LOSSES = "losses";
    public static final String REGULARIZATION_LOSSES = "regularization_losses";
    public static final String TRAIN_OP = "train_op";
    public static final String GLOBAL_STEP = "global_step";

    private final Map<String, List<Object>> lists = new LinkedHashMap<>();

    Collections() {}

    public synchronized void add(String name, Object item) {
        lists.computeIfAbsent(name, k -> new ArrayList<>()).add(item);
    }

    /** The items of a kind in a collection, in the order in which they were added; other kinds are left out. */
    public synchronized <T> List<T> get(String name, Class<T> kind) {
        return lists.getOrDefault(name, List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    public synchronized Set<String> names() {
        return Set.copyOf(lists.keySet());
    }

    public synchronized void clear(String name) {
        lists.remove(name);
    }
}
