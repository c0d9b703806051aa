package io.leat.bench;

import io.leat.bench.onnx.OnnxExport;
import io.leat.formats.GraphDefs;
import io.leat.formats.Npy;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import io.leat.train.FrozenGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ONNX forms of workloads, as files. Where something is fed, the variables are constants of the model, as in an
 * export of a trained one; where nothing is fed they are its inputs, since else the whole model would be a constant.
 */
final class OnnxModels {
    private static final String INPUTS = "inputs.txt";

    private OnnxModels() {}

    static Path file(String workload) throws IOException {
        return Places.onnx(workload).resolve("model.onnx");
    }

    /** What to feed, by the names of the model's inputs. */
    static Map<String, Tensor> inputs(String workload) throws IOException {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        Path folder = Places.onnx(workload);
        for (String name : Files.readAllLines(folder.resolve(INPUTS))) {
            inputs.put(name, Npy.read(folder.resolve(name + ".npy")));
        }
        return inputs;
    }

    /** The workload's graph with its variables as constants, of the shapes that are fed. */
    static Graph frozen(Workload w) throws IOException {
        Graph g = FixedShapes.of(GraphDefs.read(w.graph()), w.feeds());
        try (Session s = Session.open(g)) {
            if (w.init() != null) {
                s.run(g.node(w.init()));
            }
            return FrozenGraphs.freeze(s, w.fetched().stream().map(g::output).toList());
        }
    }

    static void write(Workload w) throws IOException {
        Graph frozen = frozen(w);
        Set<String> variable = w.feeds().isEmpty() ? variables(w) : Set.of();
        List<Output> fetches = w.fetched().stream().map(frozen::output).toList();
        OnnxExport export = OnnxExport.of(frozen, fetches, w.feeds(), variable);
        export.write(file(w.name()));
        Path folder = Places.onnx(w.name());
        for (var e : export.inputs().entrySet()) {
            Npy.write(folder.resolve(e.getKey() + ".npy"), e.getValue());
        }
        Files.write(folder.resolve(INPUTS), export.inputs().keySet());
    }

    private static Set<String> variables(Workload w) throws IOException {
        return GraphDefs.read(w.graph()).nodes().stream()
                .filter(n -> n.type().equals("ReadVariableOp"))
                .map(Node::name)
                .collect(Collectors.toSet());
    }
}
