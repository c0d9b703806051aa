package golden;

import static org.tensorflow.proto.DataType.DT_DOUBLE;
import static org.tensorflow.proto.DataType.DT_FLOAT;
import static org.tensorflow.proto.DataType.DT_INT32;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;

/**
 * Writes what TensorFlow's pooling, LRN, resizing and scattering ops give. From the project's root, in one command:
 *
 * <pre>TF_ENABLE_ONEDNN_OPTS=0 mvn -q -f tools/golden/pom.xml compile exec:java -Dexec.mainClass=golden.KernelGoldens \
 *   -Dexec.args=kernels/src/test/resources/io/leat/kernels/kernel-goldens.txt</pre>
 *
 * In a {@link GoldenFile} with a line for each output. Inputs are {@link #data} of the kind and of seeds 1, 2 … in the
 * op's order. OneDNN is switched off: its means and sums round otherwise.
 */
public final class KernelGoldens {
    private final GoldenFile file = new GoldenFile();

    public static void main(String[] args) throws IOException {
        KernelGoldens goldens = new KernelGoldens();
        goldens.pools();
        goldens.lrn();
        goldens.resizes();
        goldens.scatters();
        goldens.file.write(Path.of(args[0]));
    }

    /** Input data: {@code ties} are few different numbers, {@code special} also NaN and infinity, {@code reals} are many. */
    static float[] data(String kind, int seed, int n) {
        float[] data = new float[n];
        int state = seed * 0x9E3779B9;
        for (int i = 0; i < n; i++) {
            state = state * 1664525 + 1013904223;
            int bits = state >>> 9;
            data[i] = switch (kind) {
                case "reals" -> bits * 0x1p-21f - 2;
                case "ties" -> (bits % 7 - 3) * 0.5f;
                default -> bits % 3 == 0 ? Float.NaN : bits % 3 == 1 ? Float.NEGATIVE_INFINITY : bits % 7 - 3;
            };
        }
        return data;
    }

    private void pools() {
        int[][] shapes = {{2, 5, 7, 3}, {1, 6, 6, 17}, {2, 4, 4, 1}};
        int[][] windows = {{2, 2, 2, 2}, {3, 3, 1, 1}, {3, 2, 2, 1}, {2, 3, 3, 4}, {1, 1, 2, 2}};
        for (int[] shape : shapes) {
            for (int[] window : windows) {
                for (String padding : new String[] {"SAME", "VALID"}) {
                    for (String kind : new String[] {"ties", "special", "reals"}) {
                        pool(shape, window, padding, kind, DT_FLOAT);
                    }
                    pool(shape, window, padding, "ties", DT_DOUBLE);
                    maxPool("MaxPool", shape, window, padding, "ties", DT_INT32);
                }
            }
        }
    }

    private void pool(int[] shape, int[] window, String padding, String kind, DataType type) {
        maxPool("MaxPool", shape, window, padding, kind, type);
        maxPool("MaxPoolWithArgmax", shape, window, padding, kind, type);
        if (!kind.equals("special")) {
            average(shape, window, padding, kind, type);
        }
        gradients(shape, window, padding, kind, type);
    }

    private void maxPool(String op, int[] shape, int[] window, String padding, String kind, DataType type) {
        try (Tf tf = new Tf()) {
            GraphOperation y = node(tf, op, List.of(input(tf, kind, 1, type, shape)), window, padding);
            record(tf, op, type, keys(shape, window, padding, kind), y);
        }
    }

    private void average(int[] shape, int[] window, String padding, String kind, DataType type) {
        try (Tf tf = new Tf()) {
            GraphOperation y = node(tf, "AvgPool", List.of(input(tf, kind, 1, type, shape)), window, padding);
            record(tf, "AvgPool", type, keys(shape, window, padding, kind), y);
        }
        try (Tf tf = new Tf()) {
            Output<?> grad = input(tf, kind, 2, type, outShape(shape, window, padding));
            GraphOperation y = node(tf, "AvgPoolGrad", List.of(tf.ints(shape), grad), window, padding);
            record(tf, "AvgPoolGrad", type, keys(shape, window, padding, kind), y);
        }
    }

    private void gradients(int[] shape, int[] window, String padding, String kind, DataType type) {
        String gradKind = kind.equals("special") ? "ties" : kind;
        try (Tf tf = new Tf()) {
            Output<?> x = input(tf, kind, 1, type, shape);
            Output<?> y = node(tf, "MaxPool", List.of(x), window, padding).output(0);
            Output<?> grad = input(tf, gradKind, 2, type, outShape(shape, window, padding));
            GraphOperation dx = node(tf, "MaxPoolGrad", List.of(x, y, grad), window, padding);
            record(tf, "MaxPoolGrad", type, keys(shape, window, padding, kind), dx);
        }
        try (Tf tf = new Tf()) {
            Output<?> x = input(tf, kind, 1, type, shape);
            Output<?> y = node(tf, "MaxPool", List.of(x), window, padding).output(0);
            Output<?> grad = input(tf, gradKind, 2, type, shape);
            GraphOperation ddy = node(tf, "MaxPoolGradGrad", List.of(x, y, grad), window, padding);
            record(tf, "MaxPoolGradGrad", type, keys(shape, window, padding, kind), ddy);
        }
    }

    private static GraphOperation node(Tf tf, String op, List<Output<?>> inputs, int[] window, String padding) {
        long[] ksize = {1, window[0], window[1], 1};
        long[] strides = {1, window[2], window[3], 1};
        return tf.op(op, inputs, "ksize", ksize, "strides", strides, "padding", padding);
    }

    private static int[] outShape(int[] shape, int[] window, String padding) {
        int[] out = shape.clone();
        for (int i = 0; i < 2; i++) {
            int extent = padding.equals("SAME") ? shape[i + 1] : shape[i + 1] - window[i] + 1;
            out[i + 1] = (extent + window[i + 2] - 1) / window[i + 2];
        }
        return out;
    }

    private static String keys(int[] shape, int[] window, String padding, String kind) {
        return "shape=" + list(shape) + " window=" + list(window) + " padding=" + padding + " kind=" + kind;
    }

    private void lrn() {
        for (int radius : new int[] {0, 2, 5}) {
            for (float beta : new float[] {0.5f, 1, 0.75f, 0.3f}) {
                for (int depth : new int[] {1, 3, 17}) {
                    int[] shape = {1, 2, 3, depth};
                    String keys = "shape=" + list(shape) + " radius=" + radius + " beta=" + beta + " kind=reals";
                    Object[] attrs = {"depth_radius", radius, "bias", 1.5f, "alpha", 0.25f, "beta", beta};
                    try (Tf tf = new Tf()) {
                        Output<?> x = input(tf, "reals", 1, DT_FLOAT, shape);
                        GraphOperation y = tf.op("LRN", List.of(x), attrs);
                        record(tf, "LRN", DT_FLOAT, keys, y);
                        Output<?> grad = input(tf, "reals", 2, DT_FLOAT, shape);
                        record(tf, "LRNGrad", DT_FLOAT, keys, tf.op("LRNGrad", List.of(grad, x, y.output(0)), attrs));
                    }
                }
            }
        }
    }

    private void resizes() {
        int[][] sizes = {{4, 5, 8, 10}, {4, 5, 7, 3}, {5, 3, 2, 9}, {3, 3, 3, 3}, {1, 4, 3, 1}, {7, 2, 1, 5}};
        boolean[][] modes = {{false, false}, {true, false}, {false, true}};
        for (int[] size : sizes) {
            for (boolean[] mode : modes) {
                for (int channels : new int[] {1, 3, 9}) {
                    resize(size, channels, mode[0], mode[1]);
                }
            }
        }
    }

    private void resize(int[] size, int channels, boolean align, boolean half) {
        int[] in = {2, size[0], size[1], channels};
        int[] out = {2, size[2], size[3], channels};
        String keys = "shape=" + list(in) + " out=" + list(out) + " align=" + align + " half=" + half + " kind=reals";
        Object[] attrs = {"align_corners", align, "half_pixel_centers", half};
        try (Tf tf = new Tf()) {
            Output<?> x = input(tf, "reals", 1, DT_FLOAT, in);
            Output<?> grad = input(tf, "reals", 2, DT_FLOAT, out);
            Output<?> to = tf.ints(size[2], size[3]);
            Output<?> from = tf.ints(size[0], size[1]);
            record(tf, "ResizeBilinear", DT_FLOAT, keys, tf.op("ResizeBilinear", List.of(x, to), attrs));
            record(tf, "ResizeBilinearGrad", DT_FLOAT, keys, tf.op("ResizeBilinearGrad", List.of(grad, x), attrs));
            record(tf, "ResizeNearestNeighbor", DT_FLOAT, keys, tf.op("ResizeNearestNeighbor", List.of(x, to), attrs));
            record(tf, "ResizeNearestNeighborGrad", DT_FLOAT, keys,
                    tf.op("ResizeNearestNeighborGrad", List.of(grad, from), attrs));
        }
    }

    private void scatters() {
        int[] indices = {3, 0, 3, 1, 4, 3, 0};
        for (String op : new String[] {"Update", "Add", "Sub", "Min", "Max"}) {
            for (int inner : new int[] {1, 5, 20}) {
                for (String kind : new String[] {"reals", "special"}) {
                    try (Tf tf = new Tf()) {
                        Output<?> target = input(tf, kind, 1, DT_FLOAT, 6, inner);
                        Output<?> updates = input(tf, kind, 2, DT_FLOAT, indices.length, inner);
                        Output<?> tuples = tf.intMatrix(indices, indices.length, 1);
                        GraphOperation y = tf.op("TensorScatter" + op, List.of(target, tuples, updates));
                        record(tf, "TensorScatter" + op, DT_FLOAT,
                                "rows=6 inner=" + inner + " indices=" + list(indices) + " kind=" + kind, y);
                    }
                }
            }
        }
        int[] sorted = {0, 0, 1, 3, 3, 3, 3};
        for (int inner : new int[] {1, 5, 20}) {
            try (Tf tf = new Tf()) {
                Output<?> data = input(tf, "reals", 1, DT_FLOAT, sorted.length, inner);
                record(tf, "SegmentSum", DT_FLOAT, "segments=4 inner=" + inner + " indices=" + list(sorted) + " kind=reals",
                        tf.op("SegmentSum", List.of(data, tf.ints(sorted))));
                int[] unsorted = {2, 0, 2, -1, 4, 2, 0};
                record(tf, "UnsortedSegmentSum", DT_FLOAT,
                        "segments=6 inner=" + inner + " indices=" + list(unsorted) + " kind=reals",
                        tf.op("UnsortedSegmentSum", List.of(data, tf.ints(unsorted), tf.intScalar(6))));
            }
        }
    }

    private static Output<?> input(Tf tf, String kind, int seed, DataType type, int... shape) {
        int n = 1;
        long[] dims = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            n *= shape[i];
            dims[i] = shape[i];
        }
        Output<?> x = tf.floats(data(kind, seed, n), dims);
        return type == DT_FLOAT ? x : tf.cast(x, type);
    }

    private void record(Tf tf, String op, DataType type, String keys, GraphOperation node) {
        file.addCase(op, type, keys);
        Output<?>[] outputs = new Output<?>[node.numOutputs()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = node.output(i);
        }
        List<byte[]> results = tf.run(outputs);
        for (int i = 0; i < outputs.length; i++) {
            file.addRun(results.get(i), outputs[i].dataType());
        }
    }

    private static String list(int[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        return text.toString();
    }

    private KernelGoldens() {}
}
