package io.leat.conformance.models;

import static java.util.Objects.requireNonNull;

import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The files of one graph of the suite: what is fed is {@code node.placeholder.csv}, what no node consumes {@code
 * node.prediction.csv}, in folders where the node's name has slashes; all other tensors are {@code
 * node.output.prediction_inbw.csv}, with four underscores for a slash. Beside each is its shape.
 */
final class Dl4jFiles {
    private static final String GRAPH = "frozen_model.pb";
    private static final String FED = ".placeholder";
    private static final String FINAL = ".prediction";
    private static final String INNER = ".prediction_inbw";
    private static final String VALUES = ".csv";

    /** A tensor of the graph with its value. */
    record Recorded(Output output, Tensor value) {
        /** A scalar and one element alone look the same in the files. */
        Nearness nearness(Tensor actual) {
            boolean oneElement = value.size() == 1 && actual.size() == 1;
            boolean alike = actual.dtype() == value.dtype()
                    && (oneElement || actual.shape().equals(value.shape()));
            return alike
                    ? Nearness.of(actual, value)
                    : new Nearness(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
    }

    private final Map<String, byte[]> files = new TreeMap<>();

    private Dl4jFiles() {}

    /** All graphs of an archive by the names of their folders. */
    static Map<String, Dl4jFiles> read(Path archive) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (InputStream file = Files.newInputStream(archive);
                var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                if (!e.isDirectory()) {
                    all.put(e.getName(), tar.readAllBytes());
                }
            }
        }
        Map<String, Dl4jFiles> graphs = new TreeMap<>();
        for (String name : all.keySet()) {
            if (name.endsWith("/" + GRAPH)) {
                graphs.put(name.substring(0, name.length() - GRAPH.length() - 1), new Dl4jFiles());
            }
        }
        all.forEach((name, bytes) -> {
            for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
                Dl4jFiles graph = graphs.get(name.substring(0, slash));
                if (graph != null) {
                    graph.files.put(name.substring(slash + 1), bytes);
                    return;
                }
            }
        });
        return graphs;
    }

    byte[] graph() {
        return requireNonNull(files.get(GRAPH));
    }

    List<Recorded> feeds(Graph graph) {
        return all(graph, FED);
    }

    /** What was computed, of what the graph has. */
    List<Recorded> recorded(Graph graph) {
        List<Recorded> all = all(graph, INNER);
        all.addAll(all(graph, FINAL));
        return all;
    }

    private List<Recorded> all(Graph graph, String kind) {
        List<Recorded> all = new ArrayList<>();
        for (String file : files.keySet()) {
            if (file.endsWith(kind + VALUES)) {
                String base = file.substring(0, file.length() - kind.length() - VALUES.length());
                Output o = graph.output(tensor(graph, base.replace("____", "/")));
                all.add(new Recorded(o, value(base + kind, o.dtype())));
            }
        }
        return all;
    }

    /** The name of a tensor; some were recorded with a scope around the graph, some without the number of the output. */
    private static String tensor(Graph graph, String base) {
        if (graph.find(base) != null) {
            return base + ":0";
        }
        int dot = base.lastIndexOf('.');
        String node = base.substring(0, dot);
        return (graph.find(node) != null ? node : node.replaceFirst("^import/", ""))
                + base.substring(dot).replace('.', ':');
    }

    /** Handles count as zeros. */
    private Tensor value(String base, DType dtype) {
        List<String> lines = lines(base + VALUES);
        long[] dims = lines(base + ".shape").stream().mapToLong(Long::parseLong).toArray();
        boolean scalar = lines.size() == 1 && dims.length == 1 && dims[0] == 0;
        Shape shape = scalar ? Shape.SCALAR : Shape.of(dims);
        if (dtype == DType.RESOURCE) {
            return Tensor.zeros(DType.INT32, shape);
        }
        if (dtype == DType.STRING) {
            return Tensor.of(
                    shape,
                    lines.stream().map(l -> l.replaceFirst("^b'(.*)'$", "$1")).toArray(String[]::new));
        }
        return Tensor.of(
                dtype, shape, lines.stream().mapToDouble(Dl4jFiles::number).toArray());
    }

    private static double number(String text) {
        return switch (text.strip()) {
            case "True" -> 1;
            case "False" -> 0;
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private List<String> lines(String name) {
        return new String(requireNonNull(files.get(name), name), StandardCharsets.UTF_8)
                .lines()
                .filter(l -> !l.isBlank())
                .toList();
    }
}
