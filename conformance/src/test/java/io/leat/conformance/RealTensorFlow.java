package io.leat.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.tensorflow.TensorFlow;

/** TensorFlow's own runtime, which exists for few platforms only. */
public final class RealTensorFlow {
    private static final String PROBLEM = load();

    private RealTensorFlow() {}

    /** Skips the calling test, saying why, where TensorFlow's native library cannot be loaded. */
    public static void assumeAvailable() {
        assumeTrue(PROBLEM.isEmpty(), () -> "skipped, there is no TensorFlow to compare with: " + PROBLEM);
    }

    /** Whether TensorFlow's native library is there. */
    public static boolean isAvailable() {
        return PROBLEM.isEmpty();
    }

    private static String load() {
        try {
            TensorFlow.version();
            return "";
        } catch (LinkageError e) {
            return "no native library for " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " ("
                    + e + ")";
        }
    }
}
