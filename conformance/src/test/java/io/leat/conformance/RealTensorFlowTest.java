package io.leat.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.TensorFlow;

/** The judge is the version that the specification was taken from. */
final class RealTensorFlowTest {
    @Test
    void versionIs218() {
        RealTensorFlow.assumeAvailable();
        assertThat(TensorFlow.version()).startsWith("2.18.");
    }
}
