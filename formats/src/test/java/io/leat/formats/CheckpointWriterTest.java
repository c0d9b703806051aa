package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.bytes.Disk;
import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointWriterTest {
    @TempDir
    Path folder;

    @Test
    void roundTripsEveryDtype() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Map<String, Tensor> tensors = new HashMap<>();
        for (DType dtype : Samples.dtypes()) {
            for (Shape shape : List.of(Shape.SCALAR, Shape.of(0, 3), Shape.of(2, 3), Shape.of(17_000))) {
                tensors.put(dtype + "/" + shape.rank() + "é" + shape.size(), Samples.random(dtype, shape, random));
            }
        }
        Path prefix = write("model", tensors);

        CheckpointReader reader = CheckpointReader.open(prefix);
        assertThat(reader.names()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            try {
                Samples.assertSame(reader.read(name), tensor);
            } catch (IOException e) {
                throw new AssertionError("seed " + seed, e);
            }
        });
        assertThat(files()).containsExactly("model.data-00000-of-00001", "model.index");
    }

    /** With the same tensors in the same order, the files are TensorFlow's, byte for byte. */
    @Test
    void writesTensorFlowsBytes() throws Exception {
        Path golden = Samples.resource("tensorflow/v2.index").resolveSibling("v2");
        CheckpointReader tensorFlow = CheckpointReader.open(golden);
        try (var writer = CheckpointWriter.create(folder.resolve("v2"))) {
            for (String slice : List.of("0,2:-", "2,1:0,2", "2,1:2,1")) {
                TensorSlice s = TensorSlice.parse(slice);
                writer.addSlice("part", Shape.of(3, 3), s, tensorFlow.read("part", s));
            }
            writer.add("str", tensorFlow.read("str"));
            writer.add("sc", tensorFlow.read("sc"));
            writer.finish();
        }
        assertSameFiles(golden, folder.resolve("v2"));
    }

    @Test
    void writesTensorFlowsBytesForEveryDtype() throws IOException {
        Path golden = Samples.shared("checkpoints/dtypes");
        CheckpointReader tensorFlow = CheckpointReader.open(golden);
        Map<String, Tensor> sorted = new java.util.TreeMap<>();
        for (String name : tensorFlow.names()) {
            sorted.put(name, tensorFlow.read(name));
        }
        assertSameFiles(golden, write("dtypes", sorted));
    }

    @Test
    void manyNamesTakeManyBlocks() throws IOException {
        Map<String, Tensor> tensors = new java.util.TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            tensors.put("layer" + i * 7919 % 20_000 + "/weights/with/a/long/name", Tensor.scalar(i));
        }
        CheckpointReader reader = CheckpointReader.open(write("many", tensors));
        assertThat(Files.size(folder.resolve("many.index"))).isGreaterThan(2 * 256 << 10);
        assertThat(reader.names()).containsExactlyElementsOf(tensors.keySet());
        for (String name : reader.names().subList(0, 50)) {
            Samples.assertSame(reader.read(name), tensors.get(name));
        }
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        try (var writer = CheckpointWriter.create(folder.resolve("m"))) {
            writer.add("a", Tensor.scalar(1));
            assertThatThrownBy(() -> writer.add("a", Tensor.scalar(1)))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessage("Adding duplicate key: a");
            assertThatThrownBy(() -> writer.add("", Tensor.scalar(1))).isInstanceOf(InvalidArgumentException.class);
            TensorSlice half = TensorSlice.parse("0,2");
            assertThatThrownBy(() -> writer.addSlice("p", Shape.of(4), half, Tensor.scalar(1)))
                    .isInstanceOf(InvalidArgumentException.class);
            writer.addSlice("p", Shape.of(4), half, Tensor.vector(1, 2));
            assertThatThrownBy(() -> writer.addSlice("p", Shape.of(4), half, Tensor.vector(1, 2)))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("duplicate slice");
            assertThatThrownBy(() -> writer.addSlice("a", Shape.of(4), half, Tensor.vector(1, 2)))
                    .isInstanceOf(InvalidArgumentException.class);
            writer.finish();
            assertThatThrownBy(() -> writer.add("b", Tensor.scalar(1))).isInstanceOf(FailedPreconditionException.class);
        }
        CheckpointReader reader = CheckpointReader.open(folder.resolve("m"));
        Samples.assertSame(reader.read("p", TensorSlice.parse("1,1")), Tensor.vector(2));
        assertThatThrownBy(() -> reader.read("p"))
                .isInstanceOf(io.leat.tensor.DataLossException.class)
                .hasMessageContaining("hold 2 of the 4 elements");
    }

    @Test
    void withoutFinishNothingIsLeft() throws IOException {
        try (var writer = CheckpointWriter.create(folder.resolve("m"))) {
            writer.add("a", Tensor.scalar(1));
        }
        assertThat(files()).isEmpty();
    }

    /** After a failure at any step, the checkpoint that stood there, or the new one, is whole. */
    @Test
    void aFailureAtAnyStepLeavesAWholeCheckpoint() throws IOException {
        Tensor before = Tensor.of(Shape.of(1000), new float[1000]);
        Tensor after = Samples.random(DType.FLOAT32, Shape.of(70_000), new Random(1));
        int oldSeen = 0;
        int newSeen = 0;
        for (int steps = 0; ; steps++) {
            Path prefix = folder.resolve("m" + steps);
            write("m" + steps, Map.of("w", before));
            var disk = new FailingDisk(steps);
            boolean failed = false;
            try (var writer = CheckpointWriter.create(prefix, disk)) {
                writer.add("w", after);
                writer.finish();
            } catch (IOException e) {
                failed = true;
            }
            Tensor now = CheckpointReader.open(prefix).read("w");
            boolean isOld = now.shape().equals(before.shape());
            Samples.assertSame(now, isOld ? before : after);
            oldSeen += isOld ? 1 : 0;
            newSeen += isOld ? 0 : 1;

            write("m" + steps, Map.of("w", before));
            Samples.assertSame(CheckpointReader.open(prefix).read("w"), before);
            if (!failed) {
                assertThat(isOld).isFalse();
                break;
            }
        }
        assertThat(oldSeen).isGreaterThan(5);
        assertThat(newSeen).isGreaterThan(3);
    }

    @Test
    void overwritesACheckpointOfManyShards() throws IOException {
        Path prefix = write("m", Map.of("w", Tensor.scalar(1)));
        try (var writer = CheckpointWriter.create(prefix, new Disk() {
            @Override
            public void link(Path existing, Path link) {
                throw new UnsupportedOperationException();
            }
        })) {
            writer.add("w", Tensor.scalar(2));
            writer.finish();
        }
        assertThat(files()).contains("m.data-00000-of-00002");
        assertThat(CheckpointReader.open(prefix).read("w").scalarInt()).isEqualTo(2);

        write("m", Map.of("w", Tensor.scalar(3)));
        assertThat(CheckpointReader.open(prefix).read("w").scalarInt()).isEqualTo(3);
        assertThat(files()).containsExactly("m.data-00000-of-00001", "m.index");
    }

    private Path write(String name, Map<String, Tensor> tensors) throws IOException {
        Path prefix = folder.resolve(name);
        try (var writer = CheckpointWriter.create(prefix)) {
            for (var entry : tensors.entrySet()) {
                writer.add(entry.getKey(), entry.getValue());
            }
            writer.finish();
        }
        return prefix;
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static void assertSameFiles(Path golden, Path written) {
        for (String suffix : List.of(".data-00000-of-00001", ".index")) {
            assertThat(Path.of(written + suffix)).hasSameBinaryContentAs(Path.of(golden + suffix));
        }
    }
}
