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

    /** Reads a workload from {@link Places#graphs()}, or makes it. */
    static Workload read(String name) throws IOException {
        Workload made = MadeWorkloads.find(name);
        if (made != null) {
            return made;
        }
        Path folder = Places.graphs();
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

    /** The same graph fed with something else. */
    Workload withData(String newName, Map<String, Tensor> newFeeds, Map<String, Tensor> newFetches) {
        return new Workload(newName, graph, init, target, newFeeds, newFetches, losses);
    }

    boolean trains() {
        return target != null;
    }

    /** What a step fetches. */
    List<String> fetched() {
        return trains() ? List.of(LOSS) : new ArrayList<>(fetches.keySet());
    }
}
