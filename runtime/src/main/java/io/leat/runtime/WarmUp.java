package io.leat.runtime;

import io.leat.kernels.VectorForm;
import java.util.concurrent.TimeUnit;

/** Repeats something until it has reached its speed. */
final class WarmUp {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** In so many rounds, each of at least {@link #LEAST_NANOS}, the best time must not have fallen by a twentieth. */
    private static final int STEADY_ROUNDS = 2;

    private WarmUp() {}

    static void run(Runnable work) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        VectorForm.warmUp(work);
        long best = Long.MAX_VALUE;
        int steady = 0;
        while (steady < STEADY_ROUNDS && System.nanoTime() < end) {
            long round = best(work, end);
            steady = round > best - best / 20 ? steady + 1 : 0;
            best = Math.min(best, round);
        }
    }

    private static long best(Runnable work, long deadline) {
        long best = Long.MAX_VALUE;
        long start = System.nanoTime();
        long before = start;
        do {
            work.run();
            long now = System.nanoTime();
            best = Math.min(best, now - before);
            before = now;
        } while (before - start < LEAST_NANOS && before < deadline);
        return best;
    }
}
