package io.leat.conformance.scenario;

import io.leat.graph.Attr;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/** Datasets as graph ops, and their iterators. */
final class DatasetScenarios {
    private static final StatusCode INVALID = StatusCode.INVALID_ARGUMENT;
    private static final DType I64 = DType.INT64;

    private DatasetScenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario("dataset: slices of every dtype", DatasetScenarios::slices),
                new Scenario("dataset: range", DatasetScenarios::ranges),
                new Scenario("dataset: batch", DatasetScenarios::batches),
                new Scenario("dataset: repeat, take, skip, concatenate, zip", DatasetScenarios::combined),
                new Scenario("dataset: shuffle", DatasetScenarios::shuffles),
                new Scenario("dataset: records", DatasetScenarios::records),
                new Scenario("dataset: iterators", DatasetScenarios::iterators),
                new Scenario("dataset: errors", DatasetScenarios::errors));
    }

    private static Attr types(DType... types) {
        return new Attr.Items(Stream.of(types).<Attr>map(Attr::of).toList());
    }

    private static Attr shapes(Shape... shapes) {
        return new Attr.Items(Stream.of(shapes).<Attr>map(Attr::of).toList());
    }

    /** A dataset with the dtype and shape of its only component. */
    private record Data(Script s, Output handle, DType type, Shape shape) {
        private NodeBuilder outputs(NodeBuilder b, Shape out) {
            return b.attr("output_types", types(type)).attr("output_shapes", shapes(out));
        }

        static Data slices(Script s, Tensor t) {
            Shape row = t.shape().from(1);
            Output made = s.op("TensorSliceDataset")
                    .inputs(List.of(s.constant(t)))
                    .attr("output_shapes", shapes(row))
                    .add()
                    .output(0);
            return new Data(s, made, t.dtype(), row);
        }

        static Data range(Script s, long start, long stop, long step) {
            var d = new Data(s, s.constant(0), I64, Shape.SCALAR);
            return d.of(s.op("RangeDataset")
                    .input(s.constant(Tensor.scalar(start)))
                    .input(s.constant(Tensor.scalar(stop)))
                    .input(s.constant(Tensor.scalar(step))));
        }

        private Data of(NodeBuilder b) {
            return new Data(s, outputs(b, shape).add().output(0), type, shape);
        }

        Data then(String op, long... inputs) {
            NodeBuilder b = s.op(op).input(handle);
            for (long i : inputs) {
                b.input(s.constant(Tensor.scalar(i)));
            }
            return of(b);
        }

        Data shuffle(long size, long seed, long seed2, boolean again) {
            return of(s.op("ShuffleDataset")
                    .input(handle)
                    .input(s.constant(Tensor.scalar(size)))
                    .input(s.constant(Tensor.scalar(seed)))
                    .input(s.constant(Tensor.scalar(seed2)))
                    .attr("reshuffle_each_iteration", again));
        }

        Data batch(long n, boolean drop) {
            Shape batched = Shape.of(drop ? n : Shape.ANY).concat(shape);
            NodeBuilder b = s.op("BatchDatasetV2")
                    .input(handle)
                    .input(s.constant(Tensor.scalar(n)))
                    .input(s.constant(Tensor.scalar(drop)));
            return new Data(s, outputs(b, batched).add().output(0), type, batched);
        }

        /** An iterator, and its next element. */
        Pass iterate() {
            Output iterator = outputs(s.op("IteratorV2").attr("shared_name", "").attr("container", ""), shape)
                    .add()
                    .output(0);
            Node start = s.op("MakeIterator").input(handle).input(iterator).add();
            Output next = outputs(s.op("IteratorGetNext").input(iterator), shape)
                    .add()
                    .output(0);
            return new Pass(s, iterator, start, next);
        }

        /** Starts a pass, takes that many elements, and checks that there are no more. */
        void exactly(int n) {
            Pass pass = iterate();
            s.effect(pass.start);
            pass.take(n);
            s.fails(StatusCode.OUT_OF_RANGE, pass.next);
        }
    }

    private record Pass(Script s, Output iterator, Node start, Output next) {
        void take(int n) {
            for (int i = 0; i < n; i++) {
                s.run(next);
            }
        }
    }

    private static void slices(Script s) {
        int seed = 0;
        for (DType t : CaseBuilder.ALL) {
            Data.slices(s, new Seeded(++seed).tensor(t, Shape.of(3, 2), Domain.ANY))
                    .exactly(3);
        }
        Tensor whole = new Seeded(seed).tensor(I64, Shape.of(2, 2), Domain.ANY);
        Output once = s.op("TensorDataset")
                .inputs(List.of(s.constant(whole)))
                .attr("output_shapes", shapes(whole.shape()))
                .add()
                .output(0);
        new Data(s, once, I64, whole.shape()).exactly(1);
    }

    private static void ranges(Script s) {
        Data.range(s, 0, 4, 1).exactly(4);
        Data.range(s, 5, -4, -3).exactly(3);
        Data.range(s, 3, 3, 1).exactly(0);
        Data.range(s, 3, 0, 2).exactly(0);
    }

    private static void batches(Script s) {
        Data.range(s, 0, 7, 1).batch(3, false).exactly(3);
        Data.range(s, 0, 7, 1).batch(3, true).exactly(2);
        Data.slices(s, new Seeded(1).tensor(DType.STRING, Shape.of(4, 2), Domain.ANY))
                .batch(2, true)
                .batch(5, false)
                .exactly(1);
    }

    private static void combined(Script s) {
        Data.range(s, 0, 3, 1).then("RepeatDataset", 2).exactly(6);
        Data.range(s, 0, 3, 1).then("RepeatDataset", 0).exactly(0);
        Data.range(s, 0, 0, 1).then("RepeatDataset", -1).exactly(0);
        Pass endless = Data.range(s, 0, 3, 1).then("RepeatDataset", -1).iterate();
        s.effect(endless.start);
        endless.take(8);
        Data.range(s, 0, 5, 1).then("TakeDataset", 2).exactly(2);
        Data.range(s, 0, 5, 1).then("TakeDataset", -1).exactly(5);
        Data.range(s, 0, 5, 1).then("SkipDataset", 3).exactly(2);
        Data.range(s, 0, 5, 1).then("SkipDataset", -1).exactly(0);
        Data.range(s, 0, 5, 1).then("PrefetchDataset", 2).exactly(5);
        Data a = Data.range(s, 0, 2, 1);
        Data b = Data.range(s, 10, 13, 1);
        a.of(s.op("ConcatenateDataset").input(a.handle).input(b.handle)).exactly(5);
        a.of(s.op("OptionsDataset").input(a.handle).attr("serialized_options", ""))
                .exactly(2);
        Output zipped = s.op("ZipDataset")
                .inputs(List.of(a.handle, b.handle))
                .attr("output_types", types(I64, I64))
                .attr("output_shapes", shapes(Shape.SCALAR, Shape.SCALAR))
                .add()
                .output(0);
        Output iterator = s.op("IteratorV2")
                .attr("shared_name", "")
                .attr("container", "")
                .attr("output_types", types(I64, I64))
                .attr("output_shapes", shapes(Shape.SCALAR, Shape.SCALAR))
                .add()
                .output(0);
        s.effect(s.op("MakeIterator").input(zipped).input(iterator).add());
        Node next = s.op("IteratorGetNextSync")
                .input(iterator)
                .attr("output_types", types(I64, I64))
                .attr("output_shapes", shapes(Shape.SCALAR, Shape.SCALAR))
                .add();
        s.run(next.outputs());
        s.run(next.outputs());
        s.fails(StatusCode.OUT_OF_RANGE, next.output(1));
    }

    private static void shuffles(Script s) {
        for (boolean again : new boolean[] {false, true}) {
            Data.range(s, 0, 10, 1).shuffle(100, 3, 5, again).exactly(10);
            Data.range(s, 0, 10, 1).shuffle(4, 8, 0, again).exactly(10);
            Data.range(s, 0, 5, 1)
                    .shuffle(5, 1, 2, again)
                    .then("RepeatDataset", 3)
                    .exactly(15);
        }
        Data.range(s, 0, 4, 1).shuffle(1, 0, 0, true).exactly(4);
    }

    private static byte[] records(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] data = text.getBytes(StandardCharsets.UTF_8);
                byte[] length = new byte[8];
                length[0] = (byte) data.length;
                out.write(length);
                out.writeInt(masked(length));
                out.write(data);
                out.writeInt(masked(data));
            }
        }
        return bytes.toByteArray();
    }

    private static int masked(byte[] data) {
        var crc = new CRC32C();
        crc.update(data);
        int c = (int) crc.getValue();
        return Integer.reverseBytes((c >>> 15 | c << 17) + 0xa282ead8);
    }

    private static String file(byte[] content) throws IOException {
        Path file = Files.createTempFile("leat-records", ".tfrecord");
        file.toFile().deleteOnExit();
        Files.write(file, content);
        return file.toString();
    }

    private static Data records(Script s, String compression, String... files) {
        Output made = s.op("TFRecordDataset")
                .input(s.strings(files))
                .input(s.constant(Tensor.scalar(compression)))
                .input(s.constant(Tensor.scalar(0L)))
                .add()
                .output(0);
        return new Data(s, made, DType.STRING, Shape.SCALAR);
    }

    private static void records(Script s) {
        try {
            String one = file(records("first", "", "third"));
            records(s, "", one, file(records()), file(records("fourth"))).exactly(4);
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(records("packed", "tight"));
            }
            records(s, "GZIP", file(packed.toByteArray())).exactly(2);
            Pass missing = records(s, "", "/no/such/records").iterate();
            s.effect(missing.start);
            s.fails(StatusCode.NOT_FOUND, missing.next);
            byte[] broken = records("broken");
            broken[14] ^= 1;
            Pass corrupt = records(s, "", file(broken)).iterate();
            s.effect(corrupt.start);
            s.fails(StatusCode.DATA_LOSS, corrupt.next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void iterators(Script s) {
        Data data = Data.range(s, 0, 3, 1);
        Pass pass = data.iterate();
        s.fails(StatusCode.FAILED_PRECONDITION, pass.next);
        s.effect(pass.start);
        pass.take(2);
        s.effect(pass.start);
        pass.take(3);
        s.fails(StatusCode.OUT_OF_RANGE, pass.next);
        s.fails(StatusCode.OUT_OF_RANGE, pass.next);
        s.effect(pass.start);
        Output name = s.call("IteratorToStringHandle", pass.iterator);
        Output same = s.op("IteratorFromStringHandleV2")
                .input(name)
                .attr("output_types", types(I64))
                .attr("output_shapes", shapes(Shape.SCALAR))
                .add()
                .output(0);
        s.run(data.outputs(s.op("IteratorGetNext").input(same), Shape.SCALAR)
                .add()
                .output(0));
        pass.take(1);
        List<Output> named = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            named.add(data.outputs(s.op("Iterator").attr("shared_name", "both").attr("container", ""), Shape.SCALAR)
                    .add()
                    .output(0));
        }
        s.effect(s.op("MakeIterator").input(data.handle).input(named.getFirst()).add());
        s.run(data.outputs(s.op("IteratorGetNext").input(named.getLast()), Shape.SCALAR)
                .add()
                .output(0));
    }

    private static void errors(Script s) {
        Pass zero = Data.range(s, 0, 3, 0).iterate();
        s.fails(INVALID, zero.start);
        s.fails(INVALID, Data.range(s, 0, 3, 1).batch(0, false).iterate().start);
        s.fails(INVALID, Data.range(s, 0, 3, 1).then("PrefetchDataset", -2).iterate().start);
        s.fails(INVALID, Data.range(s, 0, 3, 1).shuffle(0, 1, 1, true).iterate().start);
        Data ints = Data.slices(s, Tensor.vector(1, 2));
        Output iterator = s.op("IteratorV2")
                .attr("shared_name", "")
                .attr("container", "")
                .attr("output_types", types(I64))
                .attr("output_shapes", shapes(Shape.SCALAR))
                .add()
                .output(0);
        s.fails(INVALID, s.op("MakeIterator").input(ints.handle).input(iterator).add());
        Data uneven = Data.range(s, 0, 3, 1).batch(2, false).batch(2, false);
        Pass pass = uneven.iterate();
        s.effect(pass.start);
        s.fails(INVALID, pass.next);
    }
}
