package io.leat;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Feeds;
import io.leat.runtime.Fetches;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs with control flow that TensorFlow made, {@code tools/flow}, give what they gave there. */
class FlowGraphsTest {
    static List<String> graphs() {
        return List.of(
                "case_v1",
                "case_v2",
                "cond_v1",
                "cond_v2",
                "cond_in_while_v1",
                "cond_in_while_v2",
                "control_edges",
                "defun",
                "dynamic_rnn",
                "functions",
                "growing_v1",
                "growing_v2",
                "loose_switches",
                "nested_cond_v1",
                "nested_cond_v2",
                "nested_while_v1",
                "nested_while_v2",
                "never_v1",
                "never_v2",
                "side_by_side_v1",
                "side_by_side_v2",
                "unknown_shapes_v1",
                "unknown_shapes_v2",
                "while_v1",
                "while_v2",
                "while_in_cond_v1",
                "while_in_cond_v2");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void giveWhatTensorFlowGave(String name) throws IOException {
        check(name);
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void giveItWithoutUnrolledLoopsToo(String name) throws IOException {
        System.setProperty("leat.unroll", "off");
        try {
            check(name);
        } finally {
            System.clearProperty("leat.unroll");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dynamic_rnn", "growing_v1", "nested_while_v1"})
    void loopsOfKnownLengthAreUnrolled(String name) throws IOException {
        Graph graph = read(name);
        Output out = graph.output("out0");
        List<Output> given = outputs(graph, "in");
        try (var session = Session.open(graph)) {
            Tensor[] values =
                    session.run(outputs(graph, "given"), Map.of(), List.of()).toArray(Tensor[]::new);
            var unrolled = session.prepare(Feeds.of(given.toArray(Output[]::new)), Fetches.of(out));
            assertThat(unrolled.explain(values)).doesNotContain("flow");
            System.setProperty("leat.unroll", "off");
            try (var other = Session.open(graph)) {
                var loop = other.prepare(Feeds.of(given.toArray(Output[]::new)), Fetches.of(out));
                assertThat(loop.explain(values)).contains("flow");
            } finally {
                System.clearProperty("leat.unroll");
            }
        }
    }

    private static Graph read(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FlowGraphsTest.class.getResourceAsStream("/io/leat/flow/" + name + ".pb"))) {
            return GraphDefs.parse(in.readAllBytes());
        }
    }

    private static void check(String name) throws IOException {
        Graph graph = read(name);
        try (var session = Session.open(graph)) {
            Map<Output, Tensor> feeds = new LinkedHashMap<>();
            List<Output> given = outputs(graph, "given");
            List<Tensor> values = session.run(given, Map.of(), List.of());
            for (int i = 0; i < given.size(); i++) {
                feeds.put(graph.output("in" + i), values.get(i));
            }
            List<Output> outs = outputs(graph, "out");
            List<Tensor> wanted = session.run(outputs(graph, "want"), Map.of(), List.of());
            assertThat(wanted).hasSameSizeAs(outs).isNotEmpty();
            for (int again = 0; again < 2; again++) {
                List<Tensor> all = session.run(outs, feeds, List.of());
                for (int i = 0; i < outs.size(); i++) {
                    near(all.get(i), wanted.get(i));
                }
            }
            if (graph.find("v") == null) { // fetched alone, unless a variable counts the runs
                for (int i = 0; i < outs.size(); i++) {
                    near(session.run(outs.get(i), feeds), wanted.get(i));
                }
            }
        }
    }

    private static List<Output> outputs(Graph graph, String name) {
        List<Output> found = new ArrayList<>();
        for (Node n = graph.find(name + 0); n != null; n = graph.find(name + found.size())) {
            found.add(n.output(0));
        }
        return found;
    }

    private static void near(Tensor actual, Tensor wanted) {
        assertThat(actual.dtype()).isEqualTo(wanted.dtype());
        assertThat(actual.shape()).isEqualTo(wanted.shape());
        assertThat(actual.isClose(wanted, 1e-5, 1e-6))
                .as("%s, not %s", actual, wanted)
                .isTrue();
    }
}
