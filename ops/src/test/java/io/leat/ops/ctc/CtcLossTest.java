package io.leat.ops.ctc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loss against the sum over every possible path, in float64. */
class CtcLossTest {
    private static final int TIME = 5;
    private static final int CLASSES = 4;
    private static final int BLANK = CLASSES - 1;

    private static double[] logits() {
        var random = new Random(11);
        double[] x = new double[TIME * CLASSES];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextGaussian();
        }
        return x;
    }

    private static Tensor[] run(double[] logits, int[] labels, boolean merge) {
        Ops tf = Graph.create().ops();
        long[] indices = new long[2 * labels.length];
        for (int i = 0; i < labels.length; i++) {
            indices[2 * i + 1] = i;
        }
        Tensor[] in = {
            Tensor.of(Shape.of(TIME, 1, CLASSES), logits),
            Tensor.of(Shape.of(labels.length, 2), indices),
            Tensor.vector(labels),
            Tensor.vector(TIME)
        };
        var node = tf.op("CTCLoss");
        for (Tensor t : in) {
            node.input(tf.constant(t));
        }
        Node n = node.attr("ctc_merge_repeated", merge).add();
        return Compute.run(n, in, null);
    }

    /** What a path puts out: without repetitions, if they are merged, and without blanks. */
    private static List<Integer> reading(int[] path, boolean merge) {
        List<Integer> labels = new ArrayList<>();
        for (int t = 0; t < path.length; t++) {
            boolean repeated = merge && t > 0 && path[t] == path[t - 1];
            if (path[t] != BLANK && !repeated) {
                labels.add(path[t]);
            }
        }
        return labels;
    }

    private static double bruteForce(double[] logits, int[] labels, boolean merge) {
        List<Integer> wanted = new ArrayList<>();
        for (int l : labels) {
            wanted.add(l);
        }
        double sum = 0;
        int[] path = new int[TIME];
        for (int code = 0; code < Math.pow(CLASSES, TIME); code++) {
            double p = 1;
            int rest = code;
            for (int t = 0; t < TIME; t++) {
                path[t] = rest % CLASSES;
                rest /= CLASSES;
                double all = 0;
                for (int k = 0; k < CLASSES; k++) {
                    all += Math.exp(logits[t * CLASSES + k]);
                }
                p *= Math.exp(logits[t * CLASSES + path[t]]) / all;
            }
            sum += reading(path, merge).equals(wanted) ? p : 0;
        }
        return -Math.log(sum);
    }

    @ParameterizedTest
    @CsvSource({"0 1 2,true", "0 0 1,true", "1 1,false", "2,true", "2,false", "0 1 0 1 2,false"})
    void sumsOverAllPaths(String text, boolean merge) {
        int[] labels = java.util.Arrays.stream(text.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] x = logits();
        Tensor[] out = run(x, labels, merge);
        assertThat(out[0].toDoubleArray()[0]).isCloseTo(bruteForce(x, labels, merge), within(1e-12));
        double[] gradient = out[1].toDoubleArray();
        for (int i = 0; i < x.length; i++) {
            double h = 1e-5;
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += h;
            down[i] -= h;
            double numeric = (bruteForce(up, labels, merge) - bruteForce(down, labels, merge)) / (2 * h);
            assertThat(gradient[i]).isCloseTo(numeric, within(1e-7));
        }
    }
}
