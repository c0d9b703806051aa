package io.leat.kernels;

/**
 * Told which elements of a result are final, while they are still in the cache. Every element is named exactly once, and
 * nobody else writes it afterwards. May be called on several threads at the same time.
 */
@FunctionalInterface
public interface Finish {
    /** Elements of rows that are finished at a time when nothing cut them before. */
    int PART = 1 << 14;

    /** Does nothing. */
    Finish NOTHING = (from, to) -> {};

    /** The elements from {@code from} to {@code to - 1} of the result's array are final. */
    void range(int from, int to);

    /** {@code rows} rows of {@code width} elements are final, the first of which begins at {@code from}. */
    default void rows(int from, int rows, int width, Parallel parallel) {
        if (this == NOTHING || rows == 0 || width == 0) {
            return;
        }
        int step = Math.max(1, PART / width);
        parallel.run((rows + step - 1) / step, part -> {
            int begin = from + part * step * width;
            range(begin, begin + Math.min(step, rows - part * step) * width);
        });
    }
}
