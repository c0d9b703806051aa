package io.leat.bench;

import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** TensorFlow through TensorFlow-Java, with the feed tensors and the runner kept over the steps. */
final class TensorFlowEngine implements Engine {
    private final Graph graph;
    private final Session session;
    private final Session.Runner runner;
    private final Map<String, TType> feeds = new LinkedHashMap<>();

    TensorFlowEngine(Workload w, int threads) throws IOException {
        graph = new Graph();
        graph.importGraphDef(GraphDef.parseFrom(Files.readAllBytes(w.graph())));
        session = new Session(
                graph,
                ConfigProto.newBuilder()
                        .setIntraOpParallelismThreads(threads)
                        .setInterOpParallelismThreads(threads)
                        .build());
        if (w.init() != null) {
            session.runner().addTarget(w.init()).run().close();
        }
        w.feeds().forEach((name, value) -> feeds.put(name, tensor(value)));
        runner = session.runner();
        feeds.forEach(runner::feed);
        w.fetched().forEach(runner::fetch);
        if (w.target() != null) {
            runner.addTarget(w.target());
        }
    }

    private static TType tensor(Tensor t) {
        Shape shape = Shape.of(t.shape().dims());
        return switch (t.dtype()) {
            case FLOAT32 -> TFloat32.tensorOf(shape, DataBuffers.of(t.toFloatArray()));
            case INT32 -> TInt32.tensorOf(shape, DataBuffers.of(t.toIntArray()));
            default -> throw new IllegalArgumentException("no benchmark feeds " + t.dtype());
        };
    }

    @Override
    public Object step() {
        try (Result r = runner.run()) {
            return r.size();
        }
    }

    @Override
    public List<float[]> values() {
        try (Result r = runner.run()) {
            List<float[]> out = new ArrayList<>();
            for (int i = 0; i < r.size(); i++) {
                var t = (TFloat32) r.get(i);
                float[] values = new float[(int) t.size()];
                t.copyTo(DataBuffers.of(values, false, false));
                out.add(values);
            }
            return out;
        }
    }

    @Override
    public void close() {
        feeds.values().forEach(TType::close);
        session.close();
        graph.close();
    }
}
