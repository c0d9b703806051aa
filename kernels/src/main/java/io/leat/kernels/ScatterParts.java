package io.leat.kernels;

/**
 * Splits a target {@code [rows, inner]} into parts of which each goes through all indices, so that every element meets its
 * updates in the order of the indices whatever the split.
 */
final class ScatterParts {
    /** Below this many updated elements one part does all. */
    private static final int SMALL = 1 << 15;

    /** Columns of a part are at least this many. */
    private static final int FEWEST_COLUMNS = 64;

    private ScatterParts() {}

    /** Applies the updates of some columns to some rows. */
    @FunctionalInterface
    interface Task {
        void run(int firstRow, int endRow, int firstColumn, int columns);
    }

    static void run(int rows, int inner, int count, Parallel parallel, Task task) {
        if (inner == 0 || rows == 0) {
            return;
        }
        int threads = (long) count * inner < SMALL ? 1 : parallel.threads();
        if (threads == 1) {
            task.run(0, rows, 0, inner);
        } else if (inner >= threads * FEWEST_COLUMNS) {
            parallel.run(threads, part -> {
                int first = (int) ((long) part * inner / threads);
                int end = (int) ((part + 1L) * inner / threads);
                task.run(0, rows, first, end - first);
            });
        } else {
            parallel.run(threads, part -> {
                int first = (int) ((long) part * rows / threads);
                int end = (int) ((part + 1L) * rows / threads);
                task.run(first, end, 0, inner);
            });
        }
    }
}
