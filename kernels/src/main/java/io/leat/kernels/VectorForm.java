package io.leat.kernels;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The vector form of one kernel, which comes into use once it is compiled. Before C2 has compiled it, vector code takes
 * a thousand times as long as after (every vector is an object), and that for the better part of a second; the scalar
 * form needs no such time. So a kernel whose two forms give the same bits starts with the scalar one. When it has seen
 * some work, a background thread runs the vector form on data of its own until it is fast, and from then on the kernel
 * uses it. A form that does not become fast is never used.
 */
public final class VectorForm {

    /** A form is worth compiling once the kernel has been given so many elements. */
    private static final int WORK = 1 << 13;

    /** Compiled code is far below, anything else far above. */
    private static final double FAST_NANOS_PER_ELEMENT = 20;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int SIZE = 512;

    /** One daemon thread, there only while forms wait to be compiled. */
    private static final Executor COMPILING = executor();

    /** Calls the form for about {@code n} elements of the arrays, which have room for twice as many. */
    @FunctionalInterface
    interface Exercise {
        void run(float[] x, float[] y, float[] z, int n);
    }

    private final int lanes;
    private final Exercise exercise;
    private boolean ready;
    private int work;
    private boolean requested;

    /** A form for vectors of any length. */
    VectorForm(Exercise exercise) {
        this(1, exercise);
    }

    private VectorForm(int lanes, Exercise exercise) {
        this.lanes = lanes;
        this.exercise = exercise;
    }

    /** A form that takes eight floats at a time, and is not used where the vectors are shorter. */
    static VectorForm ofEightLanes(Exercise exercise) {
        return new VectorForm(8, exercise);
    }

    private static Executor executor() {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> Thread.ofPlatform().name("leat-vector-forms").daemon().unstarted(task));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Whether to use the form for the {@code n} elements at hand. */
    boolean ready(int n) {
        return VectorSupport.AVAILABLE && (ready || request(n));
    }

    private boolean request(int n) {
        work += Math.min(n, WORK); // a lost update delays the request a little
        if (work >= WORK) {
            enqueue();
        }
        return false;
    }

    private synchronized void enqueue() {
        if (!requested) {
            requested = true;
            COMPILING.execute(this::compile);
        }
    }

    /** Runs the form at all lengths up to some, so that no branch looks unused, until it is fast. */
    void compile() {
        if (VectorSupport.floatLanes() < lanes) {
            return;
        }
        float[] x = new float[2 * SIZE];
        float[] y = new float[2 * SIZE];
        float[] z = new float[2 * SIZE];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % 29) * 0.37f - 3f;
            y[i] = (i % 31) * 0.23f - 2f;
        }
        long start = System.nanoTime();
        int fast = 0;
        for (int n = 0; fast < SIZE && System.nanoTime() - start < PATIENCE_NANOS; n = (n + 1) % SIZE) {
            long before = System.nanoTime();
            exercise.run(x, y, z, SIZE / 2 + n / 2);
            long nanos = System.nanoTime() - before;
            fast = nanos < FAST_NANOS_PER_ELEMENT * SIZE ? fast + 1 : Math.max(0, fast - 8);
        }
        ready = fast >= SIZE;
    }

    /** Returns when every form that was requested so far is in use, or given up. */
    public static void settle() {
        CompletableFuture.runAsync(() -> {}, COMPILING).join();
    }
}
