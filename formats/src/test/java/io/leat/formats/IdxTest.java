package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
    @TempDir
    Path folder;

    @Test
    void readsEveryType() throws IOException {
        Samples.assertSame(
                read("00000802" + "00000001" + "00000002" + "05ff"),
                Raw.wrap(DType.UINT8, Shape.of(1, 2), new byte[] {5, -1}));
        Samples.assertSame(read("00000901" + "00000001" + "ff"), Raw.wrap(DType.INT8, Shape.of(1), new byte[] {-1}));
        Samples.assertSame(
                read("00000b01" + "00000001" + "0102"), Raw.wrap(DType.INT16, Shape.of(1), new short[] {258}));
        Samples.assertSame(read("00000c01" + "00000001" + "00000102"), Tensor.vector(258));
        Samples.assertSame(read("00000d00" + "3f800000"), Tensor.scalar(1f));
        Samples.assertSame(read("00000e00" + "3ff0000000000000"), Tensor.scalar(1.0));
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> read("00000802" + "00000001" + "00000002" + "05"))
                .isInstanceOf(DataLossException.class);
        assertThatThrownBy(() -> read("00000801" + "ffffffff" + "05")).isInstanceOf(DataLossException.class);
        assertThatThrownBy(() -> read("00000a00")).isInstanceOf(DataLossException.class);
        assertThatThrownBy(() -> read("0000")).isInstanceOf(DataLossException.class);
        assertThatThrownBy(() -> Idx.read(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void survivesCorruption() throws IOException {
        Path file = folder.resolve("f.gz");
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(HexFormat.of().parseHex("00000802" + "00000002" + "00000002" + "01020304"));
        }
        Files.write(file, out.toByteArray());
        int failed = Corruption.everywhere(
                file, () -> assertThat(Idx.read(file).size()).isNotNegative());
        assertThat(failed).isGreaterThan(out.size());
    }

    @Test
    void readsMnist() throws IOException {
        Tensor images = Idx.read(Samples.shared("datasets/mnist/t10k-images-idx3-ubyte.gz"));
        Tensor labels = Idx.read(Samples.shared("datasets/mnist/t10k-labels-idx1-ubyte.gz"));
        assertThat(images.shape()).isEqualTo(Shape.of(10_000, 28, 28));
        assertThat(labels.shape()).isEqualTo(Shape.of(10_000));
        assertThat(Raw.bytes(labels)).startsWith(7, 2, 1, 0, 4);
    }

    private Tensor read(String hex) throws IOException {
        return Idx.read(Files.write(folder.resolve("idx"), HexFormat.of().parseHex(hex)));
    }
}
