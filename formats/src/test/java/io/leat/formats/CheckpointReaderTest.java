package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointReaderTest {
    @TempDir
    Path folder;

    private static final Tensor PART = Tensor.of(Shape.of(3, 3), 1f, 2, 3, 4, 5, 6, 7, 8, 9);

    /** Both were written by TensorFlow 2.18 from the same tensors; {@code part} is kept in three slices. */
    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void readsWhatTensorFlowWrote(String version) throws Exception {
        CheckpointReader reader = CheckpointReader.open(resource(version));

        assertThat(reader.names()).containsExactly("part", "sc", "str");
        assertThat(reader.dtype("part")).isEqualTo(DType.FLOAT32);
        assertThat(reader.shape("part")).isEqualTo(Shape.of(3, 3));
        Samples.assertSame(reader.read("part"), PART);
        Samples.assertSame(reader.read("sc"), Tensor.scalar(-5L));
        Samples.assertSame(reader.read("str"), Tensor.of(Shape.of(3), "alpha", "", "éè"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void readsSlices(String version) throws Exception {
        CheckpointReader reader = CheckpointReader.open(resource(version));

        Samples.assertSame(reader.read("part", TensorSlice.parse("1,2:1,2")), Tensor.of(Shape.of(2, 2), 5f, 6, 8, 9));
        Samples.assertSame(reader.read("part", TensorSlice.parse("2,1:2,1")), Tensor.of(Shape.of(1, 1), 9f));
        Samples.assertSame(reader.read("str", TensorSlice.parse("1,2")), Tensor.of(Shape.of(2), "", "éè"));
        assertThatThrownBy(() -> reader.read("part", TensorSlice.parse("2,2:-")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("out of bounds");
    }

    @Test
    void readsOtherDtypesOfBothVersions() throws Exception {
        CheckpointReader two = CheckpointReader.open(resource("v2-types"));
        assertThat(two.read("bf16").dtype()).isEqualTo(DType.BFLOAT16);
        assertThat(Raw.shorts(two.read("bf16"))).containsExactly(0x3fc0, 0xc000, 0x4040);
        assertThat(Raw.shorts(two.read("f16"))).containsExactly(0x3e00, 0xc000);
        Samples.assertSame(two.read("b"), Tensor.of(Shape.of(2), true, false));
        Samples.assertSame(two.read("empty"), Tensor.of(Shape.of(0, 3), new float[0]));

        CheckpointReader one = CheckpointReader.open(resource("v1-types"));
        Samples.assertSame(one.read("u8"), Raw.wrap(DType.UINT8, Shape.of(2), new byte[] {1, 2}));
        Samples.assertSame(one.read("i32"), Tensor.vector(7));
        Samples.assertSame(one.read("f64"), Tensor.scalar(2.5));
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        CheckpointReader reader = CheckpointReader.open(resource("v2"));
        assertThatThrownBy(() -> reader.read("patr"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("Key patr not found in checkpoint")
                .hasMessageContaining("'part'");
        assertThatThrownBy(() -> CheckpointReader.open(folder.resolve("none")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Failed to find any matching files for " + folder.resolve("none"));
        Path text =
                Files.writeString(folder.resolve("text"), "not a checkpoint, but long enough to have a whole footer");
        assertThatThrownBy(() -> CheckpointReader.open(text))
                .isInstanceOf(DataLossException.class)
                .hasMessageContaining("not an sstable");
    }

    @Test
    void namesFileAndOffsetOfBadData() throws Exception {
        copy("v2.index");
        Path data = copy("v2.data-00000-of-00001");
        byte[] bytes = Files.readAllBytes(data);
        bytes[25] ^= 4;
        Files.write(data, bytes);

        CheckpointReader reader = CheckpointReader.open(folder.resolve("v2"));

        Samples.assertSame(reader.read("sc"), Tensor.scalar(-5L));
        assertThatThrownBy(() -> reader.read("part"))
                .isInstanceOf(DataLossException.class)
                .hasMessageContaining(data.toString())
                .hasMessageContaining("offset 24")
                .hasMessageContaining("Checksum does not match");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1",
                "v1-types",
                "v2.index",
                "v2.data-00000-of-00001",
                "v2-types.index",
                "v2-types.data-00000-of-00001"
            })
    void survivesCorruption(String name) throws Exception {
        for (String other :
                new String[] {"v2.index", "v2.data-00000-of-00001", "v2-types.index", "v2-types.data-00000-of-00001"}) {
            copy(other);
        }
        Path file = copy(name);
        Path prefix = folder.resolve(name.replaceAll("\\..*", ""));
        int failed = Corruption.everywhere(file, () -> readAll(prefix));
        long size = Files.size(file);
        assertThat(failed).as("every cut and most changes are seen").isBetween((int) (2 * size), (int) (3 * size));
    }

    /** TensorFlow 2.18 wrote every dtype; the expected values were saved by NumPy. */
    @Test
    void readsEveryDtype() throws IOException {
        CheckpointReader reader = CheckpointReader.open(Samples.shared("checkpoints/dtypes"));
        Map<String, Tensor> expected = Npy.readArchive(Samples.shared("checkpoints/dtypes_expected.npz"));
        assertThat(reader.names()).containsAll(expected.keySet()).hasSize(expected.size() + 2);
        for (String name : expected.keySet()) {
            Samples.assertSame(reader.read(name), expected.get(name));
        }
        assertThat(reader.read("str").shape()).isEqualTo(Shape.of(5));
        assertThat(reader.read("strscalar").dtype()).isEqualTo(DType.STRING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AssetModule",
                "penguin",
                "regression_savedmodel",
                "saved_model_half_plus_three/00000123",
                "saved_model_half_plus_two_cpu/00000123",
                "saved_model_half_plus_two_tf2_cpu/00000123",
                "tfjs/uint8_multiply",
                "vespa_batch_norm"
            })
    void readsVariablesOfSavedModels(String model) throws IOException {
        CheckpointReader reader =
                CheckpointReader.open(Samples.shared("models/" + model).resolve("variables/variables"));
        assertThat(reader.names()).isNotEmpty();
        for (String name : reader.names()) {
            assertThat(reader.read(name).shape()).isEqualTo(reader.shape(name));
        }
        if (model.equals("saved_model_half_plus_three/00000123")) {
            assertThat(reader.read("b").scalarFloat()).isEqualTo(3);
        }
        if (model.equals("regression_savedmodel")) {
            assertThat(reader.keysByVariable()).containsKey("b");
            assertThat(reader.names()).containsAll(reader.keysByVariable().values());
        }
    }

    private static void readAll(Path prefix) throws IOException {
        CheckpointReader reader = CheckpointReader.open(prefix);
        for (String name : reader.names()) {
            assertThat(reader.read(name).shape()).isEqualTo(reader.shape(name));
        }
        assertThat(reader.names()).isNotEmpty();
    }

    private static Path resource(String name) throws URISyntaxException {
        String file = name.startsWith("v1") ? name : name + ".index";
        return Samples.resource("tensorflow/" + file).resolveSibling(name);
    }

    private Path copy(String name) throws IOException, URISyntaxException {
        return Files.write(folder.resolve(name), Files.readAllBytes(Samples.resource("tensorflow/" + name)));
    }
}
