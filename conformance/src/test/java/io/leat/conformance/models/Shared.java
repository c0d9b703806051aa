package io.leat.conformance.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Public models and their answers, which lie in the folder {@code shared} beside the project or further up. */
final class Shared {
    private Shared() {}

    /** A file or folder in there; the calling test is skipped, with a message, where it is absent. */
    static Path path(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("shared").resolve(name))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "skipped, there is no folder shared with " + name);
        return folder.resolve("shared").resolve(name);
    }

    /**
     * Skips the calling test, with a message, when what it runs needs ops that Leat lacks; what only gives tensors that
     * are fed does not count.
     */
    static void assumeOps(Graph graph, Collection<String> names, Collection<String> fed) {
        var queue = new ArrayDeque<Node>();
        names.forEach(n -> queue.add(n.contains(":") ? graph.output(n).node() : graph.node(n)));
        Set<Node> seen = new HashSet<>(queue);
        fed.forEach(f -> seen.add(graph.output(f).node()));
        Set<String> missing = new TreeSet<>();
        while (!queue.isEmpty()) {
            Node n = queue.poll();
            if (n.op() == null) {
                missing.add(n.type());
            }
            for (Output in : n.inputs()) {
                if (seen.add(in.node())) {
                    queue.add(in.node());
                }
            }
            for (Node before : n.controlInputs()) {
                if (seen.add(before)) {
                    queue.add(before);
                }
            }
        }
        assumeTrue(missing.isEmpty(), "skipped, Leat lacks ops " + missing);
    }
}
