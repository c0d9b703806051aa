package io.leat.bench;

import java.util.List;

/**
 * What Leat is to reach on a workload, on any number of threads.
 *
 * @param ofTensorFlow at most this many times TensorFlow's time, whichever setting is faster
 * @param ofFastest at most this many times the fastest peer's time; infinite where only the time counts
 * @param micros at most this many microseconds a step; infinite where only the ratio counts
 * @param microsByRun the same by {@code Session.run}
 */
record Goal(String workload, double ofTensorFlow, double ofFastest, double micros, double microsByRun) {
    private static final double NONE = Double.POSITIVE_INFINITY;

    /** All workloads, in the order of the table. */
    static final List<Goal> ALL = List.of(
            new Goal("dispatch", NONE, NONE, 2, 4),
            new Goal("chain100", NONE, NONE, 0.5, NONE),
            new Goal("chain1000", NONE, NONE, 5, NONE),
            matmul("matmul128"),
            matmul("matmul512"),
            matmul("matmul1024"),
            matmul("matmul2048"),
            ratio("mlp_sgd", 0.8),
            ratio("mlp_adam", 0.8),
            ratio("cnn_adam", 0.8),
            ratio("resnet50", 0.9),
            ratio("resnet50_b8", 0.9),
            ratio("mobilenet", 0.9),
            ratio("mobilenet_b8", 0.9),
            ratio("bert", 0.9),
            ratio("lstm", 0.7),
            ratio("lstm_while", 0.7),
            ratio("elementwise_feed", 0.4),
            ratio("elementwise", 0.4),
            ratio("softmax", 1),
            ratio("reduce0", 1),
            ratio("reduce1", 1),
            ratio("transpose", 0.8),
            ratio("gather", 1));

    private static Goal matmul(String workload) {
        return new Goal(workload, 1, 1 / 0.95, NONE, NONE);
    }

    private static Goal ratio(String workload, double ofFastest) {
        return new Goal(workload, NONE, ofFastest, NONE, NONE);
    }

    static Goal of(String workload) {
        return ALL.stream()
                .filter(g -> g.workload().equals(workload))
                .findFirst()
                .orElseGet(() -> ratio(workload, NONE));
    }
}
