package io.leat.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling, LRN, resizing and scattering give what TensorFlow's CPU kernels gave. */
class KernelGoldenTest {
    static List<Goldens.Case> cases() {
        return Goldens.read("kernel-goldens.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameAsTensorFlow(Goldens.Case golden) {
        List<Object> outputs = KernelCase.run(golden, ReversedParallel.INSTANCE);
        assertThat(outputs).hasSameSizeAs(golden.runs());
        for (int i = 0; i < outputs.size(); i++) {
            Object out = outputs.get(i);
            golden.runs().get(i).bits().forEach((at, bits) -> check(golden, out, at, bits));
            if (!golden.op().startsWith("LRN")) {
                assertThat(GoldenBits.crc(out))
                        .as(golden.toString())
                        .isEqualTo(golden.runs().get(i).crc());
            }
        }
    }

    private static void check(Goldens.Case golden, Object out, int i, long bits) {
        switch (out) {
            case float[] x
            when golden.op().startsWith("LRN") ->
                assertThat(x[i])
                        .as("%s: element %d", golden, i)
                        .isCloseTo(Float.intBitsToFloat((int) bits), within(2e-6f));
            case float[] x ->
                assertThat(x[i]).as("%s: element %d", golden, i).isEqualTo(Float.valueOf(Float.intBitsToFloat((int)
                        bits)));
            case double[] x ->
                assertThat(x[i])
                        .as("%s: element %d", golden, i)
                        .isEqualTo(Double.valueOf(Double.longBitsToDouble(bits)));
            case int[] x -> assertThat(x[i]).as("%s: element %d", golden, i).isEqualTo((int) bits);
            case long[] x -> assertThat(x[i]).as("%s: element %d", golden, i).isEqualTo(bits);
            default -> throw new AssertionError(out);
        }
    }
}
