package io.leat.conformance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.conformance.RealTensorFlow;
import io.leat.graph.Graph;
import io.leat.graph.NodeBuilder;
import io.leat.graph.OpRegistry;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Closeness;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random ops with a seed give the numbers of real TensorFlow, in the first run and in those after it. */
final class RandomOpsTest {
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();
    private final List<Output> wanted = new ArrayList<>();

    private NodeBuilder op(String name, int seed) {
        return tf.op(name).attr("seed", 87654321 + seed).attr("seed2", seed);
    }

    private void add(String name, NodeBuilder b) {
        if (OpRegistry.find(name) != null) {
            wanted.add(b.add().output(0));
        }
    }

    private Output random(DType type, Domain domain, long... dims) {
        return tf.constant(new Seeded(3).tensor(type, Shape.of(dims), domain));
    }

    private void describe() {
        for (String name : new String[] {"RandomUniform", "RandomStandardNormal", "TruncatedNormal"}) {
            for (DType t : new DType[] {DType.FLOAT32, DType.FLOAT64, DType.FLOAT16, DType.BFLOAT16}) {
                add(name, op(name, 5).input(tf.constant(3, 7)).attr("dtype", t));
                add(name, op(name, 0).input(tf.constant(1003L, 2L)).attr("dtype", t));
            }
        }
        add(
                "RandomUniformInt",
                op("RandomUniformInt", 2)
                        .input(tf.constant(99, 1))
                        .input(tf.constant(-7))
                        .input(tf.constant(40)));
        for (DType t : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            add("RandomGamma", op("RandomGamma", 9).input(tf.constant(20, 2)).input(random(t, Domain.POSITIVE, 3)));
            add(
                    "RandomPoissonV2",
                    op("RandomPoissonV2", 9).input(tf.constant(20, 2)).input(random(t, Domain.of(0.5, 30), 3)));
            add(
                    "Multinomial",
                    op("Multinomial", 1).input(random(t, Domain.ANY, 2, 5)).input(tf.constant(50)));
        }
        candidates("LogUniformCandidateSampler");
        candidates("UniformCandidateSampler");
        boxes("SampleDistortedBoundingBox", false);
        boxes("SampleDistortedBoundingBoxV2", true);
        for (DType t : new DType[] {DType.INT32, DType.FLOAT32, DType.STRING}) {
            add("RandomShuffle", op("RandomShuffle", 4).input(random(t, Domain.ANY, 31)));
            add("RandomShuffle", op("RandomShuffle", 4).input(random(t, Domain.ANY, 6, 2)));
        }
    }

    private void boxes(String name, boolean input) {
        Tensor boxes = Tensor.of(Shape.of(1, 2, 4), 0.1f, 0.2f, 0.7f, 0.9f, 0f, 0f, 1f, 0.5f);
        for (float covered : new float[] {0.1f, 0.5f, 2f}) {
            NodeBuilder b = op(name, 3).input(tf.constant(300, 211, 3)).input(tf.constant(boxes));
            NodeBuilder node = input ? b.input(tf.constant(covered)) : b.attr("min_object_covered", covered);
            wanted.addAll(node.add().outputs());
        }
    }

    private void candidates(String name) {
        for (boolean unique : new boolean[] {false, true}) {
            for (long range : new long[] {64, 1000}) {
                wanted.addAll(op(name, 6)
                        .input(tf.constant(Tensor.of(Shape.of(2, 2), 3L, 0L, 7L, 63L)))
                        .attr("num_true", 2)
                        .attr("num_sampled", 20)
                        .attr("unique", unique)
                        .attr("range_max", range)
                        .add()
                        .outputs());
            }
        }
    }

    @Test
    void giveTheNumbersOfTensorFlow() {
        RealTensorFlow.assumeAvailable();
        describe();
        List<String> problems = new ArrayList<>();
        try (var ours = Session.open(graph);
                var theirs = new TensorFlowSession(TensorFlowRun.definition(graph))) {
            for (int run = 0; run < 3; run++) {
                List<Tensor> actual = ours.run(wanted, Map.of(), List.of());
                List<Tensor> expected = theirs.run(wanted, List.of());
                for (int i = 0; i < wanted.size(); i++) {
                    Closeness near = Closeness.of(io.leat.graph.Accuracy.ulps(8), 1);
                    String problem = near.problem(expected.get(i), actual.get(i));
                    if (problem != null) {
                        problems.add("run " + run + ": " + wanted.get(i).node() + " " + problem);
                    }
                }
            }
        }
        assertThat(String.join("\n", problems)).isEmpty();
    }
}
