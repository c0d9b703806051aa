package io.leat.kernels;

/** Checks indices before any kernel uses them. */
public final class Indices {
    private Indices() {}

    /** The position from {@code offset} on of the first of {@code count} indices outside [0, {@code bound}), or -1. */
    public static int firstOutside(int[] indices, int offset, int count, int bound) {
        for (int i = 0; i < count; i++) {
            int index = indices[offset + i];
            if (index < 0 || index >= bound) {
                return i;
            }
        }
        return -1;
    }

    /** The position from {@code offset} on of the first of {@code count} indices outside [0, {@code bound}), or -1. */
    public static int firstOutside(long[] indices, int offset, int count, long bound) {
        for (int i = 0; i < count; i++) {
            long index = indices[offset + i];
            if (index < 0 || index >= bound) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The position from {@code offset} on of the first of {@code count} segment numbers that is negative or less than the
     * one before it, or -1.
     */
    public static int firstUnsorted(int[] segments, int offset, int count) {
        int last = 0;
        for (int i = 0; i < count; i++) {
            if (segments[offset + i] < last) {
                return i;
            }
            last = segments[offset + i];
        }
        return -1;
    }

    /** As the form for ints. */
    public static int firstUnsorted(long[] segments, int offset, int count) {
        long last = 0;
        for (int i = 0; i < count; i++) {
            if (segments[offset + i] < last) {
                return i;
            }
            last = segments[offset + i];
        }
        return -1;
    }

    /** {@code count} long indices as a new array of ints; negative ones become -1, too large ones the largest int. */
    public static int[] toInts(long[] indices, int offset, int count) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = (int) Math.clamp(indices[offset + i], -1L, Integer.MAX_VALUE);
        }
        return ints;
    }

    /**
     * Row numbers of index tuples, for {@code GatherNd} and {@code ScatterNd}: tuple {@code i} of {@code [count, depth]}
     * names row {@code rows[i]} of the first {@code depth} dimensions taken as one.
     *
     * @param dims the first {@code depth} dimensions; their product is an int
     * @param rows receives {@code count} numbers from 0 on
     * @return the position of the first tuple that is out of range, or -1
     */
    public static int ndRows(int[] indices, int offset, int count, int depth, int[] dims, int[] rows) {
        for (int i = 0, at = offset; i < count; i++) {
            int row = 0;
            for (int d = 0; d < depth; d++, at++) {
                int index = indices[at];
                if (index < 0 || index >= dims[d]) {
                    return i;
                }
                row = row * dims[d] + index;
            }
            rows[i] = row;
        }
        return -1;
    }

    /** As the form for ints. */
    public static int ndRows(long[] indices, int offset, int count, int depth, int[] dims, int[] rows) {
        return ndRows(toInts(indices, offset, count * depth), 0, count, depth, dims, rows);
    }
}
