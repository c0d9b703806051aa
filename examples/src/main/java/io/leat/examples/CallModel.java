package io.leat.examples;

import io.leat.Model;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;

public class CallModel {
    public static void main(String... args) throws Exception {
        try (var model = Model.load(Path.of(args[0]))) {
            Map<String, Tensor> results =
                    model.call(Map.of("images", Tensor.zeros(DType.FLOAT32, Shape.of(1, 28, 28, 1))));
            System.out.println(results.get("logits"));
        }
    }
}
