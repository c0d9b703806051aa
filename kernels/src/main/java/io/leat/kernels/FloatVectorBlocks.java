package io.leat.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops of a product with a packed right operand, the left operand being read by rows. A block of six rows by
 * two vectors stays in registers: its twelve sums and two vectors of the right operand leave two of sixteen vector
 * registers for the left operand. That is enough as long as the compiler does not load all six rows at once, which it
 * does when they are one pointer; hence six. {@link FloatVectorTallBlock} has fourteen.
 *
 * <p>All methods: {@code c[cRows[cRow + r] + j + i] (+)= Σ a[aRows[row + r] + left + p] * b[bAt + p * width + i]} for the
 * rows r and the columns i of the block, and {@code p < k}.
 */
final class FloatVectorBlocks {
    private static final VectorSpecies<Float> LANES = Lanes.FLOAT;
    private static final int NARROW = FloatRight.NARROW;
    private static final int WIDE = FloatRight.WIDE;

    private FloatVectorBlocks() {}

    static void rows6x2(
            int k,
            float[] a,
            int[] aRows,
            int row,
            int left,
            float[] b,
            int bAt,
            float[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector d1 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector e1 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector f1 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        FloatVector g1 = FloatVector.zero(LANES);
        FloatVector h0 = FloatVector.zero(LANES);
        FloatVector h1 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + NARROW);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = FloatVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            g1 = x.fma(b1, g1);
            x = FloatVector.broadcast(LANES, a[a5 + p]);
            h0 = x.fma(b0, h0);
            h1 = x.fma(b1, h1);
        }
        int to0 = cRows[cRow] + j;
        int to1 = cRows[cRow + 1] + j;
        int to2 = cRows[cRow + 2] + j;
        int to3 = cRows[cRow + 3] + j;
        int to4 = cRows[cRow + 4] + j;
        int to5 = cRows[cRow + 5] + j;
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, to0));
            c1 = c1.add(FloatVector.fromArray(LANES, c, to0 + NARROW));
            d0 = d0.add(FloatVector.fromArray(LANES, c, to1));
            d1 = d1.add(FloatVector.fromArray(LANES, c, to1 + NARROW));
            e0 = e0.add(FloatVector.fromArray(LANES, c, to2));
            e1 = e1.add(FloatVector.fromArray(LANES, c, to2 + NARROW));
            f0 = f0.add(FloatVector.fromArray(LANES, c, to3));
            f1 = f1.add(FloatVector.fromArray(LANES, c, to3 + NARROW));
            g0 = g0.add(FloatVector.fromArray(LANES, c, to4));
            g1 = g1.add(FloatVector.fromArray(LANES, c, to4 + NARROW));
            h0 = h0.add(FloatVector.fromArray(LANES, c, to5));
            h1 = h1.add(FloatVector.fromArray(LANES, c, to5 + NARROW));
        }
        c0.intoArray(c, to0);
        c1.intoArray(c, to0 + NARROW);
        d0.intoArray(c, to1);
        d1.intoArray(c, to1 + NARROW);
        e0.intoArray(c, to2);
        e1.intoArray(c, to2 + NARROW);
        f0.intoArray(c, to3);
        f1.intoArray(c, to3 + NARROW);
        g0.intoArray(c, to4);
        g1.intoArray(c, to4 + NARROW);
        h0.intoArray(c, to5);
        h1.intoArray(c, to5 + NARROW);
    }

    static void rows4x2(
            int k,
            float[] a,
            int[] aRows,
            int row,
            int left,
            float[] b,
            int bAt,
            float[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector c1 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector d1 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector e1 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector f1 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector b1 = FloatVector.fromArray(LANES, b, at + NARROW);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
        }
        int to0 = cRows[cRow] + j;
        int to1 = cRows[cRow + 1] + j;
        int to2 = cRows[cRow + 2] + j;
        int to3 = cRows[cRow + 3] + j;
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, to0));
            c1 = c1.add(FloatVector.fromArray(LANES, c, to0 + NARROW));
            d0 = d0.add(FloatVector.fromArray(LANES, c, to1));
            d1 = d1.add(FloatVector.fromArray(LANES, c, to1 + NARROW));
            e0 = e0.add(FloatVector.fromArray(LANES, c, to2));
            e1 = e1.add(FloatVector.fromArray(LANES, c, to2 + NARROW));
            f0 = f0.add(FloatVector.fromArray(LANES, c, to3));
            f1 = f1.add(FloatVector.fromArray(LANES, c, to3 + NARROW));
        }
        c0.intoArray(c, to0);
        c1.intoArray(c, to0 + NARROW);
        d0.intoArray(c, to1);
        d1.intoArray(c, to1 + NARROW);
        e0.intoArray(c, to2);
        e1.intoArray(c, to2 + NARROW);
        f0.intoArray(c, to3);
        f1.intoArray(c, to3 + NARROW);
    }

    static void rows6x1(
            int k,
            float[] a,
            int[] aRows,
            int row,
            int left,
            float[] b,
            int bAt,
            float[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        int a4 = aRows[row + 4] + left;
        int a5 = aRows[row + 5] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        FloatVector g0 = FloatVector.zero(LANES);
        FloatVector h0 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            x = FloatVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            x = FloatVector.broadcast(LANES, a[a5 + p]);
            h0 = x.fma(b0, h0);
        }
        int to0 = cRows[cRow] + j;
        int to1 = cRows[cRow + 1] + j;
        int to2 = cRows[cRow + 2] + j;
        int to3 = cRows[cRow + 3] + j;
        int to4 = cRows[cRow + 4] + j;
        int to5 = cRows[cRow + 5] + j;
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, to0));
            d0 = d0.add(FloatVector.fromArray(LANES, c, to1));
            e0 = e0.add(FloatVector.fromArray(LANES, c, to2));
            f0 = f0.add(FloatVector.fromArray(LANES, c, to3));
            g0 = g0.add(FloatVector.fromArray(LANES, c, to4));
            h0 = h0.add(FloatVector.fromArray(LANES, c, to5));
        }
        c0.intoArray(c, to0);
        d0.intoArray(c, to1);
        e0.intoArray(c, to2);
        f0.intoArray(c, to3);
        g0.intoArray(c, to4);
        h0.intoArray(c, to5);
    }

    static void rows4x1(
            int k,
            float[] a,
            int[] aRows,
            int row,
            int left,
            float[] b,
            int bAt,
            float[] c,
            int[] cRows,
            int cRow,
            int j,
            boolean accumulate) {
        int a0 = aRows[row] + left;
        int a1 = aRows[row + 1] + left;
        int a2 = aRows[row + 2] + left;
        int a3 = aRows[row + 3] + left;
        FloatVector c0 = FloatVector.zero(LANES);
        FloatVector d0 = FloatVector.zero(LANES);
        FloatVector e0 = FloatVector.zero(LANES);
        FloatVector f0 = FloatVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * NARROW;
            FloatVector b0 = FloatVector.fromArray(LANES, b, at);
            FloatVector x = FloatVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            x = FloatVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            x = FloatVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            x = FloatVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
        }
        int to0 = cRows[cRow] + j;
        int to1 = cRows[cRow + 1] + j;
        int to2 = cRows[cRow + 2] + j;
        int to3 = cRows[cRow + 3] + j;
        if (accumulate) {
            c0 = c0.add(FloatVector.fromArray(LANES, c, to0));
            d0 = d0.add(FloatVector.fromArray(LANES, c, to1));
            e0 = e0.add(FloatVector.fromArray(LANES, c, to2));
            f0 = f0.add(FloatVector.fromArray(LANES, c, to3));
        }
        c0.intoArray(c, to0);
        d0.intoArray(c, to1);
        e0.intoArray(c, to2);
        f0.intoArray(c, to3);
    }
}
