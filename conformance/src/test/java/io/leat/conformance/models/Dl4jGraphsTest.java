package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Frozen graphs of TensorFlow 1 with every tensor that it computed in them (KonduitAI's dl4j-test-resources). */
final class Dl4jGraphsTest {
    private static final String GRAPH = "frozen_model.pb";
    private static final String FED = ".placeholder.csv";
    private static final String COMPUTED = ".prediction_inbw.csv";

    @TestFactory
    Stream<DynamicTest> everyGraph() throws IOException {
        Map<String, Map<String, byte[]>> folders = new TreeMap<>();
        try (InputStream file = Files.newInputStream(Shared.path("data/ops/dl4j.tgz"));
                var tar = new TarArchiveInputStream(new GzipCompressorInputStream(file))) {
            for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                int slash = e.getName().lastIndexOf('/');
                if (!e.isDirectory() && slash > 0) {
                    folders.computeIfAbsent(e.getName().substring(0, slash), _ -> new TreeMap<>())
                            .put(e.getName().substring(slash + 1), tar.readAllBytes());
                }
            }
        }
        assertThat(folders).isNotEmpty();
        return folders.entrySet().stream()
                .filter(f -> f.getValue().containsKey(GRAPH))
                .map(f -> DynamicTest.dynamicTest(f.getKey(), () -> check(f.getValue())));
    }

    private static void check(Map<String, byte[]> files) throws IOException {
        Graph graph = GraphDefs.parse(java.util.Objects.requireNonNull(files.get(GRAPH)));
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        Map<String, Output> wanted = new LinkedHashMap<>();
        for (String file : files.keySet()) {
            if (file.endsWith(FED)) {
                String base = file.substring(0, file.length() - FED.length());
                Output x = graph.output(base.replace("____", "/"));
                feeds.put(x, java.util.Objects.requireNonNull(tensor(files, base + ".placeholder", x.dtype())));
            } else if (file.endsWith(COMPUTED)) {
                String base = file.substring(0, file.length() - COMPUTED.length());
                int dot = base.lastIndexOf('.');
                String recorded = base.substring(0, dot).replace("____", "/");
                String name = graph.find(recorded) != null ? recorded : recorded.replaceFirst("^import/", "");
                if (graph.find(name) != null) {
                    wanted.put(base, graph.output(name + ":" + base.substring(dot + 1)));
                }
            }
        }
        List<String> names = wanted.values().stream().map(Output::name).toList();
        Shared.assumeOps(graph, names, feeds.keySet().stream().map(Output::name).toList());
        List<String> problems = new ArrayList<>();
        try (Session session = Session.open(graph)) {
            List<Tensor> values = session.run(new ArrayList<>(wanted.values()), feeds, List.of());
            int i = 0;
            for (var w : wanted.entrySet()) {
                Tensor actual = values.get(i++);
                Tensor expected = tensor(
                        files, w.getKey() + ".prediction_inbw", w.getValue().dtype());
                if (expected != null && !agrees(expected, actual)) {
                    problems.add(w.getValue().name() + " is " + actual + ", not " + expected);
                }
            }
        }
        assertThat(names).isNotEmpty();
        assertThat(problems).isEmpty();
    }

    /** By the suite's own measure; a scalar and one element alone look the same in its files. */
    private static boolean agrees(Tensor expected, Tensor actual) {
        if (expected.size() != actual.size() || actual.dtype() == DType.STRING) {
            return expected.size() == actual.size();
        }
        boolean sameRank = expected.shape().equals(actual.shape());
        boolean oneElement = expected.size() == 1;
        return (sameRank || oneElement) && actual.reshape(expected.shape()).isClose(expected, 1e-3, 1e-4);
    }

    /** The tensor of a pair of files, or null for a dtype that is not written as numbers. */
    private static @Nullable Tensor tensor(Map<String, byte[]> files, String base, DType dtype) {
        if (!dtype.isNumeric() && dtype != DType.BOOL) {
            return null;
        }
        List<String> lines =
                text(files, base + ".csv").lines().filter(l -> !l.isBlank()).toList();
        long[] dims = text(files, base + ".shape")
                .lines()
                .filter(l -> !l.isBlank())
                .mapToLong(Long::parseLong)
                .toArray();
        boolean scalar = lines.size() == 1 && dims.length == 1 && dims[0] == 0;
        double[] values = lines.stream().mapToDouble(Dl4jGraphsTest::number).toArray();
        return Tensor.of(dtype, scalar ? Shape.SCALAR : Shape.of(dims), values);
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

    private static String text(Map<String, byte[]> files, String name) {
        return new String(java.util.Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }
}
