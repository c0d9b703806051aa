package io.leat.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** ONNX Runtime on the exported model, with all its optimisations and the fed tensors kept over the steps. */
final class OnnxEngine implements Engine {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, OnnxTensor> feeds = new LinkedHashMap<>();

    OnnxEngine(Workload w, int threads) throws IOException {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            // Its threads spin while it runs, but not on into the turns of the others.
            options.addConfigEntry("session.force_spinning_stop", "1");
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(OnnxModels.file(w.name()).toString(), options);
            for (var e : OnnxModels.inputs(w.name()).entrySet()) {
                feeds.put(e.getKey(), tensor(e.getValue()));
            }
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private OnnxTensor tensor(Tensor t) throws OrtException {
        var bytes = ByteBuffer.allocateDirect(Math.toIntExact(t.byteSize())).order(ByteOrder.nativeOrder());
        long[] dims = t.shape().dims();
        return switch (t.dtype()) {
            case FLOAT32 -> {
                FloatBuffer floats = bytes.asFloatBuffer().put(t.toFloatArray()).rewind();
                yield OnnxTensor.createTensor(environment, floats, dims);
            }
            case INT32 -> {
                IntBuffer ints = bytes.asIntBuffer().put(t.toIntArray()).rewind();
                yield OnnxTensor.createTensor(environment, ints, dims);
            }
            default -> throw new IllegalArgumentException("no benchmark feeds " + t.dtype());
        };
    }

    @Override
    public Object step() {
        try (OrtSession.Result r = session.run(feeds)) {
            return r.size();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<float[]> values() {
        try (OrtSession.Result r = session.run(feeds)) {
            List<float[]> all = new ArrayList<>();
            for (Map.Entry<String, OnnxValue> e : r) {
                FloatBuffer floats = ((OnnxTensor) e.getValue()).getFloatBuffer();
                float[] values = new float[floats.remaining()];
                floats.get(values);
                all.add(values);
            }
            return all;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        feeds.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
