package io.leat.bench;

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
 * A benchmark graph with what to run: a GraphDef {@code NAME.pb} and a text {@code NAME.txt} of lines {@code init OP},
 * {@code feed TENSOR … FILE}, {@code fetch TENSOR … FILE}, {@code target OP} and {@code losses TENSOR … FILE}.
 *
 * @param init the node to run once first, or null
 * @param target the node to run in each step of training, or null
 * @param feeds values by tensor name
 * @param fetches the tensors fetched, with the values TensorFlow gave in the first run
 * @param losses the losses of the first steps of training, empty for inference
 */
record Workload(
        String name,
        Path graph,
        @Nullable String init,
        @Nullable String target,
        Map<String, Tensor> feeds,
        Map<String, Tensor> fetches,
        float[] losses) {
    static final String LOSS = "loss:0";

    /** The folder of the graphs: property {@code leat.bench.graphs}, or {@code shared/bench/graphs} in a folder above. */
    static Path folder() {
        String given = System.getProperty("leat.bench.graphs");
        if (given != null) {
            return Path.of(given);
        }
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            Path graphs = p.resolve("shared/bench/graphs");
            if (Files.isDirectory(graphs)) {
                return graphs;
            }
        }
        throw new IllegalStateException("no benchmark graphs: set -Dleat.bench.graphs=FOLDER");
    }

    static Workload read(String name) throws IOException {
        Path folder = folder();
        String init = null;
        String target = null;
        Map<String, Tensor> feeds = new LinkedHashMap<>();
        Map<String, Tensor> fetches = new LinkedHashMap<>();
        float[] losses = {};
        for (String line : Files.readAllLines(folder.resolve(name + ".txt"))) {
            List<String> words = List.of(line.split(" "));
            switch (words.getFirst()) {
                case "init" -> init = words.get(1);
                case "target" -> target = words.get(1);
                case "feed" -> feeds.put(words.get(1), Npy.read(folder.resolve(file(words))));
                case "fetch" -> fetches.put(words.get(1), Npy.read(folder.resolve(file(words))));
                case "losses" -> losses = Npy.read(folder.resolve(file(words))).toFloatArray();
                default -> {
                    // statistics and remarks
                }
            }
        }
        return new Workload(name, folder.resolve(name + ".pb"), init, target, feeds, fetches, losses);
    }

    private static String file(List<String> words) {
        return words.stream().filter(w -> w.endsWith(".npy")).findFirst().orElseThrow();
    }

    boolean trains() {
        return target != null;
    }

    /** What a step fetches. */
    List<String> fetched() {
        return trains() ? List.of(LOSS) : new ArrayList<>(fetches.keySet());
    }
}
