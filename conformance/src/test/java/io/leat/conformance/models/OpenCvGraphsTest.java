package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.leat.formats.GraphDefs;
import io.leat.formats.Npy;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Frozen graphs of OpenCV's tests, each with an input and the output; the files have the channels first. */
final class OpenCvGraphsTest {
    private static final String GRAPH = "_net.pb";

    private static final Map<String, String> ROWS = new TreeMap<>();

    @TestFactory
    Stream<DynamicTest> everyGraph() throws IOException {
        Path folder = Shared.path("data/ops/opencv");
        List<Path> graphs;
        try (var files = Files.list(folder)) {
            graphs = files.filter(p -> p.toString().endsWith(GRAPH)).sorted().toList();
        }
        assertThat(graphs).isNotEmpty();
        return graphs.stream().map(p -> DynamicTest.dynamicTest(name(p), () -> check(p)));
    }

    private static String name(Path graph) {
        String file = String.valueOf(graph.getFileName());
        return file.substring(0, file.length() - GRAPH.length());
    }

    private static void check(Path file) throws IOException {
        Nearness near = Nearness.SAME;
        String problem = "";
        boolean lacks = false;
        try {
            near = nearness(file);
            problem = near.isNear() ? "" : "too far off";
        } catch (RuntimeException | AssertionError e) {
            problem = e.toString();
            lacks = e instanceof TestAbortedException;
        }
        ROWS.put(name(file), GraphsPage.row(name(file), 1, near, problem, ""));
        String why = problem;
        assumeFalse(lacks, () -> why);
        assertThat(problem).as("%s", near).isEmpty();
    }

    @AfterAll
    static void page() throws IOException {
        GraphsPage.write(GraphsPage.Part.OPENCV, ROWS, false);
    }

    private static Nearness nearness(Path file) throws IOException {
        Graph graph = GraphDefs.read(file);
        Tensor in = Npy.read(file.resolveSibling(name(file) + "_in.npy"));
        Tensor expected = Npy.read(file.resolveSibling(name(file) + "_out.npy"));
        Output x = placeholder(graph);
        Output y = last(graph);
        Shared.assumeOps(graph, List.of(y.name()), List.of());
        try (Session session = Session.open(graph)) {
            Tensor fed = channelsLast(in);
            if (x.dtype() == DType.UINT8) {
                fed = Tensor.of(DType.UINT8, fed.shape(), fed.toDoubleArray());
            }
            Tensor actual = session.run(y, Map.of(x, fed));
            Tensor wanted = channelsLast(expected);
            if (!wanted.shape().equals(actual.shape()) && expected.size() == actual.size()) {
                wanted = expected.reshape(actual.shape());
            }
            assertThat(actual.shape()).isEqualTo(wanted.shape());
            return Nearness.of(actual, wanted);
        }
    }

    private static Output placeholder(Graph graph) {
        return graph.nodes().stream()
                .filter(n -> n.type().equals("Placeholder"))
                .findFirst()
                .orElseThrow()
                .output(0);
    }

    /** What no other node consumes. */
    private static Output last(Graph graph) {
        Set<Node> consumed = new HashSet<>();
        for (Node n : graph.nodes()) {
            n.inputs().forEach(i -> consumed.add(i.node()));
            consumed.addAll(n.controlInputs());
        }
        List<Node> ends = graph.nodes().stream()
                .filter(n -> !consumed.contains(n)
                        && !n.type().equals("Const")
                        && !n.type().equals("NoOp"))
                .toList();
        return ends.getLast().output(0);
    }

    private static Tensor channelsLast(Tensor t) {
        if (t.shape().rank() != 4) {
            return t;
        }
        int n = (int) t.shape().dim(0);
        int c = (int) t.shape().dim(1);
        int h = (int) t.shape().dim(2);
        int w = (int) t.shape().dim(3);
        float[] from = t.toFloatArray();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            int column = i % w;
            int row = i / w % h;
            int channel = i / (w * h) % c;
            to[((i / (w * h * c) * h + row) * w + column) * c + channel] = from[i];
        }
        return Tensor.of(Shape.of(n, h, w, c), to);
    }
}
