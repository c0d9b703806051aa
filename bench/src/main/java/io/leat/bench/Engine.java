package io.leat.bench;

import java.util.List;

/** Something that runs a workload. */
interface Engine extends AutoCloseable {
    /** One step, everything fetched. */
    Object step();

    /** One step with the fetched values of float32 read out. */
    List<float[]> values();

    @Override
    void close();

    /** Runs first steps and compares with TensorFlow's answers: a wrong answer is not timed. */
    default void verify(Workload w) {
        if (w.trains()) {
            for (float expected : w.losses()) {
                float actual = values().getFirst()[0];
                if (!(Math.abs(actual - expected) <= 1e-4 * Math.abs(expected))) {
                    throw new IllegalStateException(w.name() + ": loss " + actual + ", expected " + expected);
                }
            }
            return;
        }
        List<float[]> actual = values();
        int i = 0;
        for (var e : w.fetches().entrySet()) {
            float[] expected = e.getValue().toFloatArray();
            double scale = 0;
            double worst = 0;
            for (int k = 0; k < expected.length; k++) {
                scale = Math.max(scale, Math.abs(expected[k]));
                worst = Math.max(worst, Math.abs(expected[k] - actual.get(i)[k]));
            }
            if (!(worst <= 1e-4 * scale)) {
                throw new IllegalStateException(w.name() + ": " + e.getKey() + " is off by " + worst);
            }
            i++;
        }
    }
}
