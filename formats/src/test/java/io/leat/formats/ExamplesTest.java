package io.leat.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    @Test
    void roundTrips() {
        Map<String, Tensor> read = Examples.parse(Examples.write(Map.of(
                "text", Tensor.of(Shape.of(2), "a", "é"),
                "x", Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f),
                "n", Tensor.scalar(-1L))));
        assertThat(read).containsOnlyKeys("n", "text", "x");
        Samples.assertSame(read.get("text"), Tensor.of(Shape.of(2), "a", "é"));
        Samples.assertSame(read.get("x"), Tensor.vector(1f, 2, 3, 4));
        Samples.assertSame(read.get("n"), Tensor.vector(-1L));
    }

    /** {@code {"n": [5]}}, by the message format. */
    @Test
    void writesTheLayout() {
        byte[] message = Examples.write(Map.of("n", Tensor.scalar(5L)));
        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo("0a0c" + "0a0a" + "0a016e" + "1205" + "1a03" + "0a0105");
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> Examples.write(Map.of("d", Tensor.scalar(1.0))))
                .isInstanceOf(InvalidArgumentException.class)
                .hasMessageContaining("'d' is a double");
        byte[] message = Examples.write(Map.of("x", Tensor.vector(1f, 2f), "s", Tensor.scalar("text")));
        for (int i = 1; i < message.length; i++) {
            byte[] cut = Arrays.copyOf(message, i);
            try {
                assertThat(Examples.parse(cut)).hasSizeLessThan(2);
            } catch (LeatException e) {
                assertThat(e).hasMessageContaining("Could not parse example input");
            }
        }
        assertThat(Examples.parse(new byte[0])).isEmpty();
    }
}
