package io.leat.kernels;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Working memory of one thread inside one kernel: arrays that keep their size between uses and hold anything at first.
 * Taken with {@link #take}, given back with {@link #close}; what lies unused is only softly referenced.
 */
final class Scratch implements AutoCloseable {
    /** Names of arrays; a kernel uses each for one thing at a time. */
    static final int RIGHT = 0;

    static final int TILE = 1;
    static final int LEFT = 2;
    static final int SUMS = 3;

    private static final int SLOTS = 4;
    private static final AtomicReferenceArray<SoftReference<Scratch>> POOL =
            new AtomicReferenceArray<>(4 * Runtime.getRuntime().availableProcessors() + 4);

    private final SoftReference<Scratch> self = new SoftReference<>(this);
    private final float[][] floats = new float[SLOTS][0];
    private final double[][] doubles = new double[SLOTS][0];
    private final int[][] ints = new int[SLOTS][0];
    private final float[][][] floatRows = new float[SLOTS][0][];
    private final double[][][] doubleRows = new double[SLOTS][0][];

    private Scratch() {}

    /** A scratch that nobody else uses until it is closed. */
    static Scratch take() {
        for (int i = 0; i < POOL.length(); i++) {
            if (POOL.getPlain(i) != null) {
                SoftReference<Scratch> free = POOL.getAndSet(i, null);
                Scratch scratch = free == null ? null : free.get();
                if (scratch != null) {
                    return scratch;
                }
            }
        }
        return new Scratch();
    }

    @Override
    public void close() {
        for (int i = 0; i < POOL.length(); i++) {
            if (POOL.getPlain(i) == null && POOL.compareAndSet(i, null, self)) {
                return;
            }
        }
    }

    /** An array of at least {@code size} elements. */
    float[] floats(int name, int size) {
        if (floats[name].length < size) {
            floats[name] = new float[grown(size)];
        }
        return floats[name];
    }

    double[] doubles(int name, int size) {
        if (doubles[name].length < size) {
            doubles[name] = new double[grown(size)];
        }
        return doubles[name];
    }

    int[] ints(int name, int size) {
        if (ints[name].length < size) {
            ints[name] = new int[grown(size)];
        }
        return ints[name];
    }

    /** At least {@code count} arrays, each of at least {@code size} elements. */
    float[][] floatRows(int name, int count, int size) {
        float[][] rows = floatRows[name];
        if (rows.length < count) {
            rows = Arrays.copyOf(rows, grown(count));
            floatRows[name] = rows;
        }
        for (int i = 0; i < count; i++) {
            if (rows[i] == null || rows[i].length < size) {
                rows[i] = new float[size];
            }
        }
        return rows;
    }

    double[][] doubleRows(int name, int count, int size) {
        double[][] rows = doubleRows[name];
        if (rows.length < count) {
            rows = Arrays.copyOf(rows, grown(count));
            doubleRows[name] = rows;
        }
        for (int i = 0; i < count; i++) {
            if (rows[i] == null || rows[i].length < size) {
                rows[i] = new double[size];
            }
        }
        return rows;
    }

    private static int grown(int size) {
        return Math.max(size, Math.min(size + size / 4, Integer.MAX_VALUE - 16));
    }
}
