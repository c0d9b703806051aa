package io.leat.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things lie. */
final class Places {
    private Places() {}

    /** The folder of the graphs: property {@code leat.bench.graphs}, or {@code shared/bench/graphs} in a folder above. */
    static Path graphs() {
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

    /** A trained classifier of 28x28 images; may be absent. */
    static Path mnist() {
        return graphs().resolveSibling("../data/models/mnist_fc/frozen.pb").normalize();
    }

    /** What is made for the benchmarks: graphs, ONNX models, caches. Property {@code leat.bench.made}. */
    static Path made() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty("leat.bench.made", "bench/target/made")));
    }

    /** What the engines say on their error streams. */
    static File log() throws IOException {
        return made().resolve("engines.log").toFile();
    }

    /** The ONNX form of a workload, with its inputs as NumPy arrays. */
    static Path onnx(String workload) throws IOException {
        return Files.createDirectories(made().resolve(workload));
    }
}
