package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.DataLossException;
import io.leat.tensor.NotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void roundTrips(RecordCompression compression) throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            byte[] r = new byte[i == 0 ? 0 : random.nextInt(1 << random.nextInt(17))];
            random.nextBytes(r);
            records.add(r);
        }
        Path file = write(compression, records);
        List<byte[]> read = read(file, compression);
        assertThat(read).as("seed %d", seed).hasSize(50);
        for (int i = 0; i < 50; i++) {
            assertThat(read.get(i)).as("seed %d", seed).isEqualTo(records.get(i));
        }
    }

    /** The length 3, its checksum, "abc", its checksum, as TensorFlow writes them. */
    @Test
    void writesTheLayout() throws IOException {
        Path file = write(RecordCompression.NONE, List.of("abc".getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .startsWith("0300000000000000")
                .contains("616263")
                .hasSize(2 * 19);
    }

    @Test
    void saysWhereARecordIsCutOff() throws IOException {
        Path file = write(RecordCompression.NONE, List.of(new byte[5], new byte[5]));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, 30));
        try (RecordReader reader = RecordReader.open(file)) {
            assertThat(reader.next()).hasSize(5);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(DataLossException.class)
                    .hasMessage(file + ": truncated record at 21");
            assertThat(reader.offset()).isEqualTo(21);
        }
        Files.writeString(file, "some text that is no record file");
        assertThatThrownBy(() -> read(file, RecordCompression.NONE))
                .isInstanceOf(DataLossException.class)
                .hasMessage(file + ": corrupted record at 0 (Is this even a TFRecord file?)");
        assertThatThrownBy(() -> RecordReader.open(folder.resolve("none"))).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void survivesCorruption(RecordCompression compression) throws IOException {
        Path file = write(compression, List.of("abc".getBytes(StandardCharsets.UTF_8), new byte[40]));
        int size = (int) Files.size(file);
        int failed = Corruption.everywhere(
                file, () -> assertThat(read(file, compression)).hasSizeLessThan(3));
        assertThat(failed).isGreaterThan(compression == RecordCompression.NONE ? 3 * size - 3 : size);
    }

    private Path write(RecordCompression compression, List<byte[]> records) throws IOException {
        Path file = folder.resolve(compression + ".tfrecord");
        try (RecordWriter writer = RecordWriter.create(file, compression)) {
            for (byte[] r : records) {
                writer.write(r);
            }
        }
        return file;
    }

    private static List<byte[]> read(Path file, RecordCompression compression) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (RecordReader reader = RecordReader.open(file, compression)) {
            for (byte[] r = reader.next(); r != null; r = reader.next()) {
                records.add(r);
            }
        }
        return records;
    }
}
