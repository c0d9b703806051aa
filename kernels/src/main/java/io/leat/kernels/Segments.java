package io.leat.kernels;

import java.util.Arrays;

/**
 * Combines the rows of each segment, in the order of the rows, so that the result does not depend on the number of threads.
 * Serves sorted and unsorted segments alike; {@link Indices#firstUnsorted} checks that they are sorted.
 *
 * <p>Each method writes {@code out[segments, inner]} from {@code [count, inner]}: first {@code initial} everywhere, then
 * {@code out[ids[i], :] = out[ids[i], :] op data[i, :]} for one {@code i} after the other. Rows with a negative id are
 * dropped. When an id is {@code segments} or more nothing is written and its position returned, otherwise -1.
 */
public final class Segments {
    private Segments() {}

    /** Sums of segments: {@link #combine} with {@link ScatterOp#ADD} and 0. */
    public static int sum(
            float[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            float[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        return combine(
                ScatterOp.ADD, 0, data, dataOffset, ids, idsOffset, count, inner, out, outOffset, segments, parallel);
    }

    /** Any combination. */
    public static int combine(
            ScatterOp op,
            float initial,
            float[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            float[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, idsOffset, count, segments);
        if (bad < 0) {
            Arrays.fill(out, outOffset, outOffset + segments * inner, initial);
            FloatScatterRows.run(
                    op, out, outOffset, segments, inner, ids, idsOffset, count, data, dataOffset, inner, parallel);
        }
        return bad;
    }

    /** As the form for floats: {@link #combine} with {@link ScatterOp#ADD} and 0. */
    public static int sum(
            double[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            double[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        return combine(
                ScatterOp.ADD, 0, data, dataOffset, ids, idsOffset, count, inner, out, outOffset, segments, parallel);
    }

    /** As the form for floats. */
    public static int combine(
            ScatterOp op,
            double initial,
            double[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            double[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, idsOffset, count, segments);
        if (bad < 0) {
            Arrays.fill(out, outOffset, outOffset + segments * inner, initial);
            DoubleScatterRows.run(
                    op, out, outOffset, segments, inner, ids, idsOffset, count, data, dataOffset, inner, parallel);
        }
        return bad;
    }

    /** As the form for floats: {@link #combine} with {@link ScatterOp#ADD} and 0. */
    public static int sum(
            int[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            int[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        return combine(
                ScatterOp.ADD, 0, data, dataOffset, ids, idsOffset, count, inner, out, outOffset, segments, parallel);
    }

    /** As the form for floats. */
    public static int combine(
            ScatterOp op,
            int initial,
            int[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            int[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, idsOffset, count, segments);
        if (bad < 0) {
            Arrays.fill(out, outOffset, outOffset + segments * inner, initial);
            IntScatterRows.run(
                    op, out, outOffset, segments, inner, ids, idsOffset, count, data, dataOffset, inner, parallel);
        }
        return bad;
    }

    /** As the form for floats: {@link #combine} with {@link ScatterOp#ADD} and 0. */
    public static int sum(
            long[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            long[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        return combine(
                ScatterOp.ADD, 0, data, dataOffset, ids, idsOffset, count, inner, out, outOffset, segments, parallel);
    }

    /** As the form for floats. */
    public static int combine(
            ScatterOp op,
            long initial,
            long[] data,
            int dataOffset,
            int[] ids,
            int idsOffset,
            int count,
            int inner,
            long[] out,
            int outOffset,
            int segments,
            Parallel parallel) {
        int bad = firstAbove(ids, idsOffset, count, segments);
        if (bad < 0) {
            Arrays.fill(out, outOffset, outOffset + segments * inner, initial);
            LongScatterRows.run(
                    op, out, outOffset, segments, inner, ids, idsOffset, count, data, dataOffset, inner, parallel);
        }
        return bad;
    }

    private static int firstAbove(int[] ids, int offset, int count, int segments) {
        for (int i = 0; i < count; i++) {
            if (ids[offset + i] >= segments) {
                return i;
            }
        }
        return -1;
    }
}
