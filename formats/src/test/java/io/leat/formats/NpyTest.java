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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    Path folder;

    private static final Tensor SIX = Tensor.of(Shape.of(2, 3), 0f, 1, 2, 3, 4, 5);

    @Test
    void readsWhatNumPyWrote() throws Exception {
        for (String name : List.of("c", "fortran", "big")) {
            Samples.assertSame(golden(name), SIX);
        }
        Samples.assertSame(golden("unicode"), Tensor.of(Shape.of(4), "a", "é€", "😀b", ""));
        Samples.assertSame(golden("bytes"), Tensor.of(Shape.of(3), "ab", "", "c\0d"));
        assertThat(Raw.shorts(golden("half"))).containsExactly(0x3e00, 0xc000, 0x7c00);
        Samples.assertSame(golden("scalar"), Tensor.scalar(-7L));
        Samples.assertSame(golden("v2"), Tensor.of(Shape.of(2), true, false));
        Samples.assertSame(golden("v3"), Raw.wrap(DType.UINT16, Shape.of(2, 1, 1), new short[] {1, 2}));
        Samples.assertSame(
                golden("c128"),
                Raw.wrap(DType.COMPLEX128, Shape.of(3, 2), new double[] {0, 0, 1, 2, 2, 4, 3, 6, 4, 8, 5, 10}));
    }

    @Test
    void readsArchives() throws Exception {
        Map<String, Tensor> arrays = Npy.readArchive(Samples.resource("numpy/arrays.npz"));
        assertThat(arrays).containsOnlyKeys("x", "y");
        Samples.assertSame(arrays.get("x"), Tensor.of(Shape.of(100, 3), new double[300]));
        Samples.assertSame(Npy.readArchive(Samples.resource("numpy/stored.npz")).get("x"), Tensor.vector(3, 4));
    }

    /** The bytes are NumPy's own. */
    @Test
    void writesWhatNumPyWrites() throws Exception {
        Path file = folder.resolve("c.npy");
        Npy.write(file, SIX);
        assertThat(file).hasSameBinaryContentAs(Samples.resource("numpy/c.npy"));
    }

    @Test
    void roundTripsEveryDtype() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (DType dtype : Samples.dtypes()) {
            if (!dtype.isQuantized()) {
                for (Shape shape : List.of(Shape.SCALAR, Shape.of(0, 3), Shape.of(2, 3), Shape.of(40_000))) {
                    tensors.put(dtype + "-" + shape.rank() + shape.size(), Samples.random(dtype, shape, random));
                }
            }
        }
        Path archive = folder.resolve("all.npz");
        Npy.writeArchive(archive, tensors);
        Map<String, Tensor> read = Npy.readArchive(archive);
        assertThat(read.keySet()).as("seed %d", seed).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, t) -> Samples.assertSame(read.get(name), t));
    }

    @Test
    void refusesWhatNumPyWouldLose() {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> Npy.write(out, Tensor.scalar("a\0")))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("ends in a zero");
        assertThat(out.size()).isZero();
        assertThatThrownBy(() -> Npy.read(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000,1000000000000), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f3', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<U999999999', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
                "{'descr': '<f4', 'fortran_order': Maybe, 'shape': (1,), }",
                "{'descr': '<f4', 'shape': (1,), }",
                "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 'x'}",
                "{'descr': '<f4",
                "",
                "{"
            })
    void refusesHostileHeaders(String header) throws IOException {
        Path file = folder.resolve("bad.npy");
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
        out.write(text);
        out.write(new byte[4]);
        Files.write(file, out.toByteArray());
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOfAny(DataLossException.class, InvalidArgumentException.class)
                .hasMessageContaining("bad.npy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fortran.npy", "unicode.npy", "v3.npy", "arrays.npz", "stored.npz"})
    void survivesCorruption(String name) throws Exception {
        Path file = Files.write(folder.resolve(name), Files.readAllBytes(Samples.resource("numpy/" + name)));
        boolean archive = name.endsWith(".npz");
        int failed = Corruption.everywhere(
                file,
                () -> assertThat(
                                archive
                                        ? Npy.readArchive(file).size()
                                        : Npy.read(file).size())
                        .isNotNegative());
        assertThat(failed).isGreaterThan((int) Files.size(file));
    }

    private static Tensor golden(String name) throws Exception {
        return Npy.read(Samples.resource("numpy/" + name + ".npy"));
    }
}
