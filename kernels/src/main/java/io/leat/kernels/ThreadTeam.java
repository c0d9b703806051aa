package io.leat.kernels;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed team of daemon threads that share the parts of one kernel at a time with the calling thread.
 *
 * <p>Parts are claimed one by one. A team that is busy, with another caller or with the call that this call is nested
 * in, lets the caller run all its parts alone: nothing ever waits for a free team. Idle threads look for work for a
 * short while, yielding the processor, and then park. Waking a parked thread costs about as much as a kernel of 100
 * microseconds gains from it; so when a call has at least four parts per thread, parked threads are woken only once the
 * caller's first parts show that there is more work left than that. Fewer parts than four per thread are taken to be
 * long ones.
 *
 * <p>After a part has thrown, no further part is started. An interrupt of the caller does not stop the call and stays
 * set.
 */
public final class ThreadTeam implements Parallel, AutoCloseable {
    private static final long WORTH_WAKING_NANOS = 100_000;
    private static final long IDLE_NANOS = 50_000;
    private static final int SPINS_PER_YIELD = 64;

    private final int threads;
    private final Worker[] workers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Job job;
    private volatile boolean closed;

    /**
     * A team of {@code threads - 1} new threads, named {@code name-1}, {@code name-2} …, and the caller of each run.
     *
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public ThreadTeam(String name, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("A team needs at least 1 thread, not " + threads);
        }
        this.threads = threads;
        this.workers = new Worker[threads - 1];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new Worker();
        }
        for (int i = 0; i < workers.length; i++) {
            workers[i].thread =
                    Thread.ofPlatform().name(name + "-" + (i + 1)).daemon().start(workers[i]);
        }
    }

    /** The team of the process: as many threads as there are processors. Its {@link #close} does nothing. */
    public static ThreadTeam shared() {
        return Shared.TEAM;
    }

    @Override
    public int threads() {
        return threads;
    }

    @Override
    public void run(int parts, Part part) {
        if (parts <= 1 || threads == 1 || closed || !busy.compareAndSet(false, true)) {
            Parallel.SERIAL.run(parts, part);
            return;
        }
        try {
            Job mine = new Job(part, parts, Thread.currentThread());
            job = mine;
            boolean woken = parts < 4 * threads;
            if (woken) {
                wake();
            }
            long start = System.nanoTime();
            int done = 0;
            while (mine.runNext()) {
                done++;
                if (!woken && (System.nanoTime() - start) / done * (parts - done) > WORTH_WAKING_NANOS) {
                    woken = true;
                    wake();
                }
            }
            mine.await();
            mine.rethrow();
        } finally {
            job = null;
            busy.set(false);
        }
    }

    private void wake() {
        for (Worker worker : workers) {
            worker.wake();
        }
    }

    /** Ends the threads once they have finished the parts they work on; later runs run on their callers alone. */
    @Override
    public void close() {
        if (this != Shared.TEAM) {
            closed = true;
            wake();
        }
    }

    /** The parts of one run. */
    private static final class Job {
        private final Part part;
        private final int parts;
        private final Thread caller;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger finished = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private volatile boolean callerParked;

        Job(Part part, int parts, Thread caller) {
            this.part = part;
            this.parts = parts;
            this.caller = caller;
        }

        boolean hasNext() {
            return next.get() < parts;
        }

        /** Claims and runs one part; false when none is left. */
        boolean runNext() {
            // the first test keeps the counter from running over, however often idle threads ask
            int index = hasNext() ? next.getAndIncrement() : parts;
            if (index >= parts) {
                return false;
            }
            try {
                if (failure.get() == null) {
                    part.run(index);
                }
            } catch (Throwable t) {
                failure.compareAndSet(null, t);
            }
            if (finished.incrementAndGet() == parts && callerParked) {
                LockSupport.unpark(caller);
            }
            return true;
        }

        void await() {
            boolean interrupted = false;
            for (int spins = 0; finished.get() < parts; spins++) {
                if (spins < 20 * SPINS_PER_YIELD) {
                    pause(spins);
                } else {
                    callerParked = true;
                    if (finished.get() < parts) {
                        LockSupport.park(this);
                        interrupted |= Thread.interrupted();
                    }
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void rethrow() {
            switch (failure.get()) {
                case null -> {}
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable t -> throw new IllegalStateException(t);
            }
        }
    }

    @SuppressWarnings(
            "ThreadPriorityCheck") // a waiting thread that has spun long lets others run; no result depends on it
    private static void pause(int spins) {
        if (spins % SPINS_PER_YIELD == SPINS_PER_YIELD - 1) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private final class Worker implements Runnable {
        private @Nullable Thread thread;
        private volatile boolean parked;

        @Override
        public void run() {
            while (!closed) {
                Job current = idle();
                while (current != null && current.runNext()) {}
            }
        }

        /** Waits for a job with parts left; null when woken for another reason. */
        private @Nullable Job idle() {
            long end = System.nanoTime() + IDLE_NANOS;
            for (int spins = 1; spins % SPINS_PER_YIELD != 0 || System.nanoTime() < end; spins++) {
                Job current = job;
                if (current != null && current.hasNext()) {
                    return current;
                }
                pause(spins);
            }
            parked = true;
            Job current = job;
            if ((current == null || !current.hasNext()) && !closed) {
                LockSupport.park(ThreadTeam.this);
            }
            parked = false;
            return job;
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(thread);
            }
        }
    }

    private static final class Shared {
        static final ThreadTeam TEAM =
                new ThreadTeam("leat-kernels", Runtime.getRuntime().availableProcessors());
    }
}
