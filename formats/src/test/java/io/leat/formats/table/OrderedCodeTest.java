package io.leat.formats.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.ByteSink;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedCodeTest {
    @ParameterizedTest
    @CsvSource({"0,80", "2,82", "63,bf", "64,c040", "-1,7f", "-64,40", "-65,3fbf", "8191,dfff", "8192,e02000"})
    void writesSignedNumbers(long value, String hex) {
        var sink = new ByteSink();
        OrderedCode.writeSigned(sink, value);
        assertThat(HexFormat.of().formatHex(sink.toByteArray())).isEqualTo(hex);
    }

    @Test
    void numbersSortAsTheirBytes() {
        long[] values = LongStream.rangeClosed(0, 63)
                .flatMap(b -> LongStream.of(1L << b, (1L << b) - 1, -(1L << b), -(1L << b) - 1, Long.MAX_VALUE >> b))
                .sorted()
                .distinct()
                .toArray();
        byte[] last = {};
        for (long v : values) {
            var sink = new ByteSink();
            OrderedCode.writeSigned(sink, v);
            byte[] bytes = sink.toByteArray();
            assertThat(Arrays.compareUnsigned(last, bytes)).as("%d", v).isNegative();
            assertThat(OrderedCode.readSigned(new ByteCursor(bytes, "test"))).isEqualTo(v);
            last = bytes;
        }
    }

    @Test
    void roundTripsUnsignedNumbersAndStrings() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            long number = random.nextLong() >>> random.nextInt(64);
            byte[] text = new byte[random.nextInt(20)];
            for (int j = 0; j < text.length; j++) {
                text[j] = (byte) (random.nextInt(4) - 2); // many zeros and 255s
            }
            var sink = new ByteSink();
            OrderedCode.writeUnsigned(sink, number);
            OrderedCode.writeString(sink, text);
            var in = new ByteCursor(sink.toByteArray(), "test");
            assertThat(OrderedCode.readUnsigned(in)).as("seed %d", seed).isEqualTo(number);
            assertThat(OrderedCode.readString(in)).as("seed %d", seed).isEqualTo(text);
            assertThat(in.hasRemaining()).isFalse();
        }
    }
}
