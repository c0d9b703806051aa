package io.leat.kernels;

import java.util.Arrays;

/**
 * The inner dimension of a product, cut into runs. Within a run the elements of a row of the left operand are
 * consecutive, and the rows of the right operand are evenly spaced.
 */
final class Runs {
    private int count;
    private int total;
    private int[] length;
    private int[] left;
    private int[] right;

    Runs(int capacity) {
        length = new int[capacity];
        left = new int[capacity];
        right = new int[capacity];
    }

    /** One run. */
    static Runs of(int length, int left, int right) {
        return new Runs(1).add(length, left, right);
    }

    /**
     * Appends a run.
     *
     * @param leftOffset where the run begins, counted from the beginning of a row of the left operand
     * @param rightOffset where its first row begins in the right operand's array
     */
    Runs add(int runLength, int leftOffset, int rightOffset) {
        if (count == length.length) {
            int capacity = 2 * count + 4;
            length = Arrays.copyOf(length, capacity);
            left = Arrays.copyOf(left, capacity);
            right = Arrays.copyOf(right, capacity);
        }
        length[count] = runLength;
        left[count] = leftOffset;
        right[count] = rightOffset;
        count++;
        total = Math.addExact(total, runLength);
        return this;
    }

    int count() {
        return count;
    }

    /** The size of the inner dimension. */
    int total() {
        return total;
    }

    int length(int run) {
        return length[run];
    }

    int left(int run) {
        return left[run];
    }

    int right(int run) {
        return right[run];
    }

    /**
     * The same inner dimension, seen from the left operand: runs that follow one another there are joined, and those
     * longer than {@code longest} cut evenly. {@link #right} of the result is the index in the inner dimension.
     */
    Runs chunks(int longest) {
        Runs chunks = new Runs(count);
        int inner = 0;
        for (int i = 0; i < count; ) {
            int begin = left[i];
            int end = begin;
            while (i < count && left[i] == end) {
                end += length[i++];
            }
            int pieces = Math.max(1, (end - begin + longest - 1) / longest);
            int size = (end - begin + pieces - 1) / pieces;
            for (int at = begin; at < end; at += size) {
                int piece = Math.min(size, end - at);
                chunks.add(piece, at, inner);
                inner += piece;
            }
        }
        return chunks;
    }
}
