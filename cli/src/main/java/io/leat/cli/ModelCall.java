package io.leat.cli;

import io.leat.Model;
import io.leat.formats.ModelSignature;
import io.leat.formats.TensorInfo;
import io.leat.graph.Output;
import io.leat.tensor.LeatException;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model with what to compute.
 *
 * @param signature gives the short names of tensors; without names where the model has none
 * @param outputs what to compute, by the name that was asked for
 */
record ModelCall(Model model, ModelSignature signature, Map<String, Output> outputs) {
    /**
     * Chooses from what the options say.
     *
     * @param signature by default the model's
     * @param fetches names of the signature or of tensors; if none, the signature's outputs
     */
    static ModelCall choose(Model model, @Nullable String signature, List<String> fetches) {
        ModelSignature known = signature(model, signature, fetches);
        Map<String, Output> outputs = new LinkedHashMap<>();
        for (String name : fetches.isEmpty() ? known.outputs().keySet() : fetches) {
            outputs.put(name, tensor(model, known.outputs(), name));
        }
        return new ModelCall(model, known, outputs);
    }

    private static ModelSignature signature(Model model, @Nullable String name, List<String> fetches) {
        if (name != null) {
            return model.signature(name);
        }
        try {
            return model.signature(model.defaultSignature());
        } catch (LeatException e) {
            if (fetches.isEmpty()) {
                throw e;
            }
            return new ModelSignature(Map.of(), Map.of(), ModelSignature.PREDICT, Map.of());
        }
    }

    /** The values of {@code --feed} options, and the signature's defaults for its other inputs. */
    Map<Output, Tensor> feeds(List<String> options, double imageScale) throws IOException {
        Map<Output, Tensor> values = new LinkedHashMap<>();
        for (String feed : options) {
            FeedOption option = FeedOption.parse(feed);
            Output target = input(option.name());
            values.put(target, option.tensor(target, imageScale));
        }
        signature.defaults().forEach((name, value) -> values.putIfAbsent(input(name), value));
        return values;
    }

    /** An input of the signature, or any tensor. */
    Output input(String name) {
        return tensor(model, signature.inputs(), name);
    }

    /** The tensor that a signature, or else the graph, calls by a name. */
    static Output tensor(Model model, Map<String, TensorInfo> named, String name) {
        return named.get(name) instanceof TensorInfo.Dense d
                ? model.graph().output(d.name())
                : model.graph().output(name);
    }
}
