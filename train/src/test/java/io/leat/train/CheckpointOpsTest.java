package io.leat.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.formats.CheckpointReader;
import io.leat.formats.Summaries;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.state.Init;
import io.leat.ops.state.Variables;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ops that save and restore, as the graphs of TensorFlow use them, and those that make summaries. */
class CheckpointOpsTest {
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();

    @TempDir
    private Path folder;

    private Output strings(String... values) {
        return tf.constant(Tensor.vector(values));
    }

    private Node save(Output prefix, Output names, Output slices, Output... values) {
        return tf.op("SaveV2")
                .input(prefix)
                .input(names)
                .input(slices)
                .inputs(List.of(values))
                .add();
    }

    private List<Output> restore(Output prefix, Output names, Output slices, DType... types) {
        var list = new io.leat.graph.Attr.Items(java.util.Arrays.stream(types)
                .<io.leat.graph.Attr>map(io.leat.graph.Attr.Type::new)
                .toList());
        return tf.op("RestoreV2")
                .input(prefix)
                .input(names)
                .input(slices)
                .attr("dtypes", list)
                .add()
                .outputs();
    }

    @Test
    void variablesSurviveInACheckpointOfShards() throws IOException {
        var w = Variables.of(tf, "w", Init.of(Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f)));
        var n = Variables.of(tf, "n", Init.of(Tensor.scalar(7L)));
        Output prefix = tf.op("StringJoin")
                .inputs(List.of(tf.constant(folder + "/part_temp"), tf.constant("/part")))
                .add()
                .output(0);
        Output first = tf.call("ShardedFilename", prefix, tf.constant(0), tf.constant(2));
        Output second = tf.call("ShardedFilename", prefix, tf.constant(1), tf.constant(2));
        Node saved = save(
                first,
                strings("w", "s"),
                strings("", "2 2 0,1:-"),
                w.value(),
                tf.constant(Tensor.of(Shape.of(1, 2), 5f, 6f)));
        Node savedToo = save(
                second,
                strings("n", "s"),
                strings("", "2 2 1,1:-"),
                n.value(),
                tf.constant(Tensor.of(Shape.of(1, 2), 7f, 8f)));
        Node merged = tf.op("MergeV2Checkpoints")
                .input(tf.op("Pack").inputs(List.of(first, second)).add().output(0))
                .input(tf.constant(folder + "/model"))
                .controlInput(saved)
                .controlInput(savedToo)
                .add();
        List<Output> back = restore(
                tf.constant(folder + "/model"),
                strings("w", "n", "s", "s"),
                strings("", "", "", "2 2 1,1:0,1"),
                DType.FLOAT32,
                DType.INT64,
                DType.FLOAT32,
                DType.FLOAT32);
        try (var session = Session.open(graph)) {
            session.run(graph.initializer());
            session.run(List.of(), Map.of(), List.of(merged));
            assertThat(Files.exists(folder.resolve("part_temp"))).isFalse();
            assertThat(CheckpointReader.open(folder.resolve("model")).names()).containsExactly("n", "s", "w");
            List<Tensor> values = session.run(back, Map.of(), List.of());
            assertThat(values.get(0).toFloatArray()).containsExactly(1f, 2f, 3f, 4f);
            assertThat(values.get(1).scalarLong()).isEqualTo(7);
            assertThat(values.get(2).toFloatArray()).containsExactly(5f, 6f, 7f, 8f);
            assertThat(values.get(3).toFloatArray()).containsExactly(7f);
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        Node saved = save(tf.constant(folder + "/c"), strings("w"), strings(""), tf.constant(1f));
        Output missing = restore(tf.constant(folder + "/c"), strings("zzz"), strings(""), DType.FLOAT32)
                .getFirst();
        Output wrong = restore(tf.constant(folder + "/c"), strings("w"), strings(""), DType.FLOAT64)
                .getFirst();
        Output nowhere = restore(tf.constant(folder + "/none"), strings("w"), strings(""), DType.FLOAT32)
                .getFirst();
        Output malformed = restore(tf.constant(folder + "/c"), strings("w"), strings("x -"), DType.FLOAT32)
                .getFirst();
        Node deep = save(tf.constant(folder + "/a/b/c"), strings("w"), strings(""), tf.constant(1f));
        try (var session = Session.open(graph)) {
            session.run(List.of(), Map.of(), List.of(saved));
            assertThatThrownBy(() -> session.run(missing))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Key zzz not found in checkpoint");
            assertThatThrownBy(() -> session.run(wrong))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("expected dtype double does not equal original dtype float");
            assertThatThrownBy(() -> session.run(nowhere)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> session.run(malformed)).isInstanceOf(InvalidArgumentException.class);
            assertThatThrownBy(() -> session.run(List.of(), Map.of(), List.of(deep)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void summariesAreMessages() {
        Output loss = tf.call("ScalarSummary", tf.constant("loss"), tf.constant(0.5f));
        Output sizes = tf.call("HistogramSummary", tf.constant("sizes"), tf.constant(1f, 2f, 2f));
        Output all = tf.op("MergeSummary").inputs(List.of(loss, sizes)).add().output(0);
        Output twice = tf.op("MergeSummary").inputs(List.of(loss, loss)).add().output(0);
        try (var session = Session.open(graph)) {
            byte[] message = Raw.strings(session.run(all))[0];
            byte[] lossAlone = Summaries.scalars(List.of("loss"), new float[] {0.5f});
            assertThat(message).startsWith(lossAlone).hasSizeGreaterThan(lossAlone.length);
            assertThatThrownBy(() -> session.run(twice))
                    .isInstanceOf(InvalidArgumentException.class)
                    .hasMessageContaining("Duplicate tag loss found in summary inputs");
        }
    }

    @Test
    void patternsMatchWholeStrings() {
        Output matches = tf.op("StaticRegexFullMatch")
                .input(strings("s3://bucket/x", "/local/s3://"))
                .attr("pattern", "^s3://.*")
                .add()
                .output(0);
        try (var session = Session.open(graph)) {
            assertThat(session.run(matches).toBooleanArray()).containsExactly(true, false);
        }
    }
}
