package io.leat.runtime;

import io.leat.graph.Operand;
import io.leat.graph.Output;
import java.util.Arrays;
import java.util.List;

/** The tensors that every call of a prepared run gives, in this order. */
public record Feeds(List<Output> outputs) {
    public Feeds {
        outputs = List.copyOf(outputs);
    }

    public static Feeds none() {
        return new Feeds(List.of());
    }

    /** Any tensors of the graph: what is fed is not computed. */
    public static Feeds of(Operand... xs) {
        return new Feeds(Arrays.stream(xs).map(Operand::output).toList());
    }
}
