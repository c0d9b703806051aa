package io.leat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkTest {
    @TempDir
    private Path folder;

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    @Test
    void productsOfMatrices() throws IOException {
        Output a = tf.placeholder("a", DType.FLOAT32, Shape.of(Shape.ANY, 5));
        Output b = tf.placeholder("b", DType.FLOAT32, Shape.of(5, 3));
        op("c", "MatMul", x -> x, a, b);
        Work w = work(null, Map.of("a:0", zeros(7, 5), "b:0", zeros(5, 3)), "c:0");
        assertThat(w.flops()).isEqualTo(2 * 7 * 5 * 3);
        assertThat(w.bytes()).isEqualTo(4 * (7 * 5 + 5 * 3 + 7 * 3));
    }

    @Test
    void transposedProductsOfBatches() {
        Output a = tf.constant(zeros(2, 5, 7));
        Output b = tf.constant(zeros(2, 5, 3));
        Output c = op("c", "BatchMatMulV2", x -> x.attr("adj_x", true), a, b);
        assertThat(Work.flops(c.node())).isEqualTo(2 * 2 * 7 * 5 * 3);
        Output d =
                op("d", "MatMul", x -> x.attr("transpose_a", true), tf.constant(zeros(5, 7)), tf.constant(zeros(5, 3)));
        assertThat(Work.flops(d.node())).isEqualTo(2 * 7 * 5 * 3);
    }

    @Test
    void convolutionsAndTheirGradients() {
        Output x = tf.constant(zeros(2, 8, 8, 3));
        Output filter = tf.constant(zeros(3, 3, 3, 4));
        Output dy = tf.constant(zeros(2, 4, 4, 4));
        UnaryOperator<NodeBuilder> window =
                b -> b.attr("strides", new long[] {1, 2, 2, 1}).attr("padding", "SAME");
        double expected = 2.0 * (2 * 4 * 4 * 4) * (3 * 3 * 3);
        assertThat(Work.flops(op("y", "Conv2D", window, x, filter).node())).isEqualTo(expected);
        Output dx = op("dx", "Conv2DBackpropInput", window, tf.constant(2, 8, 8, 3), filter, dy);
        assertThat(Work.flops(dx.node())).isEqualTo(expected);
        Output df = op("df", "Conv2DBackpropFilter", window, x, tf.constant(3, 3, 3, 4), dy);
        assertThat(Work.flops(df.node())).isEqualTo(expected);
        Output depthwise = op("dw", "DepthwiseConv2dNative", window, x, tf.constant(zeros(3, 3, 3, 2)));
        assertThat(Work.flops(depthwise.node())).isEqualTo(2 * (2 * 4 * 4 * 6) * 9);
    }

    @Test
    void ofATableTheRowsTakenCount() throws IOException {
        Output handle =
                op("table", "VarHandleOp", x -> x.attr("dtype", DType.FLOAT32).attr("shape", Shape.of(1000, 4)));
        Output read = op("read", "ReadVariableOp", x -> x.attr("dtype", DType.FLOAT32), handle);
        Output rows = tf.placeholder("rows", DType.INT32, Shape.of(5));
        Output axis = tf.constant(0);
        Output taken = op("taken", "GatherV2", x -> x, read, rows, axis);
        op("tiny", "Slice", x -> x, taken, tf.constant(0, 0), tf.constant(1, 2));
        Work w = work(null, Map.of("rows:0", Tensor.of(Shape.of(5), 1, 2, 3, 4, 5)), "tiny:0");
        int constants = 4 + 4 * (2 + 2);
        assertThat(w.bytes()).isEqualTo(4 * 5 + 4 * 5 * 4 + 4 * 5 * 4 + constants);
    }

    @Test
    void updatedVariablesAreReadAndWritten() throws IOException {
        Output handle =
                op("v", "VarHandleOp", x -> x.attr("dtype", DType.FLOAT32).attr("shape", Shape.of(10)));
        Output read = op("read", "ReadVariableOp", x -> x.attr("dtype", DType.FLOAT32), handle);
        Output gradient = tf.placeholder("gradient", DType.FLOAT32, Shape.of(10));
        Output rate = tf.placeholder("rate", DType.FLOAT32, Shape.SCALAR);
        tf.op("ResourceApplyGradientDescent")
                .exactName("train")
                .input(handle)
                .input(rate)
                .input(gradient)
                .add();
        op("loss", "Sum", x -> x, read, tf.constant(0));
        Work w = work("train", Map.of("gradient:0", zeros(10), "rate:0", Tensor.scalar(0.1f)), "loss:0");
        assertThat(w.bytes()).isEqualTo(4 * (10 + 1 + 10 + 10 + 1 + 1));
    }

    private Work work(@Nullable String target, Map<String, Tensor> feeds, String fetch) throws IOException {
        Path file = folder.resolve("graph.pb");
        GraphDefs.write(graph, file);
        return Work.of(new Workload("test", file, null, target, feeds, Map.of(fetch, zeros(1)), new float[0]));
    }

    private Output op(String name, String type, UnaryOperator<NodeBuilder> attributes, Output... inputs) {
        NodeBuilder b = tf.op(type).exactName(name);
        for (Output in : inputs) {
            b.input(in);
        }
        return attributes.apply(b).add().output(0);
    }

    private static Tensor zeros(long... dims) {
        return Tensor.zeros(DType.FLOAT32, Shape.of(dims));
    }
}
