package io.leat.bench;

import io.leat.bench.onnx.OnnxExport;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A trained model for cold starts: one input, one output, no variables.
 *
 * @param dims of the input
 */
record ColdModel(String name, Path graph, String input, String output, List<Long> dims) {
    /** Those that are there. */
    static List<ColdModel> all() throws IOException {
        Path graphs = Places.graphs();
        List<ColdModel> all = new ArrayList<>();
        all.add(new ColdModel("scalar", graphs.resolve("dispatch.pb"), "x", "z", List.of()));
        if (Files.exists(Places.mnist())) {
            all.add(new ColdModel("mnist_fc", Places.mnist(), "X", "output", List.of(1L, 784L)));
        }
        Path resnet = Places.made().resolve("resnet50-frozen.pb");
        all.add(new ColdModel("resnet50", resnet, "x", "logits", List.of(1L, 224L, 224L, 3L)));
        return all;
    }

    Path onnx() throws IOException {
        return Places.made().resolve("cold-" + name + ".onnx");
    }

    /** What the run processes take: graph, input, output, and dimensions. */
    List<String> arguments(Contender who) throws IOException {
        String shape = dims.stream().map(String::valueOf).collect(Collectors.joining(","));
        Path file = who == Contender.ONNX_RUNTIME ? onnx() : graph;
        return List.of(who.name(), file.toString(), input, output, shape);
    }

    /** Writes what is not there yet: frozen resnet50, and the ONNX form. */
    void write() throws IOException {
        if (!Files.exists(graph)) {
            GraphDefs.write(OnnxModels.frozen(Workload.read(name)), graph);
        }
        Shape shape = shape(dims.stream().map(String::valueOf).collect(Collectors.joining(",")));
        Map<String, Tensor> feeds = Map.of(input + ":0", feed(shape));
        Graph g = FixedShapes.of(GraphDefs.read(graph), feeds);
        OnnxExport.of(g, List.of(g.output(output + ":0")), feeds, Set.of()).write(onnx());
    }

    static Shape shape(String dims) {
        return dims.isEmpty()
                ? Shape.SCALAR
                : Shape.of(Arrays.stream(dims.split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray());
    }

    private static Tensor feed(Shape shape) {
        float[] x = new float[(int) shape.size()];
        Arrays.fill(x, Cold.FED);
        return Tensor.of(shape, x);
    }
}
