package io.leat.runtime;

import io.leat.ir.FileAccess;
import io.leat.ir.Resources;
import io.leat.ir.RunContext;
import io.leat.kernels.Parallel;
import io.leat.tensor.CancelledException;
import io.leat.tensor.DeadlineExceededException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** One run of a session, or the making of a plan for it. */
final class SessionRun implements RunContext {
    private static final AtomicLong STEPS = new AtomicLong();

    /** No deadline. */
    static final long FOREVER = 0;

    private final Session session;
    private final long deadlineNanos;
    private final long stepId = STEPS.incrementAndGet();

    /**
     * @param deadlineNanos of {@link System#nanoTime()}, or {@link #FOREVER}
     */
    SessionRun(Session session, long deadlineNanos) {
        this.session = session;
        this.deadlineNanos = deadlineNanos;
    }

    @Override
    public Resources resources() {
        return session.resources();
    }

    @Override
    public <T> T nodeState(String node, Class<T> type, Supplier<T> maker) {
        return session.nodeState(node, type, maker);
    }

    @Override
    public FileAccess files() {
        return session.files();
    }

    @Override
    public long stepId() {
        return stepId;
    }

    @Override
    public Parallel parallel() {
        return session.parallel();
    }

    @Override
    public void checkCancelled() {
        if (session.isClosed()) {
            throw new CancelledException("Run call was cancelled");
        }
        if (deadlineNanos != FOREVER && System.nanoTime() - deadlineNanos > 0) {
            throw new DeadlineExceededException("Timed out waiting for notification");
        }
    }
}
