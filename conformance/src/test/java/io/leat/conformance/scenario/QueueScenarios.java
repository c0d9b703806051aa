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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Queues that a session keeps; what blocks is in QueueBlockingTest. */
final class QueueScenarios {
    private static final StatusCode INVALID = StatusCode.INVALID_ARGUMENT;
    private static final StatusCode OUT_OF_RANGE = StatusCode.OUT_OF_RANGE;
    private static final DType I64 = DType.INT64;

    private QueueScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (String version : List.of("V2", "")) {
            String how = version.isEmpty() ? " by references" : "";
            all.add(new Scenario("queue: fifo of every dtype" + how, s -> dtypes(s, version)));
            all.add(new Scenario("queue: fifo" + how, s -> fifo(s, version)));
            all.add(new Scenario("queue: padding" + how, s -> padding(s, version)));
            all.add(new Scenario("queue: priority" + how, s -> priority(s, version)));
            all.add(new Scenario("queue: random shuffle" + how, s -> shuffle(s, version)));
        }
        all.add(new Scenario("queue: closed", QueueScenarios::closed));
        all.add(new Scenario("queue: shared", QueueScenarios::shared));
        all.add(new Scenario("queue: errors", QueueScenarios::errors));
        return all;
    }

    private static Attr typesOf(DType... types) {
        return new Attr.Items(Stream.of(types).<Attr>map(Attr::of).toList());
    }

    private static Attr shapes(Shape... shapes) {
        return new Attr.Items(Stream.of(shapes).<Attr>map(Attr::of).toList());
    }

    /** A queue with the ops on it. */
    private record Queue(Script s, String version, Output handle, DType... types) {
        static NodeBuilder builder(Script s, String op, DType... types) {
            return s.op(op).attr("component_types", typesOf(types));
        }

        Node enqueue(Output... components) {
            return s.op("QueueEnqueue" + version)
                    .input(handle)
                    .inputs(List.of(components))
                    .add();
        }

        Node enqueueMany(Output... components) {
            return s.op("QueueEnqueueMany" + version)
                    .input(handle)
                    .inputs(List.of(components))
                    .add();
        }

        List<Output> dequeue() {
            return s.op("QueueDequeue" + version)
                    .input(handle)
                    .attr("component_types", typesOf(types))
                    .add()
                    .outputs();
        }

        List<Output> dequeue(String how, int n) {
            return s.op("QueueDequeue" + how + version)
                    .input(handle)
                    .input(n < 0 ? s.hidden(s.constant(n)) : s.constant(n))
                    .attr("component_types", typesOf(types))
                    .add()
                    .outputs();
        }

        Output size() {
            return s.call("QueueSize" + version, handle);
        }

        Output isClosed() {
            return s.call("QueueIsClosed" + version, handle);
        }

        Node close(boolean cancel) {
            return s.op("QueueClose" + version)
                    .input(handle)
                    .attr("cancel_pending_enqueues", cancel)
                    .add();
        }
    }

    private static Queue fifo(Script s, String version, Attr shapes, int capacity, DType... types) {
        return new Queue(
                s,
                version,
                Queue.builder(s, "FIFOQueue" + version, types)
                        .attr("shapes", shapes)
                        .attr("capacity", capacity)
                        .add()
                        .output(0),
                types);
    }

    private static void dtypes(Script s, String version) {
        int seed = 0;
        for (DType t : CaseBuilder.ALL) {
            Queue q = fifo(s, version, shapes(Shape.of(2)), 10, t);
            s.effect(q.enqueue(s.constant(new Seeded(++seed).tensor(t, Shape.of(2), Domain.ANY))));
            s.effect(q.enqueueMany(s.constant(new Seeded(++seed).tensor(t, Shape.of(3, 2), Domain.ANY))));
            s.run(q.size());
            s.run(q.dequeue());
            s.run(q.dequeue("Many", 2));
            s.run(q.size());
        }
    }

    private static void fifo(Script s, String version) {
        Queue q = fifo(s, version, shapes(), -1, I64, DType.STRING);
        s.effect(q.enqueue(s.longs(1, 2), s.strings("a")));
        s.effect(q.enqueue(s.longs(), s.constant(Tensor.scalar("b"))));
        s.effect(q.enqueueMany(s.longs(7, 8, 9), s.strings("x", "y", "z")));
        s.run(q.size(), q.isClosed());
        for (int i = 0; i < 4; i++) {
            s.run(q.dequeue());
        }
        s.fails(INVALID, q.dequeue("Many", 1).getFirst());
        s.run(q.size());
        Queue shaped = fifo(s, version, shapes(Shape.SCALAR, Shape.of(2)), 20, I64, I64);
        s.run(shaped.dequeue("Many", 0));
        s.effect(shaped.enqueueMany(s.longs(1, 2, 3), s.constant(Tensor.of(Shape.of(3, 2), 1L, 2L, 3L, 4L, 5L, 6L))));
        s.run(shaped.dequeue("Many", 2));
        s.run(shaped.dequeue("UpTo", 1));
        s.run(shaped.dequeue("UpTo", 0));
    }

    private static void padding(Script s, String version) {
        Queue q = new Queue(
                s,
                version,
                Queue.builder(s, "PaddingFIFOQueue" + version, I64, DType.STRING)
                        .attr("shapes", shapes(Shape.of(Shape.ANY, 2), Shape.of(Shape.ANY)))
                        .add()
                        .output(0),
                I64,
                DType.STRING);
        s.effect(q.enqueue(s.constant(Tensor.of(Shape.of(1, 2), 1L, 2L)), s.strings("a", "b", "c")));
        s.effect(q.enqueue(s.constant(Tensor.of(Shape.of(3, 2), 1L, 2L, 3L, 4L, 5L, 6L)), s.strings()));
        s.effect(q.enqueue(s.constant(Tensor.of(Shape.of(2, 2), 1L, 2L, 3L, 4L)), s.strings("d")));
        s.run(q.dequeue("Many", 2));
        s.run(q.dequeue());
        s.run(q.dequeue("Many", 0));
        s.effect(q.enqueue(s.constant(Tensor.of(Shape.of(0, 2), new long[0])), s.strings()));
        s.run(q.dequeue("UpTo", 1));
        s.fails(INVALID, q.enqueue(s.longs(1, 2), s.strings()));
    }

    private static void priority(Script s, String version) {
        Queue q = new Queue(
                s,
                version,
                s.op("PriorityQueue" + version)
                        .attr("component_types", typesOf(DType.STRING))
                        .attr("shapes", shapes(Shape.SCALAR))
                        .attr("capacity", 10)
                        .add()
                        .output(0),
                I64,
                DType.STRING);
        s.effect(q.enqueueMany(s.longs(5, -3, 9, 0), s.strings("five", "less", "nine", "zero")));
        s.effect(q.enqueue(s.constant(Tensor.scalar(4L)), s.constant(Tensor.scalar("four"))));
        s.run(q.dequeue());
        s.run(q.dequeue("Many", 3));
        s.run(q.size());
        s.effect(q.enqueue(s.constant(Tensor.scalar(-9L)), s.constant(Tensor.scalar("least"))));
        s.run(q.dequeue("UpTo", 2));
        s.fails(INVALID, q.enqueue(s.longs(1), s.constant(Tensor.scalar("no scalar"))));
    }

    private static void shuffle(Script s, String version) {
        Queue q = new Queue(
                s,
                version,
                Queue.builder(s, "RandomShuffleQueue" + version, I64)
                        .attr("shapes", shapes(Shape.SCALAR))
                        .attr("capacity", 30)
                        .attr("min_after_dequeue", 3)
                        .attr("seed", 11)
                        .attr("seed2", 42)
                        .add()
                        .output(0),
                I64);
        s.effect(q.enqueueMany(s.longs(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)));
        s.run(q.dequeue());
        s.run(q.dequeue("Many", 5));
        s.run(q.dequeue());
        s.run(q.size());
        s.effect(q.close(false));
        s.run(q.dequeue("UpTo", 20));
        s.fails(OUT_OF_RANGE, q.dequeue().getFirst());
    }

    private static void closed(Script s) {
        for (boolean cancel : new boolean[] {false, true}) {
            Queue q = fifo(s, "V2", shapes(Shape.SCALAR), 10, I64);
            s.effect(q.enqueueMany(s.longs(1, 2, 3, 4, 5)));
            s.run(q.isClosed());
            s.effect(q.close(cancel));
            s.run(q.isClosed(), q.size());
            s.fails(StatusCode.CANCELLED, q.enqueue(s.constant(Tensor.scalar(6L))));
            s.fails(StatusCode.CANCELLED, q.enqueueMany(s.longs(6)));
            s.run(q.dequeue());
            s.fails(OUT_OF_RANGE, q.dequeue("Many", 5).getFirst());
            s.run(q.size());
            s.run(q.dequeue("UpTo", 3));
            s.run(q.dequeue("UpTo", 3));
            s.fails(OUT_OF_RANGE, q.dequeue().getFirst());
            s.fails(OUT_OF_RANGE, q.dequeue("UpTo", 3).getFirst());
            s.fails(OUT_OF_RANGE, q.dequeue("Many", 1).getFirst());
            s.fails(StatusCode.CANCELLED, q.close(false));
            s.effect(q.close(true));
        }
    }

    private static Queue named(Script s, String op, int capacity, DType type) {
        return new Queue(
                s,
                "V2",
                Queue.builder(s, op, type)
                        .attr("shared_name", "numbers")
                        .attr("capacity", capacity)
                        .add()
                        .output(0),
                type);
    }

    private static void shared(Script s) {
        Queue one = named(s, "FIFOQueueV2", 10, I64);
        Queue two = named(s, "FIFOQueueV2", 10, I64);
        s.effect(one.enqueue(s.longs(1, 2)));
        s.run(two.size());
        s.run(two.dequeue());
        s.fails(INVALID, named(s, "FIFOQueueV2", 11, I64).size());
        s.fails(INVALID, named(s, "FIFOQueueV2", 10, DType.INT32).size());
        s.fails(INVALID, named(s, "RandomShuffleQueueV2", 10, I64).size());
    }

    private static void errors(Script s) {
        Queue q = fifo(s, "V2", shapes(Shape.of(2)), 10, I64);
        s.fails(INVALID, q.enqueue(s.hidden(s.longs(1))));
        s.fails(INVALID, q.enqueue(s.ints(1, 2)));
        s.fails(INVALID, q.enqueue(s.longs(1, 2), s.longs(1, 2)));
        s.fails(INVALID, q.enqueueMany(s.hidden(s.longs(1, 2))));
        s.fails(INVALID, q.enqueueMany(s.hidden(s.constant(Tensor.scalar(1L)))));
        s.fails(INVALID, q.dequeue("Many", -1).getFirst());
        s.fails(INVALID, q.dequeue("UpTo", -1).getFirst());
        Queue pairs = fifo(s, "V2", shapes(), 10, I64, I64);
        s.fails(INVALID, pairs.enqueueMany(s.longs(1, 2), s.hidden(s.longs(1))));
        s.fails(INVALID, new Queue(s, "V2", q.handle(), DType.INT32).dequeue().getFirst());
        s.fails(INVALID, fifo(s, "V2", shapes(Shape.SCALAR), 10, I64, I64).size());
        Output none = Queue.builder(s, "PaddingFIFOQueueV2", I64).add().output(0);
        s.fails(INVALID, new Queue(s, "V2", none, I64).size());
    }
}
