package io.leat.bench.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The examples of the encoding's specification, and its rules. */
final class MessageTest {
    @Test
    void integersAreVarints() {
        assertThat(hex(new Message().integer(1, 150))).isEqualTo("089601");
        assertThat(hex(new Message().integer(1, 0))).isEqualTo("0800");
        assertThat(hex(new Message().integer(1, -1))).isEqualTo("08ffffffffffffffffff01");
        assertThat(hex(new Message().integer(20, 7))).isEqualTo("a00107");
    }

    @Test
    void textHasItsLength() {
        assertThat(hex(new Message().text(2, "testing"))).isEqualTo("120774657374696e67");
    }

    @Test
    void messagesNest() {
        assertThat(hex(new Message().message(3, new Message().integer(1, 150)))).isEqualTo("1a03089601");
        assertThat(hex(new Message().begin(3, 3).raw(new byte[] {8, (byte) 0x96, 1})))
                .isEqualTo("1a03089601");
    }

    @Test
    void realsAreLittleEndian() {
        assertThat(hex(new Message().real(2, 1f))).isEqualTo("150000803f");
    }

    private static String hex(Message m) {
        return HexFormat.of().formatHex(m.toBytes());
    }
}
