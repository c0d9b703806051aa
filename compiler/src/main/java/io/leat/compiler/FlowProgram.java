package io.leat.compiler;

import io.leat.graph.Node;
import io.leat.graph.Output;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program whose values decide what runs and how often: units that run when their inputs are there, by TensorFlow's
 * rules of dead tensors, frames and iterations.
 */
public final class FlowProgram {
    final FlowFrame root;
    final List<FlowUnit> units;
    final int blocks;
    final List<Output> fetches;

    /** A node to name in errors that belong to none. */
    final Node origin;

    FlowProgram(FlowFrame root, List<FlowUnit> units, int blocks, List<Output> fetches, Node origin) {
        this.origin = origin;
        this.root = root;
        this.units = List.copyOf(units);
        this.blocks = blocks;
        this.fetches = List.copyOf(fetches);
    }

    @Override
    public String toString() {
        return units.stream().map(FlowUnit::toString).collect(Collectors.joining("\n"));
    }
}
