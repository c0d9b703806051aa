package io.leat.bench;

import java.io.IOException;

/** A process that writes the ONNX forms of the named workloads and, after {@code cold}, the models for cold starts. */
public final class Preparation {
    static final String COLD = "cold";

    private Preparation() {}

    public static void main(String... args) throws IOException {
        for (String name : args) {
            if (name.equals(COLD)) {
                for (ColdModel m : ColdModel.all()) {
                    m.write();
                }
            } else {
                export(name);
            }
        }
    }

    private static void export(String name) throws IOException {
        try {
            Workload w = Workload.read(name);
            if (Contender.ONNX_RUNTIME.enters(w)) {
                OnnxModels.write(w);
            }
        } catch (RuntimeException e) {
            System.out.println("no ONNX form of " + name + ": " + Race.reason(e));
        }
    }
}
