package io.leat.bench;

import io.leat.kernels.FmaChains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * What the machine can do at best on a number of threads, measured.
 *
 * @param gigaflops multiply-adds of float on registers, {@link FmaChains}, two operations each
 * @param gigabytes in a second: the greater of summing arrays far larger than the caches, and of copying them, where
 *     read and written bytes count
 */
record Limits(double gigaflops, double gigabytes) {
    private static final int BYTES = 128 << 20;
    private static final long WINDOW_NANOS = 100_000_000;
    private static final int WINDOWS = 8;

    /** A piece of work on one thread; gives its amount. */
    private interface Piece {
        double run();
    }

    private interface Pieces {
        Piece ofThread(int index);
    }

    static Limits measure(int threads) throws InterruptedException {
        double operations = best(threads, i -> multiplyAdds());
        double read = best(threads, i -> sum(new int[BYTES / Integer.BYTES]));
        double copied = best(threads, i -> copy(new byte[BYTES], new byte[BYTES]));
        return new Limits(operations, Math.max(read, copied));
    }

    private static Piece multiplyAdds() {
        float[] values = new float[FmaChains.CHAINS];
        Arrays.fill(values, 0.5f);
        return () -> FmaChains.run(100_000, 0.999f, 1e-3f, values);
    }

    private static Piece sum(int[] x) {
        Arrays.fill(x, 1);
        return () -> {
            int sum = 0;
            for (int v : x) {
                sum += v;
            }
            if (sum != x.length) {
                throw new IllegalStateException("the sum of ones is " + sum);
            }
            return BYTES;
        };
    }

    private static Piece copy(byte[] from, byte[] to) {
        Arrays.fill(from, (byte) 1);
        return () -> {
            System.arraycopy(from, 0, to, 0, BYTES);
            return 2.0 * BYTES;
        };
    }

    /** The best of some windows, all threads together, in units of 1e9 in a second. */
    private static double best(int threads, Pieces pieces) throws InterruptedException {
        List<Piece> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(pieces.ofThread(i));
        }
        double best = 0;
        for (int i = 0; i < WINDOWS; i++) {
            best = Math.max(best, window(all));
        }
        return best;
    }

    private static double window(List<Piece> pieces) throws InterruptedException {
        var done = new DoubleAdder();
        var go = new CountDownLatch(1);
        List<Thread> team = new ArrayList<>();
        for (Piece p : pieces) {
            team.add(Thread.ofPlatform().name("limits-" + team.size()).start(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                double amount = 0;
                long start = System.nanoTime();
                long now;
                do {
                    amount += p.run();
                    now = System.nanoTime();
                } while (now - start < WINDOW_NANOS);
                done.add(amount / (now - start));
            }));
        }
        go.countDown();
        for (Thread t : team) {
            t.join();
        }
        return done.sum();
    }
}
