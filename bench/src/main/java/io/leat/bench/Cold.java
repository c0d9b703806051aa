package io.leat.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Result;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;

/**
 * A process that loads a model, runs it and ends, with each engine's defaults and nothing shared between them. Prints
 * {@code first} and the first element of the result as soon as it has it; then {@code runs} and the nanoseconds of each
 * run; then {@code peak} and the most kilobytes of memory that the process ever held.
 */
public final class Cold {
    /** Each element of the input. */
    static final float FED = 0.5f;

    static final String FIRST = "first ";
    static final String RUNS = "runs ";
    static final String PEAK = "peak ";

    private interface Step {
        float run() throws OrtException;
    }

    private Cold() {}

    /** Contender, file, input, output, dimensions with commas between, number of runs. */
    public static void main(String... args) throws IOException, OrtException {
        Step step = switch (Contender.valueOf(args[0])) {
            case LEAT, LEAT_RUN -> leat(args);
            case TENSORFLOW, TENSORFLOW_ONEDNN -> tensorFlow(args);
            case ONNX_RUNTIME -> onnxRuntime(args);
        };
        int runs = Integer.parseInt(args[5]);
        var text = new StringBuilder(RUNS);
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            float value = step.run();
            text.append(System.nanoTime() - start).append(i < runs - 1 ? " " : "");
            if (i == 0) {
                System.out.println(FIRST + value);
                System.out.flush();
            }
        }
        System.out.println(text);
        System.out.println(PEAK + peakKilobytes());
        System.exit(0);
    }

    private static Step leat(String... args) throws IOException {
        Graph graph = GraphDefs.read(Path.of(args[1]));
        Session session = Session.open(graph);
        Output out = graph.output(args[3] + ":0");
        io.leat.tensor.Shape shape = ColdModel.shape(args[4]);
        Map<Output, Tensor> feeds = Map.of(graph.output(args[2] + ":0"), Tensor.of(shape, fed(shape.size())));
        return () -> session.run(out, feeds).toFloatArray()[0];
    }

    private static Step tensorFlow(String... args) throws IOException {
        var graph = new org.tensorflow.Graph();
        graph.importGraphDef(GraphDef.parseFrom(Files.readAllBytes(Path.of(args[1]))));
        var session = new org.tensorflow.Session(graph);
        long[] dims = dims(args[4]);
        TFloat32 feed = TFloat32.tensorOf(org.tensorflow.ndarray.Shape.of(dims), DataBuffers.of(fed(size(dims))));
        return () -> {
            try (Result r = session.runner().feed(args[2], feed).fetch(args[3]).run()) {
                return r.get(0).asRawTensor().data().asFloats().getFloat(0);
            }
        };
    }

    private static Step onnxRuntime(String... args) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession session = environment.createSession(args[1]);
        long[] dims = ((TensorInfo)
                        Objects.requireNonNull(session.getInputInfo().get(args[2]))
                                .getInfo())
                .getShape();
        OnnxTensor feed = OnnxTensor.createTensor(environment, FloatBuffer.wrap(fed(size(dims))), dims);
        return () -> {
            try (OrtSession.Result r = session.run(Map.of(args[2], feed))) {
                return ((OnnxTensor) r.get(0)).getFloatBuffer().get(0);
            }
        };
    }

    private static long[] dims(String text) {
        return text.isEmpty()
                ? new long[0]
                : Arrays.stream(text.split(",", -1)).mapToLong(Long::parseLong).toArray();
    }

    private static long size(long... dims) {
        return Arrays.stream(dims).reduce(1, (a, b) -> a * b);
    }

    private static float[] fed(long size) {
        float[] x = new float[(int) size];
        Arrays.fill(x, FED);
        return x;
    }

    private static String peakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "0";
        }
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .map(l -> l.replaceAll("\\D", ""))
                .findFirst()
                .orElse("0");
    }
}
