package io.leat.formats.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.bytes.ByteCursor;
import io.leat.tensor.DataLossException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorOutputStream;
import org.junit.jupiter.api.Test;

class SnappyTest {
    @Test
    void readsWhatAnotherCompressorWrote() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] data = new byte[random.nextInt(100_000)];
            int alphabet = 1 + random.nextInt(8);
            for (int j = 0; j < data.length; ) {
                int run = Math.min(data.length - j, 1 + random.nextInt(300));
                boolean copy = j > run && random.nextBoolean();
                int from = copy ? random.nextInt(j - run) : 0;
                for (int k = 0; k < run; k++, j++) {
                    data[j] = copy ? data[from + k] : (byte) random.nextInt(alphabet);
                }
            }
            assertThat(decompress(compress(data))).as("seed %d", seed).isEqualTo(data);
        }
    }

    @Test
    void readsCopiesThatOverlap() {
        assertThat(decompress(HexFormat.of().parseHex("06" + "0061" + "0501")))
                .isEqualTo("aaaaaa".getBytes(StandardCharsets.UTF_8));
        assertThat(decompress(HexFormat.of().parseHex("06" + "046162" + "0e0200")))
                .isEqualTo("ababab".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEveryCutAndSurvivesEveryChange() throws IOException {
        byte[] data = new byte[500];
        new Random(5).nextBytes(data);
        System.arraycopy(data, 0, data, 300, 100);
        byte[] block = compress(data);
        for (int i = 0; i < block.length; i++) {
            byte[] cut = Arrays.copyOf(block, i);
            assertThatThrownBy(() -> decompress(cut)).isInstanceOf(DataLossException.class);
            for (int flip = 1; flip < 256; flip <<= 1) {
                byte[] changed = block.clone();
                changed[i] ^= (byte) flip;
                try {
                    assertThat(decompress(changed)).isNotEqualTo(data);
                } catch (DataLossException e) {
                    assertThat(e).hasMessageContaining("test");
                }
            }
        }
    }

    @Test
    void doesNotAllocateWhatItCannotGet() {
        assertThatThrownBy(() -> decompress(HexFormat.of().parseHex("ffffffff07" + "0061")))
                .isInstanceOf(DataLossException.class)
                .hasMessageContaining("2147483647");
    }

    private static byte[] decompress(byte[] block) {
        return Snappy.decompress(new ByteCursor(block, "test"));
    }

    private static byte[] compress(byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var snappy = new SnappyCompressorOutputStream(out, data.length)) {
            snappy.write(data);
        }
        return out.toByteArray();
    }
}
