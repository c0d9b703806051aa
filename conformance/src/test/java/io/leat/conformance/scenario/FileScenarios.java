package io.leat.conformance.scenario;

import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Ops on names of files, and on checkpoints of version 1. */
final class FileScenarios {
    private FileScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("files: patterns", FileScenarios::patterns),
                new Scenario("files: read and written", FileScenarios::contents),
                new Scenario("files: checkpoints of version 1", FileScenarios::restored),
                new Scenario("files: checkpoints of version 1, written", FileScenarios::saved));
    }

    private static void patterns(Script s) {
        try {
            Path folder = Files.createTempDirectory("leat-patterns");
            folder.toFile().deleteOnExit();
            for (String name : List.of("a.txt", "b.txt", "bb.txt", "c.csv", "x+y.txt", "sub/a.txt", "sub/deep/z.txt")) {
                Path file = folder.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, name);
            }
            for (String pattern : List.of(
                    "*.txt",
                    "?.txt",
                    "[ab].txt",
                    "[^a]*",
                    "*/a.txt",
                    "sub/*",
                    "*/*/z.*",
                    "none*",
                    "a.txt",
                    "none",
                    "x+y*",
                    "[b-c]*",
                    "sub/deep/*")) {
                s.run(s.call("MatchingFiles", s.constant(Tensor.scalar(folder + "/" + pattern))));
            }
            s.run(s.call("MatchingFiles", s.strings(folder + "/b*", folder + "/?.txt", folder + "/none")));
            s.fails(
                    StatusCode.INVALID_ARGUMENT,
                    s.call("MatchingFiles", s.hidden(s.constant(Tensor.of(Shape.of(1, 1), "a")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void contents(Script s) {
        try {
            Path folder = Files.createTempDirectory("leat-contents");
            folder.toFile().deleteOnExit();
            Output name = s.constant(Tensor.scalar(folder + "/new/file"));
            s.effect(s.op("WriteFile")
                    .input(name)
                    .input(s.constant(Tensor.scalar("some text")))
                    .add());
            s.run(s.call("ReadFile", name));
            s.fails(StatusCode.NOT_FOUND, s.call("ReadFile", s.constant(Tensor.scalar(folder + "/none"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checkpoint(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(".mvn"))) {
            root = Objects.requireNonNull(root.getParent());
        }
        return root.resolve("formats/src/test/resources/io/leat/formats/tensorflow/" + name)
                .toString();
    }

    private static Output restore(Script s, String file, String name, DType type) {
        return s.op("Restore")
                .input(s.constant(Tensor.scalar(file)))
                .input(s.constant(Tensor.scalar(name)))
                .attr("dt", type)
                .add()
                .output(0);
    }

    private static Output restore(Script s, String file, String name, DType type, String part) {
        return s.op("RestoreSlice")
                .input(s.constant(Tensor.scalar(file)))
                .input(s.constant(Tensor.scalar(name)))
                .input(s.constant(Tensor.scalar(part)))
                .attr("dt", type)
                .add()
                .output(0);
    }

    private static void restored(Script s) {
        String v1 = checkpoint("v1");
        s.run(
                restore(s, v1, "part", DType.FLOAT32),
                restore(s, v1, "sc", DType.INT64),
                restore(s, v1, "str", DType.STRING),
                restore(s, v1 + "*", "i32", DType.INT32),
                restore(s, checkpoint("v1-types"), "f64", DType.FLOAT64));
        s.run(
                restore(s, v1, "part", DType.FLOAT32, ""),
                restore(s, v1, "part", DType.FLOAT32, "3 3 1,2:1,2"),
                restore(s, v1, "str", DType.STRING, "3 1,2"));
        s.fails(StatusCode.NOT_FOUND, restore(s, v1, "none", DType.FLOAT32));
        s.fails(StatusCode.NOT_FOUND, restore(s, v1 + "-none", "part", DType.FLOAT32));
        s.fails(StatusCode.INVALID_ARGUMENT, restore(s, v1, "part", DType.INT64));
        s.fails(StatusCode.INVALID_ARGUMENT, restore(s, v1, "part", DType.FLOAT32, "3 4 -:-"));
    }

    /** In both the file that it wrote itself is read; what Leat wrote is also in its place when TensorFlow reads. */
    private static void saved(Script s) {
        try {
            Path folder = Files.createTempDirectory("leat-saved");
            folder.toFile().deleteOnExit();
            Output name = s.constant(Tensor.scalar(folder + "/whole"));
            s.effect(s.op("Save")
                    .input(name)
                    .input(s.strings("f", "d", "i", "l", "s", "b", "h", "c"))
                    .inputs(List.of(
                            s.constant(Tensor.vector(1f, -2f, 3f)),
                            s.doubles(0.5, 0.25),
                            s.constant(Tensor.of(Shape.of(2, 1), 7, -8)),
                            s.longs(1L << 40),
                            s.strings("x", "", "yz"),
                            s.constant(Tensor.vector(true, false)),
                            s.constant(Tensor.of(DType.FLOAT16, Shape.of(2), 0.5, -3)),
                            s.constant(Tensor.of(DType.COMPLEX64, Shape.of(1), 2))))
                    .add());
            String file = folder + "/whole";
            s.run(
                    restore(s, file, "f", DType.FLOAT32),
                    restore(s, file, "d", DType.FLOAT64),
                    restore(s, file, "i", DType.INT32),
                    restore(s, file, "l", DType.INT64),
                    restore(s, file, "s", DType.STRING),
                    restore(s, file, "b", DType.BOOL),
                    restore(s, file, "h", DType.FLOAT16),
                    restore(s, file, "c", DType.COMPLEX64));
            Output parts = s.constant(Tensor.scalar(folder + "/parts"));
            s.effect(s.op("SaveSlices")
                    .input(parts)
                    .input(s.strings("w", "w", "v"))
                    .input(s.strings("3 2 0,2:-", "3 2 2,1:-", ""))
                    .inputs(List.of(
                            s.doubles(Shape.of(2, 2), 1, 2, 3, 4), s.doubles(Shape.of(1, 2), 5, 6), s.doubles(9)))
                    .add());
            s.run(restore(s, folder + "/parts", "w", DType.FLOAT64), restore(s, folder + "/parts", "v", DType.FLOAT64));
            s.fails(
                    StatusCode.INVALID_ARGUMENT,
                    s.op("Save")
                            .input(name)
                            .input(s.hidden(s.strings("a", "b")))
                            .inputs(List.of(s.doubles(1)))
                            .add());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
