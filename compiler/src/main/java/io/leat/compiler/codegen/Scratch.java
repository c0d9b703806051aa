package io.leat.compiler.codegen;

import java.util.Arrays;

/**
 * One thread's tiles: arrays of {@link #TILE} elements for the values between the loops of a kernel, by kind of array.
 * Kernels do not call each other, so a thread needs one set; it grows to what the largest kernel asked for.
 */
final class Scratch {
    /** Elements a tile has: with a few tiles of float all stay in the first-level cache. */
    static final int TILE = 512;

    private static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

    float[][] floats = {};
    double[][] doubles = {};
    int[][] ints = {};
    long[][] longs = {};
    short[][] shorts = {};
    byte[][] bytes = {};

    private Scratch() {}

    /** How many tiles of each kind a kernel needs. */
    record Size(int floats, int doubles, int ints, int longs, int shorts, int bytes) {}

    /** The calling thread's tiles, at least as many as {@code size} says. */
    static Scratch current(Size size) {
        Scratch s = CURRENT.get();
        s.reserve(size);
        return s;
    }

    private void reserve(Size size) {
        if (floats.length < size.floats) {
            int old = floats.length;
            floats = Arrays.copyOf(floats, size.floats);
            Arrays.setAll(floats, i -> i < old ? floats[i] : new float[TILE]);
        }
        if (doubles.length < size.doubles) {
            int old = doubles.length;
            doubles = Arrays.copyOf(doubles, size.doubles);
            Arrays.setAll(doubles, i -> i < old ? doubles[i] : new double[TILE]);
        }
        if (ints.length < size.ints) {
            int old = ints.length;
            ints = Arrays.copyOf(ints, size.ints);
            Arrays.setAll(ints, i -> i < old ? ints[i] : new int[TILE]);
        }
        if (longs.length < size.longs) {
            int old = longs.length;
            longs = Arrays.copyOf(longs, size.longs);
            Arrays.setAll(longs, i -> i < old ? longs[i] : new long[TILE]);
        }
        if (shorts.length < size.shorts) {
            int old = shorts.length;
            shorts = Arrays.copyOf(shorts, size.shorts);
            Arrays.setAll(shorts, i -> i < old ? shorts[i] : new short[TILE]);
        }
        if (bytes.length < size.bytes) {
            int old = bytes.length;
            bytes = Arrays.copyOf(bytes, size.bytes);
            Arrays.setAll(bytes, i -> i < old ? bytes[i] : new byte[TILE]);
        }
    }
}
