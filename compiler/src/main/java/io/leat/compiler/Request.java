package io.leat.compiler;

import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run asks for. The order of feeds and fetches is that of the tensors given and returned.
 *
 * @param feeds tensors given by the caller, which are not computed
 * @param fetches tensors to return
 * @param targets nodes to run
 */
public record Request(List<Output> feeds, List<Output> fetches, List<Node> targets) {
    public Request {
        feeds = List.copyOf(feeds);
        fetches = List.copyOf(fetches);
        targets = List.copyOf(targets);
        Set<Output> seen = new HashSet<>();
        for (Output f : feeds) {
            if (!seen.add(f)) {
                throw new InvalidArgumentException("Endpoint \"" + f.name() + "\" fed more than once.");
            }
        }
    }
}
