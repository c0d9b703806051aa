package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every random kernel gives what TensorFlow's CPU kernels gave for the same seeds, over several runs. */
class RandomGoldenTest {
    /** Doubles of TensorFlow use the C library's functions: what they may differ by, in units in the last place. */
    private static final int DOUBLE_ULPS = 2;

    static List<Goldens.Case> cases() {
        return Goldens.read("random-goldens.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameAsTensorFlow(Goldens.Case golden) {
        RandomCase kernel = new RandomCase(golden);
        for (Goldens.Run run : golden.runs()) {
            Object out = kernel.run(ReversedParallel.INSTANCE);
            run.bits().forEach((i, bits) -> check(golden, out, i, bits));
            if (!approximate(golden)) {
                assertThat(GoldenBits.crc(out)).isEqualTo(run.crc());
            }
        }
    }

    private static boolean approximate(Goldens.Case golden) {
        return golden.dtype().equals("DT_DOUBLE")
                && !golden.op().contains("Uniform")
                && !golden.op().contains("Poisson");
    }

    private static void check(Goldens.Case golden, Object out, int i, long bits) {
        switch (out) {
            case double[] x
            when approximate(golden) -> {
                double expected = Double.longBitsToDouble(bits);
                assertThat(x[i]).as("element %d", i).isCloseTo(expected, within(DOUBLE_ULPS * Math.ulp(expected)));
            }
            case double[] x -> assertThat(x[i]).as("element %d", i).isEqualTo(Double.longBitsToDouble(bits));
            case float[] x -> assertThat(x[i]).as("element %d", i).isEqualTo(Float.intBitsToFloat((int) bits));
            case short[] x -> assertThat(x[i]).as("element %d", i).isEqualTo((short) bits);
            case int[] x -> assertThat(x[i]).as("element %d", i).isEqualTo((int) bits);
            case long[] x -> assertThat(x[i]).as("element %d", i).isEqualTo(bits);
            default -> throw new AssertionError(out);
        }
    }
}
