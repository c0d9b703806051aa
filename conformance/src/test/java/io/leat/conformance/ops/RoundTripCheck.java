package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import java.util.List;

/** Nodes come back from a GraphDef as they went into it. */
final class RoundTripCheck {
    private RoundTripCheck() {}

    static void run(List<Answer> answers, Findings findings) {
        Graph graph = Graph.create();
        List<Built> built = answers.stream()
                .map(a -> Built.add(graph, a.of(), Inputs.CONSTANT))
                .toList();
        Graph again = GraphDefs.parse(GraphDefs.write(graph));
        for (Built b : built) {
            Node back = again.node(b.node().name());
            if (!back.attrs().equals(b.node().attrs())) {
                findings.add(b.of(), "round trip", b.node().attrs() + " came back as " + back.attrs());
            }
            if (!back.toString().equals(b.node().toString())) {
                findings.add(b.of(), "round trip", b.node() + " came back as " + back);
            }
        }
    }
}
