package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import io.leat.testkit.OpCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/** Runs cases in real TensorFlow, with constant inputs, from the GraphDef that Leat writes. */
public final class TensorFlowRun {
    private static final Pattern REMOVED = Pattern.compile("It has been removed in version (\\d+)");

    private TensorFlowRun() {}

    /** The outputs of each case. Throws what TensorFlow throws. */
    static List<List<Tensor>> run(List<OpCase> cases) {
        Graph graph = Graph.create();
        List<Built> built =
                cases.stream().map(c -> Built.add(graph, c, Inputs.CONSTANT)).toList();
        GraphDef definition = definition(graph);
        try {
            return run(definition, built);
        } catch (RuntimeException e) {
            Matcher removed = REMOVED.matcher(String.valueOf(e.getMessage()));
            if (!removed.find()) {
                throw e;
            }
            var old = definition.toBuilder();
            old.getVersionsBuilder().setProducer(Integer.parseInt(removed.group(1)) - 1);
            return run(old.build(), built);
        }
    }

    /** Runs a case that Leat rejects before the run: here it does not know the values and shapes. */
    static void runUnchecked(OpCase c) {
        Graph graph = Graph.create();
        Built b = Built.add(graph, c, Inputs.UNKNOWN);
        Graph values = Graph.create();
        b.inputs()
                .forEach(in -> values.ops()
                        .withName(in.node().name())
                        .constant(Objects.requireNonNull(b.feeds().get(in))));
        Map<String, NodeDef> constants = new HashMap<>();
        definition(values).getNodeList().forEach(n -> constants.put(n.getName(), n));
        GraphDef.Builder definition = definition(graph).toBuilder();
        for (NodeDef.Builder n : definition.getNodeBuilderList()) {
            NodeDef constant = constants.get(n.getName());
            if (constant != null) {
                n.clear().mergeFrom(constant);
            }
        }
        run(definition.build(), List.of(b));
    }

    public static GraphDef definition(Graph graph) {
        try {
            return GraphDef.parseFrom(GraphDefs.write(graph));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<Tensor>> run(GraphDef definition, List<Built> built) {
        List<Output> fetches = built.stream().flatMap(b -> b.values().stream()).toList();
        try (var session = new TensorFlowSession(definition)) {
            List<Tensor> flat = session.run(fetches, List.of());
            List<List<Tensor>> all = new ArrayList<>();
            int at = 0;
            for (Built b : built) {
                all.add(flat.subList(at, at + b.values().size()));
                at += b.values().size();
            }
            return all;
        }
    }
}
