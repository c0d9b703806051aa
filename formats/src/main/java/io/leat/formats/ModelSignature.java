package io.leat.formats;

import io.leat.graph.Output;
import io.leat.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One way to call a model: names for its inputs and outputs.
 *
 * @param method what kind of call it is, such as {@link #PREDICT}
 * @param defaults values of inputs that may be left out
 */
public record ModelSignature(
        Map<String, TensorInfo> inputs, Map<String, TensorInfo> outputs, String method, Map<String, Tensor> defaults) {
    /** The name under which a model keeps the signature that is served when none is asked for. */
    public static final String DEFAULT = "serving_default";

    public static final String PREDICT = "tensorflow/serving/predict";

    public ModelSignature {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        defaults = Map.copyOf(defaults);
    }

    /** A signature for predictions. */
    public static ModelSignature predict(Map<String, Output> inputs, Map<String, Output> outputs) {
        return new ModelSignature(infos(inputs), infos(outputs), PREDICT, Map.of());
    }

    private static Map<String, TensorInfo> infos(Map<String, Output> tensors) {
        Map<String, TensorInfo> infos = new LinkedHashMap<>();
        tensors.forEach((name, t) -> infos.put(name, new TensorInfo.Dense(t.name(), t.dtype(), t.shape())));
        return infos;
    }
}
