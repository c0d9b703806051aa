// Generated from FloatVectorTallBlock.java by TwinsTest: change that file.
package io.leat.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * As {@link DoubleVectorBlocks}, for 32 vector registers. The more rows a block has, the fewer vectors of the right
 * operand it loads for each product: the loads of six rows cost about five percent of the time, those of fourteen
 * nearly nothing.
 */
final class DoubleVectorTallBlock {
    private static final VectorSpecies<Double> LANES = Lanes.DOUBLE;
    private static final int NARROW = DoubleRight.NARROW;
    private static final int WIDE = DoubleRight.WIDE;

    private DoubleVectorTallBlock() {}

    static void rows14x2(
            int k,
            double[] a,
            int[] aRows,
            int row,
            int left,
            double[] b,
            int bAt,
            double[] c,
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
        int a6 = aRows[row + 6] + left;
        int a7 = aRows[row + 7] + left;
        int a8 = aRows[row + 8] + left;
        int a9 = aRows[row + 9] + left;
        int a10 = aRows[row + 10] + left;
        int a11 = aRows[row + 11] + left;
        int a12 = aRows[row + 12] + left;
        int a13 = aRows[row + 13] + left;
        DoubleVector c0 = DoubleVector.zero(LANES);
        DoubleVector c1 = DoubleVector.zero(LANES);
        DoubleVector d0 = DoubleVector.zero(LANES);
        DoubleVector d1 = DoubleVector.zero(LANES);
        DoubleVector e0 = DoubleVector.zero(LANES);
        DoubleVector e1 = DoubleVector.zero(LANES);
        DoubleVector f0 = DoubleVector.zero(LANES);
        DoubleVector f1 = DoubleVector.zero(LANES);
        DoubleVector g0 = DoubleVector.zero(LANES);
        DoubleVector g1 = DoubleVector.zero(LANES);
        DoubleVector h0 = DoubleVector.zero(LANES);
        DoubleVector h1 = DoubleVector.zero(LANES);
        DoubleVector i0 = DoubleVector.zero(LANES);
        DoubleVector i1 = DoubleVector.zero(LANES);
        DoubleVector j0 = DoubleVector.zero(LANES);
        DoubleVector j1 = DoubleVector.zero(LANES);
        DoubleVector l0 = DoubleVector.zero(LANES);
        DoubleVector l1 = DoubleVector.zero(LANES);
        DoubleVector m0 = DoubleVector.zero(LANES);
        DoubleVector m1 = DoubleVector.zero(LANES);
        DoubleVector n0 = DoubleVector.zero(LANES);
        DoubleVector n1 = DoubleVector.zero(LANES);
        DoubleVector o0 = DoubleVector.zero(LANES);
        DoubleVector o1 = DoubleVector.zero(LANES);
        DoubleVector q0 = DoubleVector.zero(LANES);
        DoubleVector q1 = DoubleVector.zero(LANES);
        DoubleVector r0 = DoubleVector.zero(LANES);
        DoubleVector r1 = DoubleVector.zero(LANES);
        for (int p = 0; p < k; p++) {
            int at = bAt + p * WIDE;
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, at);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, at + NARROW);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + p]);
            c0 = x.fma(b0, c0);
            c1 = x.fma(b1, c1);
            x = DoubleVector.broadcast(LANES, a[a1 + p]);
            d0 = x.fma(b0, d0);
            d1 = x.fma(b1, d1);
            x = DoubleVector.broadcast(LANES, a[a2 + p]);
            e0 = x.fma(b0, e0);
            e1 = x.fma(b1, e1);
            x = DoubleVector.broadcast(LANES, a[a3 + p]);
            f0 = x.fma(b0, f0);
            f1 = x.fma(b1, f1);
            x = DoubleVector.broadcast(LANES, a[a4 + p]);
            g0 = x.fma(b0, g0);
            g1 = x.fma(b1, g1);
            x = DoubleVector.broadcast(LANES, a[a5 + p]);
            h0 = x.fma(b0, h0);
            h1 = x.fma(b1, h1);
            x = DoubleVector.broadcast(LANES, a[a6 + p]);
            i0 = x.fma(b0, i0);
            i1 = x.fma(b1, i1);
            x = DoubleVector.broadcast(LANES, a[a7 + p]);
            j0 = x.fma(b0, j0);
            j1 = x.fma(b1, j1);
            x = DoubleVector.broadcast(LANES, a[a8 + p]);
            l0 = x.fma(b0, l0);
            l1 = x.fma(b1, l1);
            x = DoubleVector.broadcast(LANES, a[a9 + p]);
            m0 = x.fma(b0, m0);
            m1 = x.fma(b1, m1);
            x = DoubleVector.broadcast(LANES, a[a10 + p]);
            n0 = x.fma(b0, n0);
            n1 = x.fma(b1, n1);
            x = DoubleVector.broadcast(LANES, a[a11 + p]);
            o0 = x.fma(b0, o0);
            o1 = x.fma(b1, o1);
            x = DoubleVector.broadcast(LANES, a[a12 + p]);
            q0 = x.fma(b0, q0);
            q1 = x.fma(b1, q1);
            x = DoubleVector.broadcast(LANES, a[a13 + p]);
            r0 = x.fma(b0, r0);
            r1 = x.fma(b1, r1);
        }
        int to0 = cRows[cRow] + j;
        int to1 = cRows[cRow + 1] + j;
        int to2 = cRows[cRow + 2] + j;
        int to3 = cRows[cRow + 3] + j;
        int to4 = cRows[cRow + 4] + j;
        int to5 = cRows[cRow + 5] + j;
        int to6 = cRows[cRow + 6] + j;
        int to7 = cRows[cRow + 7] + j;
        int to8 = cRows[cRow + 8] + j;
        int to9 = cRows[cRow + 9] + j;
        int to10 = cRows[cRow + 10] + j;
        int to11 = cRows[cRow + 11] + j;
        int to12 = cRows[cRow + 12] + j;
        int to13 = cRows[cRow + 13] + j;
        if (accumulate) {
            c0 = c0.add(DoubleVector.fromArray(LANES, c, to0));
            c1 = c1.add(DoubleVector.fromArray(LANES, c, to0 + NARROW));
            d0 = d0.add(DoubleVector.fromArray(LANES, c, to1));
            d1 = d1.add(DoubleVector.fromArray(LANES, c, to1 + NARROW));
            e0 = e0.add(DoubleVector.fromArray(LANES, c, to2));
            e1 = e1.add(DoubleVector.fromArray(LANES, c, to2 + NARROW));
            f0 = f0.add(DoubleVector.fromArray(LANES, c, to3));
            f1 = f1.add(DoubleVector.fromArray(LANES, c, to3 + NARROW));
            g0 = g0.add(DoubleVector.fromArray(LANES, c, to4));
            g1 = g1.add(DoubleVector.fromArray(LANES, c, to4 + NARROW));
            h0 = h0.add(DoubleVector.fromArray(LANES, c, to5));
            h1 = h1.add(DoubleVector.fromArray(LANES, c, to5 + NARROW));
            i0 = i0.add(DoubleVector.fromArray(LANES, c, to6));
            i1 = i1.add(DoubleVector.fromArray(LANES, c, to6 + NARROW));
            j0 = j0.add(DoubleVector.fromArray(LANES, c, to7));
            j1 = j1.add(DoubleVector.fromArray(LANES, c, to7 + NARROW));
            l0 = l0.add(DoubleVector.fromArray(LANES, c, to8));
            l1 = l1.add(DoubleVector.fromArray(LANES, c, to8 + NARROW));
            m0 = m0.add(DoubleVector.fromArray(LANES, c, to9));
            m1 = m1.add(DoubleVector.fromArray(LANES, c, to9 + NARROW));
            n0 = n0.add(DoubleVector.fromArray(LANES, c, to10));
            n1 = n1.add(DoubleVector.fromArray(LANES, c, to10 + NARROW));
            o0 = o0.add(DoubleVector.fromArray(LANES, c, to11));
            o1 = o1.add(DoubleVector.fromArray(LANES, c, to11 + NARROW));
            q0 = q0.add(DoubleVector.fromArray(LANES, c, to12));
            q1 = q1.add(DoubleVector.fromArray(LANES, c, to12 + NARROW));
            r0 = r0.add(DoubleVector.fromArray(LANES, c, to13));
            r1 = r1.add(DoubleVector.fromArray(LANES, c, to13 + NARROW));
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
        i0.intoArray(c, to6);
        i1.intoArray(c, to6 + NARROW);
        j0.intoArray(c, to7);
        j1.intoArray(c, to7 + NARROW);
        l0.intoArray(c, to8);
        l1.intoArray(c, to8 + NARROW);
        m0.intoArray(c, to9);
        m1.intoArray(c, to9 + NARROW);
        n0.intoArray(c, to10);
        n1.intoArray(c, to10 + NARROW);
        o0.intoArray(c, to11);
        o1.intoArray(c, to11 + NARROW);
        q0.intoArray(c, to12);
        q1.intoArray(c, to12 + NARROW);
        r0.intoArray(c, to13);
        r1.intoArray(c, to13 + NARROW);
    }
}
