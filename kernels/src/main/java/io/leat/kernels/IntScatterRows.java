// Generated from FloatScatterRows.java by TypedFormsTest: change that file.
package io.leat.kernels;

/** Combines rows with the rows that indices name, index by index. */
final class IntScatterRows {
    private IntScatterRows() {}

    /** Indices outside [0, {@code rows}) are passed over. Row {@code i} of the updates begins {@code i * step} further on. */
    static void run(
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
            int step,
            Parallel parallel) {
        ScatterParts.run(rows, inner, count, parallel, (firstRow, endRow, firstColumn, columns) -> {
            int to = targetOffset + firstColumn;
            int from = updatesOffset + firstColumn;
            for (int i = 0; i < count; i++) {
                int row = indices[indicesOffset + i];
                if (row >= firstRow && row < endRow) {
                    combine(op, target, to + row * inner, updates, from + i * step, columns);
                }
            }
        });
    }

    private static void combine(ScatterOp op, int[] target, int to, int[] updates, int from, int n) {
        switch (op) {
            case UPDATE -> System.arraycopy(updates, from, target, to, n);
            case ADD -> IntSpans.add(updates, from, 1, 0, n, target, to);
            case SUB -> IntSpans.subtract(updates, from, n, target, to);
            case MUL -> {
                for (int i = 0; i < n; i++) {
                    target[to + i] *= updates[from + i];
                }
            }
            case DIV -> {
                for (int i = 0; i < n; i++) {
                    target[to + i] /= updates[from + i];
                }
            }
            case MIN -> {
                for (int i = 0; i < n; i++) {
                    if (updates[from + i] < target[to + i]) {
                        target[to + i] = updates[from + i];
                    }
                }
            }
            case MAX -> IntSpans.max(updates, from, 1, 0, n, target, to);
        }
    }
}
