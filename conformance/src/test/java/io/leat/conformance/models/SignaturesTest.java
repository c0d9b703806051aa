package io.leat.conformance.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.Model;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** SavedModels that are called by their signatures give what TensorFlow gives; calls of one model share its variables. */
@ExtendWith(ModelsPage.class)
final class SignaturesTest {
    static Stream<Arguments> tfjs() {
        Tensor three = Tensor.scalar(3);
        Tensor six = Tensor.scalar(6);
        Tensor real = Tensor.scalar(3f);
        return Stream.of(
                Arguments.of(
                        "int64_multiply",
                        "serving_default",
                        Map.of("x", Tensor.vector(2L, 3L)),
                        Map.of("output_0", Tensor.vector(12L, 18L))),
                Arguments.of(
                        "uint8_multiply",
                        "serving_default",
                        Map.of("x", Tensor.of(DType.UINT8, Shape.of(1), 7)),
                        Map.of("output_0", Tensor.vector(42))),
                Arguments.of(
                        "model_multi_output",
                        "serving_default",
                        Map.of("x", three, "y", Tensor.scalar(5)),
                        Map.of("output_0", six, "output_1", Tensor.scalar(5))),
                Arguments.of(
                        "model_single_input_multi_output",
                        "serving_default",
                        Map.of("x", three),
                        Map.of("output_0", six, "output_1", three)),
                Arguments.of(
                        "module_with_multiple_signatures",
                        "serving_default",
                        Map.of("x", real),
                        Map.of("output_0", Tensor.scalar(9f))),
                Arguments.of(
                        "module_with_multiple_signatures",
                        "timestwo",
                        Map.of("x", real),
                        Map.of("output_0", Tensor.scalar(6f))),
                Arguments.of(
                        "times_three_float",
                        "serving_default",
                        Map.of("x", real),
                        Map.of("output_0", Tensor.scalar(9f))),
                Arguments.of("times_two_int", "serving_default", Map.of("x", three), Map.of("output_0", six)));
    }

    @ParameterizedTest
    @MethodSource("tfjs")
    @KnownAnswer(models = "tfjs: 7 models", answer = "the outputs of 8 signatures")
    void tfjs(String name, String signature, Map<String, Tensor> inputs, Map<String, Tensor> outputs)
            throws IOException {
        try (Model model = Model.load(Shared.path("data/models/tfjs/" + name))) {
            Map<String, Tensor> actual = model.call(signature, inputs);
            assertThat(actual.keySet()).isEqualTo(outputs.keySet());
            outputs.forEach((output, expected) -> {
                Tensor a = actual.get(output);
                assertThat(a).as(output).isNotNull();
                assertThat(a.dtype()).as(output).isEqualTo(expected.dtype());
                assertThat(a.shape()).as(output).isEqualTo(expected.shape());
                assertThat(a.contentEquals(expected)).as("%s: %s", output, a).isTrue();
            });
        }
    }

    /** What one call changes the next one sees. */
    @Test
    @KnownAnswer(models = "saved_model_counter", answer = "get, increment, increment by and reset one counter")
    void counter() throws IOException {
        try (Model model = Model.load(Shared.path("data/models/saved_model_counter"))) {
            assertThat(counted(model, "get_counter", Map.of())).isEqualTo(0);
            assertThat(counted(model, "incr_counter", Map.of())).isEqualTo(1);
            assertThat(counted(model, "incr_counter", Map.of())).isEqualTo(2);
            assertThat(counted(model, "incr_counter_by", Map.of("delta", Tensor.scalar(2.5f))))
                    .isEqualTo(4.5f);
            assertThat(counted(model, "get_counter", Map.of())).isEqualTo(4.5f);
            assertThat(counted(model, "reset_counter", Map.of())).isEqualTo(0);
            assertThat(counted(model, "get_counter", Map.of())).isEqualTo(0);
        }
    }

    private static float counted(Model model, String signature, Map<String, Tensor> inputs) {
        Map<String, Tensor> out = model.call(signature, inputs);
        assertThat(out).containsOnlyKeys("output");
        return out.values().iterator().next().scalarFloat();
    }

    /** The lines of a file of the model are the keys, their numbers the values; -1 stands for what is not there. */
    @Test
    @KnownAnswer(models = "StaticHashTableModule", answer = "the numbers of words, -1 for others")
    void table() throws IOException {
        try (Model model = Model.load(Shared.path("data/models/StaticHashTableModule"))) {
            Tensor words = Tensor.vector("wombat", "bar", "unknown", "foo").reshape(Shape.of(2, 2));
            Tensor numbers =
                    model.call(Map.of("word", words)).values().iterator().next();
            assertThat(numbers.shape()).isEqualTo(words.shape());
            assertThat(numbers.toLongArray()).containsExactly(3, 1, -1, 0);
        }
    }

    /** The gradients are in the signature's function, the variables change in place. */
    @Test
    @KnownAnswer(models = "regression_savedmodel", answer = "w = 0.1, b = 0.3 after 200 calls of signature train")
    void regressionTrains() throws IOException {
        var random = new Random(1);
        float[] x = new float[100];
        float[] y = new float[100];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextFloat();
            y[i] = 0.1f * x[i] + 0.3f;
        }
        try (Model model = Model.load(Shared.path("data/models/regression_savedmodel"))) {
            Map<String, Tensor> batch = Map.of("x", Tensor.vector(x), "y", Tensor.vector(y));
            float loss = Float.NaN;
            for (int i = 0; i < 200; i++) {
                loss = model.call("train", batch).values().iterator().next().scalarFloat();
            }
            assertThat(loss).isBetween(0f, 1e-6f);
            assertThat(parameter(model, "w")).isCloseTo(0.1f, within(1e-3f));
            assertThat(parameter(model, "b")).isCloseTo(0.3f, within(1e-3f));
        }
    }

    private static float parameter(Model model, String signature) {
        return model.call(signature, Map.of()).values().iterator().next().toFloatArray()[0];
    }
}
