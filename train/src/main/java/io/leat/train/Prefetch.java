package io.leat.train;

import io.leat.tensor.CancelledException;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads ahead on a virtual thread, which ends with the elements, at an error, or when the cursor is closed. */
final class Prefetch implements Cursor {
    /** What the thread hands over: an element, the end (null) or a failure. */
    private record Item(
            @Nullable List<Tensor> element, @Nullable Throwable failure) {}

    private final BlockingQueue<Item> queue;
    private final Thread thread;
    private boolean ended;

    private Prefetch(BlockingQueue<Item> queue, Thread thread) {
        this.queue = queue;
        this.thread = thread;
    }

    static Prefetch start(Supplier<Cursor> source, int n) {
        BlockingQueue<Item> queue = new ArrayBlockingQueue<>(n);
        return new Prefetch(queue, Thread.ofVirtual().name("leat-prefetch").start(() -> fill(source, queue)));
    }

    private static void fill(Supplier<Cursor> source, BlockingQueue<Item> queue) {
        try {
            Item last;
            try (Cursor from = source.get()) {
                List<Tensor> element = from.next();
                while (element != null) {
                    queue.put(new Item(element, null));
                    element = from.next();
                }
                last = new Item(null, null);
            } catch (RuntimeException | Error e) {
                last = new Item(null, e);
            }
            queue.put(last);
        } catch (InterruptedException e) {
            // The cursor was closed: nobody waits for more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable List<Tensor> next() {
        if (ended) {
            return null;
        }
        Item item;
        try {
            item = queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("interrupted while waiting for the next element");
        }
        ended = item.element() == null;
        switch (item.failure()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return item.element();
    }

    /** Ends the thread, and returns when it has ended. */
    @Override
    public void close() {
        ended = true;
        thread.interrupt();
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
