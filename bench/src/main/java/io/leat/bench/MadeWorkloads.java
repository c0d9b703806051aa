package io.leat.bench;

import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Workloads that are made here: {@code chainN}, N additions to a scalar; {@code matmulN}, the product of two fed square
 * matrices; {@code NAME_bN}, a recorded workload of inference with its input N times.
 */
final class MadeWorkloads {
    private static final Pattern CHAIN = Pattern.compile("chain(1000)");
    private static final Pattern MATMUL = Pattern.compile("matmul(128|1024|2048)");
    private static final Pattern BATCH = Pattern.compile("(resnet50|mobilenet)_b(\\d+)");

    private MadeWorkloads() {}

    static @Nullable Workload find(String name) throws IOException {
        Matcher chain = CHAIN.matcher(name);
        if (chain.matches()) {
            return chain(name, Integer.parseInt(chain.group(1)));
        }
        Matcher matmul = MATMUL.matcher(name);
        if (matmul.matches()) {
            return matmul(name, Integer.parseInt(matmul.group(1)));
        }
        Matcher batch = BATCH.matcher(name);
        return batch.matches() ? batch(name, Workload.read(batch.group(1)), Integer.parseInt(batch.group(2))) : null;
    }

    private static Workload chain(String name, int length) throws IOException {
        Graph g = Graph.create();
        Ops tf = g.ops();
        Output sum = tf.placeholder("x", DType.FLOAT32, Shape.SCALAR);
        Output half = tf.constant(0.5f);
        for (int i = 0; i < length; i++) {
            sum = add(tf, "AddV2", i == length - 1 ? "z" : "add" + i, sum, half);
        }
        Map<String, Tensor> feeds = Map.of("x:0", Tensor.scalar(2f));
        return write(name, g, feeds, Map.of("z:0", Tensor.scalar(2 + 0.5f * length)));
    }

    private static Workload matmul(String name, int n) throws IOException {
        Graph g = Graph.create();
        Ops tf = g.ops();
        Shape square = Shape.of(n, n);
        Output a = tf.placeholder("a", DType.FLOAT32, square);
        Output b = tf.placeholder("b", DType.FLOAT32, square);
        Output c = add(tf, "MatMul", "c", a, b);
        add(tf, "Slice", "tiny", c, tf.constant(0, 0), tf.constant(1, 4));
        var random = new SplittableRandom(n);
        float[] x = uniform(random, n * n);
        float[] y = uniform(random, n * n);
        float[] tiny = new float[4];
        for (int j = 0; j < tiny.length; j++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += (double) x[k] * y[k * n + j];
            }
            tiny[j] = (float) sum;
        }
        Map<String, Tensor> feeds = new LinkedHashMap<>();
        feeds.put("a:0", Tensor.of(square, x));
        feeds.put("b:0", Tensor.of(square, y));
        return write(name, g, feeds, Map.of("tiny:0", Tensor.of(Shape.of(1, 4), tiny)));
    }

    private static Workload batch(String name, Workload one, int size) {
        Map<String, Tensor> feeds = new LinkedHashMap<>();
        one.feeds().forEach((k, v) -> feeds.put(k, repeat(v, size)));
        Map<String, Tensor> fetches = new LinkedHashMap<>();
        one.fetches().forEach((k, v) -> fetches.put(k, repeat(v, size)));
        return one.withData(name, feeds, fetches);
    }

    private static Tensor repeat(Tensor one, int times) {
        float[] x = one.toFloatArray();
        float[] all = new float[x.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(x, 0, all, i * x.length, x.length);
        }
        return Tensor.of(one.shape().withDim(0, one.shape().dim(0) * times), all);
    }

    private static Output add(Ops tf, String type, String name, Operand... inputs) {
        NodeBuilder b = tf.op(type).exactName(name);
        for (Operand x : inputs) {
            b.input(x);
        }
        return b.add().output(0);
    }

    private static Workload write(String name, Graph g, Map<String, Tensor> feeds, Map<String, Tensor> fetches)
            throws IOException {
        Path file = Places.made().resolve(name + ".pb");
        GraphDefs.write(g, file);
        return new Workload(name, file, null, null, feeds, Collections.unmodifiableMap(fetches), new float[0]);
    }

    private static float[] uniform(SplittableRandom random, int size) {
        float[] x = new float[size];
        for (int i = 0; i < size; i++) {
            x[i] = (float) random.nextDouble(-1, 1);
        }
        return x;
    }
}
