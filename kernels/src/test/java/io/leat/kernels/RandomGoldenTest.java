package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every random kernel gives what TensorFlow's CPU kernels gave for the same seeds, over several runs. */
class RandomGoldenTest {
    /** Doubles of TensorFlow use the C library's functions: what they may differ by, in units in the last place. */
    private static final int DOUBLE_ULPS = 4;

    static List<RandomGoldens.Case> cases() {
        return RandomGoldens.read();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameAsTensorFlow(RandomGoldens.Case golden) {
        RandomCase kernel = new RandomCase(golden);
        for (RandomGoldens.Run run : golden.runs()) {
            Object out = kernel.run(ReversedParallel.INSTANCE);
            run.bits().forEach((i, bits) -> check(golden, out, i, bits));
            if (!approximate(golden)) {
                CRC32 crc = new CRC32();
                crc.update(bytes(out));
                assertThat((int) crc.getValue()).isEqualTo(run.crc());
            }
        }
    }

    private static boolean approximate(RandomGoldens.Case golden) {
        return golden.dtype().equals("DT_DOUBLE") && !golden.op().contains("Uniform") && !golden.op().contains("Poisson");
    }

    private static void check(RandomGoldens.Case golden, Object out, int i, long bits) {
        switch (out) {
            case double[] x when approximate(golden) -> {
                double expected = Double.longBitsToDouble(bits);
                assertThat(x[i]).as("element %d", i).isCloseTo(expected, within(DOUBLE_ULPS * Math.ulp(expected)));
            }
            case double[] x ->
                assertThat(x[i]).as("element %d", i).isEqualTo(Double.longBitsToDouble(bits));
            case float[] x -> assertThat(x[i]).as("element %d", i).isEqualTo(Float.intBitsToFloat((int) bits));
            case short[] x -> assertThat(x[i]).as("element %d", i).isEqualTo((short) bits);
            case int[] x -> assertThat(x[i]).as("element %d", i).isEqualTo((int) bits);
            case long[] x -> assertThat(x[i]).as("element %d", i).isEqualTo(bits);
            default -> throw new AssertionError(out);
        }
    }

    private static byte[] bytes(Object out) {
        int size =
                switch (out) {
                    case double[] x -> 8 * x.length;
                    case long[] x -> 8 * x.length;
                    case float[] x -> 4 * x.length;
                    case int[] x -> 4 * x.length;
                    case short[] x -> 2 * x.length;
                    default -> throw new AssertionError(out);
                };
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        switch (out) {
            case double[] x -> buffer.asDoubleBuffer().put(x);
            case long[] x -> buffer.asLongBuffer().put(x);
            case float[] x -> buffer.asFloatBuffer().put(x);
            case int[] x -> buffer.asIntBuffer().put(x);
            case short[] x -> buffer.asShortBuffer().put(x);
            default -> throw new AssertionError(out);
        }
        return buffer.array();
    }
}
