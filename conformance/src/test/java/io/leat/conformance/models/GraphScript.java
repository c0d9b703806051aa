package io.leat.conformance.models;

import io.leat.formats.Npy;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run one of the benchmark graphs, and what TensorFlow gave.
 *
 * @param inits targets to run first
 * @param target the training step
 * @param fetches what to fetch, with the answers
 * @param before what to fetch before the first training step, with the answers
 * @param losses those of the first training steps
 */
record GraphScript(
        List<String> inits,
        @Nullable String target,
        Map<String, Tensor> feeds,
        Map<String, Tensor> fetches,
        Map<String, Tensor> before,
        @Nullable Tensor losses) {

    static GraphScript read(Path text) throws IOException {
        List<String> inits = new ArrayList<>();
        Map<String, Tensor> feeds = new LinkedHashMap<>();
        Map<String, Tensor> fetches = new LinkedHashMap<>();
        Map<String, Tensor> before = new LinkedHashMap<>();
        String target = null;
        Tensor losses = null;
        for (String line : Files.readAllLines(text)) {
            String[] words = line.split(" +");
            switch (words[0]) {
                case "init" -> inits.add(words[1]);
                case "target" -> target = words[1];
                case "feed" -> feeds.put(words[1], file(text, line));
                case "fetch" -> fetches.put(words[1], file(text, line));
                case "fetch_before_training" -> before.put(words[1], file(text, line));
                case "grad_before_training" -> before.put(line.replaceAll(".* : ([^ ]+) .*", "$1"), file(text, line));
                case "losses" -> losses = file(text, line);
                default -> {
                    // describes the graph
                }
            }
        }
        return new GraphScript(inits, target, feeds, fetches, before, losses);
    }

    private static Tensor file(Path text, String line) throws IOException {
        String name = line.replaceAll(".* ([^ ]+\\.npy).*", "$1");
        return Npy.read(text.resolveSibling(name));
    }
}
