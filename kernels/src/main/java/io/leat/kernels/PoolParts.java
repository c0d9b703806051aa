package io.leat.kernels;

/**
 * Splits the windows of a gradient that adds to overlapping places into parts that do not meet: output rows where windows
 * of different rows are disjoint, otherwise images and channels. Within a part the windows come in order, so that sums do
 * not depend on the split.
 */
final class PoolParts {
    private static final int FEWEST_CHANNELS = 16;

    private PoolParts() {}

    /** Output rows of image {@code b}, and some channels of them. */
    @FunctionalInterface
    interface Task {
        void run(int b, int firstRow, int endRow, int firstChannel, int endChannel);
    }

    static void run(PoolShape s, Parallel parallel, Task task) {
        if (s.strideH() >= s.windowH()) {
            int rows = s.rowsPerPart();
            int parts = (s.outH() + rows - 1) / rows;
            parallel.run(s.batch() * parts, i -> {
                int first = i % parts * rows;
                task.run(i / parts, first, Math.min(first + rows, s.outH()), 0, s.channels());
            });
        } else {
            int wanted = (2 * parallel.threads() + s.batch() - 1) / Math.max(s.batch(), 1);
            int parts = Math.clamp(s.channels() / FEWEST_CHANNELS, 1, Math.max(wanted, 1));
            parallel.run(s.batch() * parts, i -> {
                long part = i % parts;
                int first = (int) (part * s.channels() / parts);
                int end = (int) ((part + 1) * s.channels() / parts);
                task.run(i / parts, 0, s.outH(), first, end);
            });
        }
    }
}
