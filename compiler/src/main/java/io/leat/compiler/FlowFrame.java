package io.leat.compiler;

import io.leat.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loop, or the outermost frame: what its units are and where the state of one iteration of it lies. Complete, and not
 * changed any more, once the flow program is made.
 */
final class FlowFrame {
    /** What tells frames apart: frames of two calls of a function have the same name. */
    record Key(FlowFrame parent, String name, Graph graph) {}

    final @Nullable FlowFrame parent;
    final String name;
    final List<FlowUnit> units = new ArrayList<>();
    final List<FlowUnit> exits = new ArrayList<>();
    final List<FlowFrame> children = new ArrayList<>();

    /** Its number among the frames of its parent. */
    final int index;

    /** How many inputs of units one iteration keeps. */
    int slots;

    /** How many units bring values into it. */
    int enters;

    /** For each unit, how many edges it waits for in an iteration; of a merge, only the control edges. */
    int[] pending = new int[0];

    FlowFrame(@Nullable FlowFrame parent, String name) {
        this.parent = parent;
        this.name = name;
        this.index = parent == null ? 0 : parent.children.size();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void finish() {
        pending = units.stream()
                .mapToInt(u -> u.kind == FlowUnit.Kind.MERGE ? u.edges - u.data : u.edges)
                .toArray();
    }
}
