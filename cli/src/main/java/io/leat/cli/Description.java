package io.leat.cli;

import io.leat.formats.GraphDefs;
import io.leat.formats.MetaGraph;
import io.leat.formats.ModelSignature;
import io.leat.formats.SavedModel;
import io.leat.formats.TensorInfo;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code leat inspect} says of one graph. */
record Description(String title, long fileBytes, Graph graph, Map<String, ModelSignature> signatures) {
    private static final Set<String> SINKS = Set.of("Const", "Placeholder", "PlaceholderV2", "NoOp", "Assert");

    /** One for each graph of the model. */
    static List<Description> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NotFoundException(path + "; No such file or directory");
        }
        if (Files.isDirectory(path)) {
            List<Description> all = new ArrayList<>();
            for (Set<String> tags : SavedModel.tagSets(path)) {
                MetaGraph meta =
                        SavedModel.load(path, tags.toArray(String[]::new)).metaGraph();
                String version = meta.tensorFlowVersion().isEmpty() ? "" : ", TensorFlow " + meta.tensorFlowVersion();
                all.add(new Description(
                        path + ": SavedModel, tags " + String.join(", ", tags) + version,
                        size(path),
                        meta.graph(),
                        meta.signatures()));
            }
            return all;
        }
        if (path.toString().endsWith(".meta")) {
            MetaGraph meta = MetaGraph.read(path);
            return List.of(new Description(path + ": MetaGraph", Files.size(path), meta.graph(), meta.signatures()));
        }
        return List.of(new Description(path + ": graph", Files.size(path), GraphDefs.read(path), Map.of()));
    }

    private static long size(Path folder) throws IOException {
        long sum = 0;
        try (var files = Files.walk(folder)) {
            for (Path p : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(p);
            }
        }
        return sum;
    }

    void print(PrintWriter out, boolean withNodes) {
        List<Node> nodes = graph.nodes();
        out.println(title);
        out.println("  size      " + Numbers.bytes(fileBytes) + ", " + Numbers.grouped(nodes.size()) + " nodes, "
                + Numbers.grouped(constants(nodes)) + " numbers in constants, "
                + graph.functionDefs().size() + " functions, graph version " + graph.producer());
        if (signatures.isEmpty()) {
            section(out, "inputs", inputs(nodes));
            section(out, "outputs", outputs(nodes));
        }
        signatures.forEach((name, s) -> {
            out.println("  signature " + name);
            section(out, "  inputs", infos(s.inputs()));
            section(out, "  outputs", infos(s.outputs()));
            section(out, "  runs", List.of(runnable(s)));
        });
        Needs all = Needs.of(graph, nodes);
        out.println("  ops       " + all.ops().size() + " kinds: " + list(all.ops()));
        Map<String, Integer> lacking = all.lacking();
        out.println(
                lacking.isEmpty()
                        ? "  runnable  Leat has all of them"
                        : "  lacking   Leat has all but " + lacking.size() + ": " + list(lacking));
        if (withNodes) {
            nodes.forEach(n -> out.println("  " + n.name() + " = " + n.type()
                    + n.inputs().stream().map(Output::name).toList()
                    + (n.outputCount() > 0
                            ? " -> "
                                    + n.outputs().stream()
                                            .map(Description::type)
                                            .collect(Collectors.joining(", "))
                            : "")));
        }
    }

    private String runnable(ModelSignature signature) {
        List<Node> ends = signature.outputs().values().stream()
                .flatMap(i -> i instanceof TensorInfo.Dense d ? Stream.of(d.name()) : Stream.empty())
                .flatMap(name ->
                        Stream.ofNullable(graph.find(name.replaceFirst(":\\d+$", "")))) // an init op has no ":0"
                .toList();
        Map<String, Integer> lacking = Needs.of(graph, Needs.upstream(ends)).lacking();
        return lacking.isEmpty() ? "yes" : "no, it needs " + list(lacking);
    }

    private static void section(PrintWriter out, String title, List<String> lines) {
        String label = String.format(java.util.Locale.ROOT, "  %-10s", title);
        if (lines.isEmpty()) {
            out.println(label + "none");
        }
        for (String line : lines) {
            out.println(label + line);
            label = " ".repeat(label.length());
        }
    }

    private static List<String> infos(Map<String, TensorInfo> infos) {
        return infos.entrySet().stream()
                .map(e -> {
                    TensorInfo i = e.getValue();
                    String type = (i.dtype() == null ? "?" : i.dtype().signatureName()) + i.shape();
                    return e.getKey() + ": " + type + (i instanceof TensorInfo.Dense d ? "  (" + d.name() + ")" : "");
                })
                .toList();
    }

    private static List<String> inputs(List<Node> nodes) {
        return nodes.stream()
                .filter(n -> n.type().startsWith("Placeholder"))
                .map(n -> n.name() + ": " + type(n.output(0)))
                .toList();
    }

    private static List<String> outputs(List<Node> nodes) {
        Set<Node> consumed = new HashSet<>();
        nodes.forEach(n -> n.inputs().forEach(in -> consumed.add(in.node())));
        return nodes.stream()
                .filter(n -> !consumed.contains(n) && !SINKS.contains(n.type()))
                .map(n -> n.outputCount() == 0 ? n.name() + ": " + n.type() : n.name() + ": " + type(n.output(0)))
                .toList();
    }

    private static String type(Output o) {
        return o.dtype().signatureName() + o.shape();
    }

    private static long constants(List<Node> nodes) {
        long sum = 0;
        for (Node n : nodes) {
            if (n.type().equals("Const")) {
                Tensor t = n.attrs().tensor("value");
                sum += t.size();
            }
        }
        return sum;
    }

    private static String list(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(e -> e.getKey() + (e.getValue() > 1 ? " " + e.getValue() : ""))
                .collect(Collectors.joining(", "));
    }
}
