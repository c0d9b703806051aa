package io.leat.bench;

import java.io.IOException;

/** Who runs. TensorFlow reads its oneDNN switch once in a process, so its two settings cannot share one. */
enum Contender {
    LEAT("Leat"),
    LEAT_RUN("Leat by run"),
    TENSORFLOW("TensorFlow"),
    TENSORFLOW_ONEDNN("TensorFlow oneDNN"),
    ONNX_RUNTIME("ONNX Runtime");

    /** The variable by which TensorFlow takes oneDNN's kernels or its own. */
    static final String ONEDNN_SWITCH = "TF_ENABLE_ONEDNN_OPTS";

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether it has something to do: ONNX has no training, and the cost of a call shows only in small graphs. */
    boolean enters(Workload w) {
        return switch (this) {
            case LEAT, TENSORFLOW, TENSORFLOW_ONEDNN -> true;
            case LEAT_RUN -> isCall(w.name());
            case ONNX_RUNTIME -> !w.trains();
        };
    }

    /** Whether a workload of this name takes little more than the call itself. */
    static boolean isCall(String workload) {
        return workload.equals("dispatch") || workload.startsWith("chain");
    }

    /** Opens it in this process, and checks its answers. */
    Engine open(Workload w, int threads) throws IOException {
        Engine engine = switch (this) {
            case LEAT -> new LeatEngine(w, threads);
            case LEAT_RUN -> new LeatEngine(w, threads, true);
            case TENSORFLOW, TENSORFLOW_ONEDNN -> new TensorFlowEngine(w, threads);
            case ONNX_RUNTIME -> new OnnxEngine(w, threads);
        };
        engine.verify(w);
        return engine;
    }
}
