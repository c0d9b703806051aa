package io.leat.kernels;

import java.util.concurrent.TimeUnit;

/** The machine's best speed, measured. Each takes most of a second. */
public final class PeakSpeed {
    private static final int ITERATIONS = 20_000;
    private static final int CHUNK = 1 << 22;
    private static final int CHUNKS = 8;
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private PeakSpeed() {}

    /**
     * Multiply-adds of float32 on registers in GFLOP/s, each counted as two operations; 0 where there is no vector form.
     */
    public static double gigaflops(Parallel parallel) {
        if (!VectorSupport.AVAILABLE) {
            return 0;
        }
        double best = best(() -> parallel.run(
                parallel.threads(), _ -> FmaChains.run(ITERATIONS, 0.999f, 1e-3f, new float[FmaChains.CHAINS])));
        double operations = FmaChains.run(1, 0.999f, 1e-3f, new float[FmaChains.CHAINS]);
        return operations * ITERATIONS * parallel.threads() / best;
    }

    /** Copying memory in GB/s, bytes read and bytes written both counted. Takes 256 MB. */
    public static double gigabytesPerSecond(Parallel parallel) {
        float[][] from = new float[CHUNKS][CHUNK];
        float[][] to = new float[CHUNKS][CHUNK];
        double best = best(() -> parallel.run(CHUNKS, i -> System.arraycopy(from[i], 0, to[i], 0, CHUNK)));
        return 2.0 * CHUNKS * CHUNK * Float.BYTES / best;
    }

    /** The shortest time in nanoseconds. */
    private static double best(Runnable work) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        long best = Long.MAX_VALUE;
        do {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        } while (System.nanoTime() < end);
        return best;
    }
}
