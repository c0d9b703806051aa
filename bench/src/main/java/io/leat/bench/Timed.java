package io.leat.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** An engine of this process. */
final class Timed implements Racer {
    private static final long TURN_NANOS = 30_000_000;
    private static final long WARM_BLOCK_NANOS = 200_000_000;
    private static final long WARM_MOST_NANOS = 8_000_000_000L;
    /** A block that gains less than this share on the best before is no faster. */
    private static final double GAIN = 0.03;
    /** A block in which the JVM's compilers work less than this share of the time is compiled. */
    private static final double COMPILING = 0.1;
    /** Samples are not shorter, so that the clock is exact enough. */
    private static final double SAMPLE_NANOS = 20_000;
    /** Longer steps fill the caches by themselves. */
    private static final double LONG_STEP_NANOS = 50_000_000;

    private final Engine engine;
    private double stepNanos;
    private volatile Object sink = this;

    Timed(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    @Override
    public double warmUp() {
        long start = System.nanoTime();
        stepNanos = sample(1);
        double best = Double.MAX_VALUE;
        int same = 0;
        while (same < 2 && System.nanoTime() - start < WARM_MOST_NANOS) {
            long compiling = compileMillis();
            long block = System.nanoTime();
            double now = Statistics.median(samples(WARM_BLOCK_NANOS));
            double share = (compileMillis() - compiling) * 1e6 / (System.nanoTime() - block);
            same = now < best * (1 - GAIN) || share > COMPILING ? 0 : same + 1;
            best = Math.min(best, now);
            stepNanos = now;
        }
        return stepNanos;
    }

    @Override
    public double[] turn() {
        if (stepNanos < LONG_STEP_NANOS) {
            sample(batch()); // the others had the caches
        }
        return samples(TURN_NANOS);
    }

    private static long compileMillis() {
        CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        return compilers == null ? 0 : compilers.getTotalCompilationTime();
    }

    private int batch() {
        return (int) Math.max(1, Math.ceil(SAMPLE_NANOS / stepNanos));
    }

    private double[] samples(long nanos) {
        int batch = batch();
        List<Double> all = new ArrayList<>();
        long start = System.nanoTime();
        do {
            all.add(sample(batch));
        } while (System.nanoTime() - start < nanos);
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double sample(int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            sink = engine.step();
        }
        return (System.nanoTime() - start) / (double) steps;
    }

    /** The last thing a step gave. */
    Object sink() {
        return sink;
    }

    @Override
    public void close() {
        engine.close();
    }
}
