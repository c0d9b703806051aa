package io.leat.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leat.graph.Attr;
import io.leat.graph.Graph;
import io.leat.graph.Node;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.CancelledException;
import io.leat.tensor.DType;
import io.leat.tensor.DeadlineExceededException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Runs that wait at a queue of capacity 2: what wakes them, and what they end with. */
final class QueueBlockingTest {
    private final Graph graph = Graph.create();
    private final Output queue = graph.ops()
            .op("FIFOQueueV2")
            .attr("component_types", new Attr.Items(List.of(Attr.of(DType.INT64))))
            .attr("shapes", new Attr.Items(List.of(Attr.of(Shape.SCALAR))))
            .attr("capacity", 2)
            .add()
            .output(0);
    private final Node enqueueFive = graph.ops()
            .op("QueueEnqueueManyV2")
            .input(queue)
            .inputs(List.of(graph.ops().constant(Tensor.vector(1L, 2L, 3L, 4L, 5L))))
            .add();
    private final Output dequeue = dequeue("QueueDequeueV2", null);
    private final Output dequeueFour = dequeue("QueueDequeueManyV2", 4);
    private final Output upToFour = dequeue("QueueDequeueUpToV2", 4);
    private final Node close = close(false);
    private final Node cancel = close(true);
    private final Output size = graph.ops().call("QueueSizeV2", queue);

    private Output dequeue(String op, @org.jspecify.annotations.Nullable Integer n) {
        var b = graph.ops().op(op).input(queue);
        if (n != null) {
            b.input(graph.ops().constant(n));
        }
        return b.attr("component_types", new Attr.Items(List.of(Attr.of(DType.INT64))))
                .add()
                .output(0);
    }

    private Node close(boolean cancelPending) {
        return graph.ops()
                .op("QueueCloseV2")
                .input(queue)
                .attr("cancel_pending_enqueues", cancelPending)
                .add();
    }

    private static Throwable failure(CompletableFuture<?> run) {
        try {
            run.join();
        } catch (CompletionException e) {
            return e.getCause();
        }
        throw new AssertionError("the run did not fail");
    }

    @Test
    void moreThanTheCapacityGoesThrough() {
        try (var session = Session.open(graph)) {
            var writer = CompletableFuture.runAsync(() -> session.run(enqueueFive));
            assertThat(session.run(dequeueFour).toLongArray()).containsExactly(1, 2, 3, 4);
            assertThat(session.run(dequeue).scalarLong()).isEqualTo(5);
            writer.join();
            var reader = CompletableFuture.supplyAsync(() -> session.run(dequeueFour));
            session.run(enqueueFive);
            assertThat(reader.join().toLongArray()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void closingComesAfterWhoWaitsToPutIn() {
        try (var session = Session.open(graph)) {
            var writer = CompletableFuture.runAsync(() -> session.run(enqueueFive));
            while (session.run(size).scalarInt() < 2) {
                Thread.onSpinWait();
            }
            var closer = CompletableFuture.runAsync(() -> session.run(close));
            assertThat(session.run(upToFour).toLongArray()).containsExactly(1, 2, 3, 4);
            writer.join();
            closer.join();
            assertThat(session.run(upToFour).toLongArray()).containsExactly(5);
            assertThatThrownBy(() -> session.run(dequeue)).isInstanceOf(OutOfRangeException.class);
        }
    }

    @Test
    void closingCancelsWhoWaitsToPutIn() {
        try (var session = Session.open(graph)) {
            var writer = CompletableFuture.runAsync(() -> session.run(enqueueFive));
            while (session.run(size).scalarInt() < 2) {
                Thread.onSpinWait();
            }
            session.run(cancel);
            assertThat(failure(writer)).isInstanceOf(CancelledException.class);
            assertThat(session.run(upToFour).toLongArray()).containsExactly(1, 2);
        }
    }

    @Test
    void closingEndsWhoWaitsToTakeOut() {
        try (var session = Session.open(graph)) {
            var reader = CompletableFuture.supplyAsync(() -> session.run(dequeue));
            session.run(close);
            assertThat(failure(reader)).isInstanceOf(OutOfRangeException.class);
        }
    }

    @Test
    void runsThatWaitEndWithTheirTimeAndTheirSession() {
        var session = Session.open(graph);
        assertThatThrownBy(() -> session.runner()
                        .fetch(dequeue)
                        .timeout(Duration.ofMillis(20))
                        .run())
                .isInstanceOf(DeadlineExceededException.class);
        var reader = CompletableFuture.supplyAsync(() -> session.run(dequeue));
        session.close();
        assertThat(failure(reader)).isInstanceOf(CancelledException.class);
    }
}
