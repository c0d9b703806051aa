package io.leat.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @TempDir
    Path folder;

    @Test
    void findsAndVisitsAllEntries() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compareUnsigned);
        for (int i = 0; i < 3000; i++) {
            byte[] key = new byte[random.nextInt(12)];
            for (int j = 0; j < key.length; j++) {
                key[j] = (byte) (random.nextInt(3) - 1);
            }
            byte[] value = new byte[random.nextInt(1000)];
            random.nextBytes(value);
            entries.put(key, value);
        }
        Path path = write(entries);

        try (TableReader table = TableReader.open(path)) {
            for (var e : entries.entrySet()) {
                assertThat(table.get(e.getKey())).as("seed %d", seed).isEqualTo(e.getValue());
            }
            assertThat(table.get("none".getBytes(StandardCharsets.UTF_8))).isNull();
            var rest = new TreeMap<byte[], byte[]>(entries.comparator());
            rest.putAll(entries);
            table.forEach((key, value) -> assertThat(rest.remove(key)).isEqualTo(value));
            assertThat(rest).as("seed %d", seed).isEmpty();
        }
        assertThat(Files.size(path)).as("more than one block").isGreaterThan(2 * 256 << 10);
        assertThat(TableReader.isTable(path)).isTrue();
    }

    @Test
    void anEmptyTableIsATable() throws IOException {
        try (TableReader table = TableReader.open(write(Map.of()))) {
            assertThat(table.get(new byte[0])).isNull();
            table.forEach((key, value) -> {
                throw new AssertionError();
            });
        }
    }

    @Test
    void keysMustAscend() throws IOException {
        var table = new TableWriter(OutputStream.nullOutputStream());
        table.add(new byte[] {1}, new byte[0]);
        assertThatThrownBy(() -> table.add(new byte[] {1}, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.add(new byte[] {0}, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"abc,abz,abd", "abc,abd,abc", "ab,abc,ab", "a,c,b", "abcdef,b,abcdef"})
    void indexKeysAreShort(String a, String b, String expected) {
        assertThat(new String(
                        TableWriter.separator(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    private Path write(Map<byte[], byte[]> entries) throws IOException {
        Path path = folder.resolve("table");
        try (OutputStream out = Files.newOutputStream(path)) {
            var table = new TableWriter(out);
            for (var e : entries.entrySet()) {
                table.add(e.getKey(), e.getValue());
            }
            table.finish();
        }
        return path;
    }
}
