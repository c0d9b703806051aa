package io.leat.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.formats.CheckpointReader;
import io.leat.formats.CheckpointWriter;
import io.leat.formats.Event;
import io.leat.formats.EventReader;
import io.leat.formats.EventWriter;
import io.leat.formats.GraphDefs;
import io.leat.formats.RecordCompression;
import io.leat.formats.RecordWriter;
import io.leat.formats.TensorSlice;
import io.leat.runtime.Profile;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.train.RunProfiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/** TensorFlow reads what Leat writes, and the reverse. */
final class FilesTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsTensorFlow() {
        RealTensorFlow.assumeAvailable();
    }

    /** Our checkpoint, restored and saved again by TensorFlow, is the same when we read it. */
    @Test
    void checkpointsGoBothWays() throws IOException {
        Map<String, Class<? extends TType>> types = new LinkedHashMap<>();
        types.put("f32", TFloat32.class);
        types.put("f64", TFloat64.class);
        types.put("i64", TInt64.class);
        types.put("text", TString.class);
        types.put("empty", TFloat32.class);
        types.put("part", TFloat32.class);
        try (var writer = CheckpointWriter.create(folder.resolve("ours"))) {
            writer.add("f32", Tensor.of(Shape.of(2, 2), 1f, Float.NaN, -0f, Float.NEGATIVE_INFINITY));
            writer.add("f64", Tensor.scalar(Math.PI));
            writer.add("i64", Tensor.of(Shape.of(1), Long.MIN_VALUE));
            writer.add("text", Tensor.of(Shape.of(3), "", "é\0", "x".repeat(300)));
            writer.add("empty", Tensor.of(Shape.of(0, 3), new float[0]));
            for (String slice : List.of("0,1:-", "1,2:0,2", "1,2:2,1")) {
                TensorSlice s = TensorSlice.parse(slice);
                Shape part = s.shapeIn(Shape.of(3, 3));
                float[] values = new float[(int) part.size()];
                java.util.Arrays.fill(values, slice.hashCode());
                writer.addSlice("part", Shape.of(3, 3), s, Tensor.of(part, values));
            }
            for (int i = 0; i < 9000; i++) { // several blocks of the index
                types.put("a/variable/with/a/long/name/" + i, TInt32.class);
                writer.add("a/variable/with/a/long/name/" + i, Tensor.scalar(i));
            }
            writer.finish();
        }
        restoreAndSave(types, folder.resolve("ours"), folder.resolve("theirs"));

        CheckpointReader ours = CheckpointReader.open(folder.resolve("ours"));
        CheckpointReader theirs = CheckpointReader.open(folder.resolve("theirs"));
        assertThat(theirs.names()).isEqualTo(ours.names());
        for (String name : ours.names()) {
            assertThat(theirs.read(name).contentEquals(ours.read(name)))
                    .as(name)
                    .isTrue();
        }
    }

    private static void restoreAndSave(Map<String, Class<? extends TType>> types, Path from, Path to) {
        try (var graph = new Graph();
                var session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var names = tf.array(types.keySet().toArray(String[]::new));
            var slices = tf.array(Collections.nCopies(types.size(), "").toArray(String[]::new));
            var restore =
                    tf.train.restore(tf.constant(from.toString()), names, slices, new ArrayList<>(types.values()));
            List<Operand<?>> tensors = new ArrayList<>();
            restore.tensors().forEach(t -> tensors.add((Operand<?>) t));
            var save = tf.train.save(tf.constant(to.toString()), names, slices, tensors);
            session.runner().addTarget(save.op()).run().close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void recordsAreRead(RecordCompression compression) throws IOException {
        Path file = folder.resolve("records");
        try (var writer = RecordWriter.create(file, compression)) {
            writer.write("a record".getBytes(StandardCharsets.UTF_8));
        }
        try (var graph = new Graph();
                var session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var records = tf.data.tfRecordDataset(
                    tf.array(file.toString()),
                    tf.constant(compression == RecordCompression.NONE ? "" : compression.name()),
                    tf.constant(0L),
                    tf.constant(new long[] {0}));
            var one = tf.data.datasetToSingleElement(
                    records, List.of(TString.class), List.of(org.tensorflow.ndarray.Shape.of()));
            try (var result = session.runner().fetch(one.op().output(0)).run()) {
                assertThat(((TString) result.get(0)).getObject()).isEqualTo("a record");
            }
        }
    }

    @Test
    void profilesAreRead() throws IOException {
        var step = new Profile.Step("Map", "b", List.of("a = Neg", "b = Exp"), 500, 2001, 8, 2);
        try (var writer = EventWriter.open(folder)) {
            writer.runMetadata(3, "step3", RunProfiles.runMetadata(new Profile(List.of(step), 1_000_000, 2001, 0)));
        }
        Event event;
        try (var files = Files.list(folder);
                var reader = EventReader.open(files.findFirst().orElseThrow())) {
            reader.next(); // the version of the file
            event = Objects.requireNonNull(reader.next());
        }
        var content = (Event.RunMetadata) event.content();
        assertThat(content.tag()).isEqualTo("step3");
        var device = org.tensorflow.proto.RunMetadata.parseFrom(content.message())
                .getStepStats()
                .getDevStats(0);
        assertThat(device.getDevice()).endsWith("/device:CPU:0");
        assertThat(device.getNodeStatsList())
                .extracting(n -> n.getNodeName() + " " + n.getAllStartNanos() + " " + n.getAllEndRelNanos())
                .containsExactly("a 1000000500 1000", "b 1000001500 1001");
        assertThat(device.getNodeStats(1).getTimelineLabel()).isEqualTo("b = Exp in Map b");
    }

    /** A graph with a loop, made by TensorFlow, through ours and back: it computes the same. */
    @Test
    void graphsGoThrough() throws IOException {
        byte[] definition;
        try (var graph = new Graph()) {
            Ops tf = Ops.create(graph);
            var five = tf.withName("five").constant(new int[] {1, 4});
            var out = graph.whileLoop(
                    new org.tensorflow.Output<?>[] {five.asOutput()},
                    (condition, in, to) -> {
                        Ops c = Ops.create(condition);
                        var sum = c.sum(in[0].expect(TInt32.class), c.constant(0));
                        to[0] = c.math.less(sum, c.constant(100)).asOutput();
                    },
                    (body, in, to) -> {
                        Ops b = Ops.create(body);
                        to[0] = b.math.mul(in[0].expect(TInt32.class), b.constant(3))
                                .asOutput();
                    },
                    "loop");
            tf.withName("out").identity(out[0].expect(TInt32.class));
            definition = GraphDefs.write(GraphDefs.parse(graph.toGraphDef().toByteArray()));
        }
        try (var graph = new Graph();
                var session = new Session(graph)) {
            graph.importGraphDef(GraphDef.parseFrom(definition));
            try (var result = session.runner().fetch("out").run()) {
                var out = (TInt32) result.get(0);
                assertThat(List.of(out.getInt(0), out.getInt(1))).containsExactly(27, 108);
            }
        }
    }
}
