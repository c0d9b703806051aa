package io.leat.ir;

import io.leat.tensor.ErrorSite;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The node of the user's graph that an instruction comes from, or the nodes that were fused into it. */
public interface Origin {
    /** The node's name; of fused ones the last one's. */
    String name();

    /** The node's op. */
    String type();

    /** What an error message tells about the node. */
    ErrorSite errorSite();

    /** The nodes whose work the instruction does, in order. */
    default List<Origin> parts() {
        return List.of(this);
    }

    /** One origin for instructions that become one; the last leads. */
    static Origin fused(List<Origin> origins) {
        Set<Origin> parts = new LinkedHashSet<>();
        origins.forEach(o -> parts.addAll(o.parts()));
        return parts.size() == 1 ? origins.getLast() : new FusedOrigin(List.copyOf(parts));
    }
}
