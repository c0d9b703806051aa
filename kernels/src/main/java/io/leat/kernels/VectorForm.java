package io.leat.kernels;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The vector form of one kernel, which comes into use once it is compiled. Before C2 has compiled it, vector code takes
 * a thousand times as long as after (every vector is an object), and that for the better part of a second; the scalar
 * form needs no such time. So a kernel whose two forms give the same bits starts with the scalar one. When it has seen
 * some work, a background thread runs the vector form on data of its own until it is fast, and from then on the kernel
 * uses it. A form that does not become fast is never used.
 */
public final class VectorForm {

    private static final boolean AT_ONCE = "at-once".equals(System.getProperty("leat.vector.start"));

    /**
     * A form is worth compiling once the kernel has been given so many elements, which took the scalar form some
     * milliseconds. Earlier, the compiler would only keep a first run from its processors.
     */
    private static final long WORK = 1 << 20;

    /** How many callers want forms compiled at once. */
    private static final AtomicInteger EAGER = new AtomicInteger();

    /** Compiled code is far below, anything else far above. */
    private static final double FAST_NANOS_PER_ELEMENT = 20;

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final int SIZE = 512;

    /** So many slow calls make the JVM compile a form; more of them only take time from those who work meanwhile. */
    private static final int CALLS_TO_COMPILE = 2000;

    private static final int CALLS_PER_PAUSE = 4;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** One daemon thread, there only while forms wait to be compiled. */
    private static final Executor COMPILING = executor();

    /** Calls the form for about {@code n} elements of the arrays, which have room for twice as many. */
    @FunctionalInterface
    interface Exercise {
        void run(float[] x, float[] y, float[] z, int n);
    }

    private final int lanes;
    private final long worth;
    private final Exercise exercise;
    private boolean ready;
    private long work;
    private boolean requested;

    /** The same for a form that takes doubles. */
    @FunctionalInterface
    interface DoubleExercise {
        void run(double[] x, double[] y, double[] z, int n);
    }

    /** What forms for doubles are exercised on, by one thread. */
    private static final class Doubles {
        static final double[] X = new double[2 * SIZE];
        static final double[] Y = new double[2 * SIZE];
        static final double[] Z = new double[2 * SIZE];
    }

    /** A form for vectors of any length. */
    VectorForm(Exercise exercise) {
        this(WORK, exercise);
    }

    /** The same as the constructor, under a name that code for doubles has as well. */
    static VectorForm floats(Exercise exercise) {
        return new VectorForm(exercise);
    }

    static VectorForm floats(long worth, Exercise exercise) {
        return new VectorForm(worth, exercise);
    }

    static VectorForm doubles(DoubleExercise exercise) {
        return doubles(WORK, exercise);
    }

    static VectorForm doubles(long worth, DoubleExercise exercise) {
        return new VectorForm(worth, (_, _, _, n) -> exercise.run(Doubles.X, Doubles.Y, Doubles.Z, n));
    }

    /**
     * A form for vectors of any length that takes long to compile.
     *
     * @param worth how many elements the kernel is to be given before
     */
    VectorForm(long worth, Exercise exercise) {
        this(1, worth, exercise, AT_ONCE);
    }

    private VectorForm(int lanes, long worth, Exercise exercise, boolean atOnce) {
        this.lanes = lanes;
        this.worth = worth;
        this.exercise = exercise;
        this.ready = atOnce && VectorSupport.floatLanes() >= lanes;
    }

    /** A form that is compiled before it serves, whatever the system property says. */
    static VectorForm compiledFirst(long worth, Exercise exercise) {
        return new VectorForm(1, worth, exercise, false);
    }

    /** A form that takes eight floats at a time, and is not used where the vectors are shorter. */
    static VectorForm ofEightLanes(Exercise exercise) {
        return new VectorForm(8, WORK, exercise, AT_ONCE);
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
    boolean ready(long n) {
        return VectorSupport.AVAILABLE && (ready || request(n));
    }

    private boolean request(long n) {
        work += Math.min(n, worth); // a lost update delays the request a little
        if (work >= worth || EAGER.get() > 0) {
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
        int slow = 0;
        for (int n = 0; fast < SIZE && System.nanoTime() - start < PATIENCE_NANOS; n = (n + 1) % SIZE) {
            long before = System.nanoTime();
            exercise.run(x, y, z, SIZE / 2 + n / 2);
            long nanos = System.nanoTime() - before;
            if (nanos < FAST_NANOS_PER_ELEMENT * SIZE) {
                fast++;
            } else {
                fast = Math.max(0, fast - 8);
                slow++;
            }
            if (slow > CALLS_TO_COMPILE) {
                LockSupport.parkNanos(PAUSE_NANOS);
                slow -= CALLS_PER_PAUSE;
            }
        }
        ready = fast >= SIZE;
    }

    /** Does some work and returns when every form that serves it is in use, or given up, however little the work is. */
    public static void warmUp(Runnable work) {
        EAGER.incrementAndGet();
        try {
            work.run();
        } finally {
            EAGER.decrementAndGet();
        }
        settle();
    }

    /** Returns when every form that was requested so far is in use, or given up. */
    static void settle() {
        CompletableFuture.runAsync(() -> {}, COMPILING).join();
    }
}
