package io.leat.kernels;

/**
 * Copies rows by index. Works on any kind of array: {@code byte}, {@code short}, {@code int}, {@code long}, {@code float},
 * {@code double} or objects; source and target must be of the same kind.
 */
public final class Gather {
    /** Rows of at least this many elements are copied as blocks. */
    private static final int BLOCK = 8;

    /** Elements of one part of a parallel copy. */
    private static final int PART = 1 << 15;

    /** Longer rows are copied as fast by the library. */
    private static final int LONGEST_VECTOR_ROW = 1024;

    private static final int[] SOME_ROWS = {3, 0, 5, 1, 2, 4, 6, 0, 7, 3, 5, 1, 2, 4, 0, 6};
    private static final VectorForm VECTOR = new VectorForm(
            (x, y, z, n) -> VectorGather.rows(x, 1, n / SOME_ROWS.length, SOME_ROWS, 0, SOME_ROWS.length, y, 1));

    private Gather() {}

    /**
     * {@code out[o, i, :] = source[o, indices[i], :]}. When an index is out of range nothing is written.
     *
     * @param source {@code [outer, rows, inner]}, dense from {@code sourceOffset} on
     * @param indices {@code count} row numbers from {@code indicesOffset} on
     * @param out {@code [outer, count, inner]}, dense from {@code outOffset} on, no overlap with {@code source}
     * @return the position of the first index outside [0, {@code rows}), or -1
     */
    public static int rows(
            Object source,
            int sourceOffset,
            int outer,
            int rows,
            int inner,
            int[] indices,
            int indicesOffset,
            int count,
            Object out,
            int outOffset,
            Parallel parallel) {
        int bad = Indices.firstOutside(indices, indicesOffset, count, rows);
        if (bad >= 0 || inner == 0) {
            return bad;
        }
        Ranges.run(outer * count, Math.max(PART / inner, 1), parallel, (first, n) -> {
            for (int from = first, end = first + n; from < end; ) {
                int o = from / count;
                int until = Math.min(end, (o + 1) * count);
                int base = sourceOffset + o * rows * inner;
                int position = indicesOffset + from - o * count;
                copy(source, base, inner, indices, position, until - from, out, outOffset + from * inner);
                from = until;
            }
        });
        return -1;
    }

    /** As the form for ints. */
    public static int rows(
            Object source,
            int sourceOffset,
            int outer,
            int rows,
            int inner,
            long[] indices,
            int indicesOffset,
            int count,
            Object out,
            int outOffset,
            Parallel parallel) {
        int[] ints = Indices.toInts(indices, indicesOffset, count);
        return rows(source, sourceOffset, outer, rows, inner, ints, 0, count, out, outOffset, parallel);
    }

    private static void copy(
            Object source, int base, int inner, int[] indices, int position, int count, Object out, int at) {
        if (inner >= BLOCK) {
            if (source instanceof float[] from && inner <= LONGEST_VECTOR_ROW && VECTOR.ready((long) count * inner)) {
                VectorGather.rows(from, base, inner, indices, position, count, (float[]) out, at);
                return;
            }
            for (int i = 0; i < count; i++) {
                System.arraycopy(source, base + indices[position + i] * inner, out, at + i * inner, inner);
            }
            return;
        }
        switch (source) {
            case float[] from -> elements(from, base, inner, indices, position, count, (float[]) out, at);
            case double[] from -> elements(from, base, inner, indices, position, count, (double[]) out, at);
            case int[] from -> elements(from, base, inner, indices, position, count, (int[]) out, at);
            case long[] from -> elements(from, base, inner, indices, position, count, (long[]) out, at);
            case short[] from -> elements(from, base, inner, indices, position, count, (short[]) out, at);
            case byte[] from -> elements(from, base, inner, indices, position, count, (byte[]) out, at);
            default -> elements((Object[]) source, base, inner, indices, position, count, (Object[]) out, at);
        }
    }

    private static void elements(
            float[] from, int base, int inner, int[] indices, int position, int count, float[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            double[] from, int base, int inner, int[] indices, int position, int count, double[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            int[] from, int base, int inner, int[] indices, int position, int count, int[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            long[] from, int base, int inner, int[] indices, int position, int count, long[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            short[] from, int base, int inner, int[] indices, int position, int count, short[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            byte[] from, int base, int inner, int[] indices, int position, int count, byte[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }

    private static void elements(
            Object[] from, int base, int inner, int[] indices, int position, int count, Object[] out, int at) {
        for (int i = 0, to = at; i < count; i++) {
            int row = base + indices[position + i] * inner;
            for (int j = 0; j < inner; j++) {
                out[to++] = from[row + j];
            }
        }
    }
}
