package io.leat.kernels;

/**
 * The k greatest elements of each row, in descending order. Of equal elements the one with the lower index comes first; NaNs
 * come before all others; zeros of both signs are equal.
 */
public final class TopRows {
    private static final int GRAIN = 1 << 14;

    private TopRows() {}

    /**
     * Finds them.
     *
     * @param x [rows, columns]
     * @param k at most {@code columns}
     * @param values receives the elements, [rows, k]
     * @param indices receives their numbers within their rows, [rows, k]
     */
    public static void find(Parallel parallel, float[] x, int rows, int columns, int k, float[] values, int[] indices) {
        if (k == 0) {
            return;
        }
        Ranges.run(rows, Math.max(1, GRAIN / Math.max(1, columns)), parallel, (first, n) -> {
            int[] heap = new int[k];
            for (int r = first; r < first + n; r++) {
                row(x, r * columns, columns, heap, values, indices, r * k);
            }
        });
    }

    /** Keeps the best so far in a heap whose root is the worst of them. */
    private static void row(float[] x, int start, int columns, int[] heap, float[] values, int[] indices, int to) {
        int k = heap.length;
        for (int j = 0; j < k; j++) {
            heap[j] = j;
        }
        for (int at = k / 2 - 1; at >= 0; at--) {
            sink(x, start, heap, at, k);
        }
        for (int j = k; j < columns; j++) {
            if (isBefore(x, start, j, heap[0])) {
                heap[0] = j;
                sink(x, start, heap, 0, k);
            }
        }
        for (int n = k; n > 0; n--) {
            indices[to + n - 1] = heap[0];
            values[to + n - 1] = x[start + heap[0]];
            heap[0] = heap[n - 1];
            sink(x, start, heap, 0, n - 1);
        }
    }

    /** Moves the entry at {@code at} down until none below it is worse. */
    private static void sink(float[] x, int start, int[] heap, int at, int size) {
        int entry = heap[at];
        int i = at;
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && isBefore(x, start, heap[child], heap[child + 1])) {
                child++;
            }
            if (isBefore(x, start, heap[child], entry)) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        if (size > 0) {
            heap[i] = entry;
        }
    }

    private static boolean isBefore(float[] x, int start, int i, int j) {
        float a = x[start + i];
        float b = x[start + j];
        if (a > b) {
            return true;
        }
        if (a < b) {
            return false;
        }
        if (a == b) {
            return i < j;
        }
        return Float.isNaN(a) && (!Float.isNaN(b) || i < j); // at least one is a NaN
    }
}
