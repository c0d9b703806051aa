package io.leat.kernels;

/**
 * Combines rows with rows that indices name, in the order of the indices, so that the result does not depend on the number
 * of threads. Indices are checked first: when one is out of range nothing is written. Long indices go through {@link
 * Indices#toInts}, tuples through {@link Indices#ndRows}.
 */
public final class Scatter {
    private Scatter() {}

    /**
     * {@code target[indices[i], :] = target[indices[i], :] op updates[i, :]} for one {@code i} after the other.
     *
     * @param target {@code [rows, inner]}, dense from {@code targetOffset} on
     * @param indices {@code count} row numbers from {@code indicesOffset} on
     * @param updates {@code [count, inner]}, dense from {@code updatesOffset} on
     * @return the position of the first index outside [0, {@code rows}), or -1
     */
    public static int rows(
            ScatterOp op,
            float[] target,
            int targetOffset,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            float[] updates,
            int updatesOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad < 0) {
            FloatScatterRows.run(
                    op,
                    target,
                    targetOffset,
                    rows,
                    inner,
                    indices,
                    indicesOffset,
                    count,
                    updates,
                    updatesOffset,
                    inner,
                    parallel);
        }
        return bad;
    }

    /** As the form for floats. */
    public static int rows(
            ScatterOp op,
            double[] target,
            int targetOffset,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            double[] updates,
            int updatesOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad < 0) {
            DoubleScatterRows.run(
                    op,
                    target,
                    targetOffset,
                    rows,
                    inner,
                    indices,
                    indicesOffset,
                    count,
                    updates,
                    updatesOffset,
                    inner,
                    parallel);
        }
        return bad;
    }

    /** As the form for floats. */
    public static int rows(
            ScatterOp op,
            int[] target,
            int targetOffset,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            int[] updates,
            int updatesOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad < 0) {
            IntScatterRows.run(
                    op,
                    target,
                    targetOffset,
                    rows,
                    inner,
                    indices,
                    indicesOffset,
                    count,
                    updates,
                    updatesOffset,
                    inner,
                    parallel);
        }
        return bad;
    }

    /** As the form for floats. */
    public static int rows(
            ScatterOp op,
            long[] target,
            int targetOffset,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            long[] updates,
            int updatesOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad < 0) {
            LongScatterRows.run(
                    op,
                    target,
                    targetOffset,
                    rows,
                    inner,
                    indices,
                    indicesOffset,
                    count,
                    updates,
                    updatesOffset,
                    inner,
                    parallel);
        }
        return bad;
    }

    /**
     * {@code target[indices[i], :] = updates[i, :]} for arrays of any kind, both of the same; the last of equal indices
     * stays.
     *
     * @return the position of the first index outside [0, {@code rows}), or -1
     */
    public static int update(
            Object target,
            int targetOffset,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            Object updates,
            int updatesOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad < 0) {
            ScatterParts.run(rows, inner, count, parallel, (firstRow, endRow, firstColumn, columns) -> {
                for (int i = 0; i < count; i++) {
                    int row = indices[indicesOffset + i];
                    if (row >= firstRow && row < endRow) {
                        int from = updatesOffset + i * inner + firstColumn;
                        System.arraycopy(updates, from, target, targetOffset + row * inner + firstColumn, columns);
                    }
                }
            });
        }
        return bad;
    }
}
