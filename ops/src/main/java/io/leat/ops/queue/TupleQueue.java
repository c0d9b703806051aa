package io.leat.ops.queue;

import io.leat.ir.RunContext;
import io.leat.tensor.CancelledException;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A queue of tuples of tensors, shared by the runs of a session. Who puts in waits for room, who takes out waits for
 * elements, each in the order of arrival; the waiting ends when the run is cancelled, is over its time or its session is
 * closed. Thread-safe.
 */
final class TupleQueue {
    /** How often one that waits looks whether its run was cancelled. */
    private static final long LOOK_MILLIS = 10;

    private static final class Ticket {
        boolean cancelled;
    }

    private final QueueSpec spec;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Storage elements;
    private final Deque<Ticket> enqueuers = new ArrayDeque<>();
    private final Deque<Ticket> dequeuers = new ArrayDeque<>();
    private boolean closed;

    TupleQueue(QueueSpec spec) {
        this.spec = spec;
        this.elements = Storage.of(spec);
    }

    QueueSpec spec() {
        return spec;
    }

    private boolean hasRoom() {
        return spec.capacity() < 0 || elements.size() < spec.capacity();
    }

    private String title() {
        return spec.kind().title() + " '" + spec.name() + "'";
    }

    /** Puts in tuples one after another. */
    void enqueue(List<Tensor[]> tuples, RunContext run) {
        var ticket = new Ticket();
        lock.lock();
        try {
            if (closed) {
                throw new CancelledException(title() + " is closed.");
            }
            enqueuers.addLast(ticket);
            int done = 0;
            while (done < tuples.size()) {
                if (enqueuers.peekFirst() == ticket && closed) {
                    throw new CancelledException(title() + " is closed.");
                }
                if (enqueuers.peekFirst() == ticket && hasRoom()) {
                    elements.add(tuples.get(done++));
                    changed.signalAll();
                } else {
                    await(ticket, run);
                }
            }
        } finally {
            enqueuers.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    @SuppressWarnings("WaitNotInLoop") // the callers loop, each with its own condition
    private void await(Ticket ticket, RunContext run) {
        try {
            if (!changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                run.checkCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread of the run was interrupted", null, e);
        }
        if (ticket.cancelled) {
            throw new CancelledException("Enqueue operation was cancelled");
        }
    }

    /**
     * Takes out tuples.
     *
     * @param n how many
     * @param fewer whether fewer are enough when the queue is closed
     * @throws OutOfRangeException if the queue is closed and has not enough of them, which stay
     */
    List<Tensor[]> dequeue(int n, boolean fewer, RunContext run) {
        var ticket = new Ticket();
        List<Tensor[]> taken = new ArrayList<>();
        boolean kept = false;
        lock.lock();
        try {
            dequeuers.addLast(ticket);
            while (taken.size() < n) {
                boolean first = dequeuers.peekFirst() == ticket;
                if (first && elements.size() > (closed ? 0 : spec.minAfterDequeue())) {
                    taken.add(elements.remove());
                    changed.signalAll();
                } else if (first && closed && enqueuers.isEmpty()) {
                    if (fewer && !taken.isEmpty()) {
                        break;
                    }
                    throw new OutOfRangeException(title() + " is closed and has insufficient elements (requested " + n
                            + ", current size " + (elements.size() + taken.size()) + ")");
                } else {
                    await(ticket, run);
                }
            }
            kept = true;
            return taken;
        } finally {
            for (int i = taken.size() - 1; i >= 0 && !kept; i--) {
                elements.restore(taken.get(i));
            }
            dequeuers.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Nothing can be put in any more, after those that wait now, or with them cancelled. */
    void close(boolean cancelPending, RunContext run) {
        var ticket = new Ticket();
        lock.lock();
        try {
            if (cancelPending) {
                closed = true;
                enqueuers.forEach(t -> t.cancelled = true);
                return;
            }
            enqueuers.addLast(ticket);
            while (enqueuers.peekFirst() != ticket) {
                await(ticket, run);
            }
            if (closed) {
                throw new CancelledException("Queue '" + spec.name() + "' is already closed.");
            }
            closed = true;
        } finally {
            enqueuers.remove(ticket);
            changed.signalAll();
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return elements.size();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** @throws InvalidArgumentException if a component does not fit */
    void requireComponent(int i, DType dtype, Shape shape) {
        if (dtype != spec.types().get(i)) {
            throw new InvalidArgumentException("Type mismatch in tuple component " + i + ". Expected "
                    + spec.types().get(i).signatureName() + ", got " + dtype.signatureName());
        }
        if (!spec.shapes().isEmpty() && !spec.shapes().get(i).isCompatibleWith(shape)) {
            throw new InvalidArgumentException("Shape mismatch in tuple component " + i + ". Expected "
                    + spec.shapes().get(i) + ", got " + shape);
        }
    }
}
