package io.leat.bench.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported models give in ONNX Runtime what the graphs give in Leat. */
final class OnnxExportTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    @Test
    void images() throws IOException, OrtException {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(2, 9, 11, 3));
        Output y = call("Pad", x, tf.constant(Tensor.of(Shape.of(4, 2), 0, 0, 1, 2, 0, 1, 0, 0)));
        y = op("Conv2D", b -> b.attr("strides", new long[] {1, 2, 2, 1}).attr("padding", "VALID"), y, c(3, 2, 3, 8));
        y = op(
                "FusedBatchNormV3",
                b -> b.attr("is_training", false).attr("epsilon", 1e-3f),
                y,
                c(8),
                c(8),
                c(8),
                tf.constant(Tensor.full(DType.FLOAT32, Shape.of(8), 0.7)));
        y = call("Relu", y);
        y = call("Pad", y, tf.constant(Tensor.of(Shape.of(4, 2), 0, 0, 1, 1, 1, 1, 0, 0)));
        y = op(
                "MaxPool",
                b -> b.attr("ksize", new long[] {1, 3, 3, 1})
                        .attr("strides", new long[] {1, 1, 1, 1})
                        .attr("padding", "VALID"),
                y);
        y = op(
                "DepthwiseConv2dNative",
                b -> b.attr("strides", new long[] {1, 2, 2, 1}).attr("padding", "SAME"),
                y,
                c(3, 3, 8, 2));
        y = call("Relu6", y);
        y = op("Conv2D", b -> b.attr("strides", new long[] {1, 1, 1, 1}).attr("padding", "SAME"), y, c(2, 2, 16, 5));
        y = call("Mean", call("AddV2", y, y), tf.constant(1, 2));
        y = call("Softmax", call("BiasAdd", call("MatMul", y, c(5, 4)), c(4)));
        OnnxExport export = same(Map.of("x:0", random(2, 9, 11, 3)), y);
        assertThat(export.operators())
                .containsExactly(
                        "Conv",
                        "BatchNormalization",
                        "Relu",
                        "MaxPool",
                        "Conv",
                        "Clip",
                        "Conv",
                        "Add",
                        "GlobalAveragePool",
                        "Flatten",
                        "MatMul",
                        "Add",
                        "Softmax");
    }

    @Test
    void attention() throws IOException, OrtException {
        Output ids = tf.placeholder("scope/ids", DType.INT32, Shape.of(1, 6));
        Output h = call("GatherV2", c(10, 8), call("Reshape", ids, tf.constant(6)), tf.constant(0));
        h = layerNorm(call("AddV2", h, call("Slice", c(9, 8), tf.constant(0, 0), tf.constant(6, -1))));
        Output q = heads(h);
        Output k = heads(h);
        Output scores = op("BatchMatMulV2", b -> b.attr("adj_y", true), q, k);
        Output cast = op("Cast", b -> b.attr("DstT", DType.FLOAT32), ids);
        Output mask = call("Mul", call("Reshape", cast, tf.constant(1, 1, 1, 6)), tf.constant(-0.1f));
        Output mixed = call("BatchMatMulV2", call("Softmax", call("AddV2", scores, mask)), heads(h));
        h = call("Reshape", call("Transpose", mixed, tf.constant(0, 2, 1, 3)), tf.constant(6, 8));
        h = gelu(call("BiasAdd", call("MatMul", h, c(8, 8)), c(8)));
        Output first = call("Tanh", call("Slice", h, tf.constant(1, 0), tf.constant(1, 8)));
        Output all = call("Reshape", h, tf.constant(1, 6, 8));
        OnnxExport export = same(Map.of("scope/ids:0", Tensor.of(Shape.of(1, 6), 3, 1, 4, 1, 5, 9)), all, first);
        assertThat(export.inputs()).containsOnlyKeys("scope_ids");
        assertThat(export.operators()).contains("LayerNormalization", "Erf").doesNotContain("Rsqrt", "ReduceMean");
        assertThat(export.operators().stream().filter("Transpose"::equals)).hasSize(4);
    }

    @Test
    void layersThatOnlyLookLikeOnesAreNotTaken() throws IOException, OrtException {
        Output x = tf.placeholder("x", DType.FLOAT32, Shape.of(3, 4));
        Output half = call("Mul", x, tf.constant(0.25f));
        Output erf = call("Erf", call("Mul", x, tf.constant((float) Math.sqrt(0.5))));
        Output y = call("Mul", half, call("AddV2", erf, tf.constant(1f)));
        OnnxExport export = same(Map.of("x:0", random(3, 4)), y);
        assertThat(export.operators()).containsExactly("Mul", "Mul", "Erf", "Add", "Mul");
    }

    @Test
    void fetchedSlicesAreTheFirstElements() throws IOException, OrtException {
        Output table = graph.ops()
                .op("Const")
                .exactName("table")
                .attr("value", random(5, 7))
                .attr("dtype", DType.FLOAT32)
                .add()
                .output(0);
        Output tiny = call("Slice", call("Transpose", table, tf.constant(1, 0)), tf.constant(0, 0), tf.constant(1, 4));
        Output sum = call("Sum", call("Sigmoid", table), tf.constant(1));
        OnnxExport export = same(Map.of(), tiny, sum);
        assertThat(export.operators()).containsExactly("Transpose", "Sigmoid", "ReduceSum");
        assertThat(export.inputs()).containsOnlyKeys("table");
    }

    @Test
    void otherOpsAreRefused() {
        Output y = call("Cos", tf.placeholder("x", DType.FLOAT32, Shape.of(3)));
        assertThatThrownBy(() -> OnnxExport.of(graph, List.of(y), Map.of("x:0", random(3)), Set.of()))
                .isInstanceOf(UnimplementedException.class)
                .hasMessageContaining("no ONNX form of Cos");
    }

    private Output heads(Output h) {
        Output split = call("Reshape", call("MatMul", h, c(8, 8)), tf.constant(1, 6, 2, 4));
        return call("Transpose", split, tf.constant(0, 2, 1, 3));
    }

    private Output layerNorm(Output x) {
        Output mean = op("Mean", b -> b.attr("keep_dims", true), x, tf.constant(1));
        Output difference = call("SquaredDifference", x, call("StopGradient", mean));
        Output variance = op("Mean", b -> b.attr("keep_dims", true), difference, tf.constant(1));
        Output scale = call("Mul", call("Rsqrt", call("AddV2", variance, tf.constant(1e-3f))), c(8));
        return call("AddV2", call("Mul", x, scale), call("Sub", c(8), call("Mul", mean, scale)));
    }

    private Output gelu(Output x) {
        Output erf = call("Erf", call("Mul", x, tf.constant((float) Math.sqrt(0.5))));
        return call("Mul", call("Mul", x, tf.constant(0.5f)), call("AddV2", erf, tf.constant(1f)));
    }

    /** Runs both and compares; fetched slices by their first elements. */
    private OnnxExport same(Map<String, Tensor> feeds, Output... fetches) throws IOException, OrtException {
        Map<Output, Tensor> fed = new LinkedHashMap<>();
        feeds.forEach((name, value) -> fed.put(graph.output(name), value));
        OnnxExport export = OnnxExport.of(graph, List.of(fetches), feeds, feeds.isEmpty() ? Set.of("table") : Set.of());
        Path file = folder.resolve("model.onnx");
        export.write(file);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (Session leat = Session.open(graph);
                OrtSession session = environment.createSession(file.toString())) {
            Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
            for (var e : export.inputs().entrySet()) {
                Tensor t = e.getValue();
                long[] dims = t.shape().dims();
                inputs.put(
                        e.getKey(),
                        t.dtype() == DType.INT32
                                ? OnnxTensor.createTensor(environment, IntBuffer.wrap(t.toIntArray()), dims)
                                : OnnxTensor.createTensor(environment, FloatBuffer.wrap(t.toFloatArray()), dims));
            }
            List<Tensor> expected = leat.run(List.of(fetches), fed, List.of());
            try (OrtSession.Result r = session.run(inputs)) {
                for (int i = 0; i < fetches.length; i++) {
                    FloatBuffer actual = ((OnnxTensor) r.get(i)).getFloatBuffer();
                    float[] values = expected.get(i).toFloatArray();
                    for (int k = 0; k < values.length; k++) {
                        assertThat(actual.get(k))
                                .as("seed %d, output %d, element %d", SEED, i, k)
                                .isCloseTo(values[k], org.assertj.core.api.Assertions.within(1e-5f));
                    }
                }
            }
        }
        return export;
    }

    private Output c(long... dims) {
        return tf.constant(random(dims));
    }

    private Tensor random(long... dims) {
        float[] x = new float[(int) Shape.of(dims).size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        return Tensor.of(Shape.of(dims), x);
    }

    private Output call(String type, Output... inputs) {
        return op(type, b -> b, inputs);
    }

    private Output op(String type, UnaryOperator<NodeBuilder> attributes, Output... inputs) {
        NodeBuilder b = tf.op(type);
        for (Output in : inputs) {
            b.input(in);
        }
        return attributes.apply(b).add().output(0);
    }
}
