package io.leat.kernels;

/** Splits a range of elements into parts for {@link Parallel}. */
final class Ranges {
    /** Elements of one part where the caller has no reason for another size; a power of two. */
    private static final int PART = 1 << 14;

    private Ranges() {}

    /** Works on the elements {@code first … first + count - 1}. */
    @FunctionalInterface
    interface Task {
        void run(int first, int count);
    }

    /** Runs {@code task} over parts that begin at multiples of a power of two. */
    static void run(int count, Parallel parallel, Task task) {
        run(count, PART, parallel, task);
    }

    /** As {@link #run(int, Parallel, Task)} with parts of {@code part} elements. */
    static void run(int count, int part, Parallel parallel, Task task) {
        int parts = (int) (((long) count + part - 1) / part);
        if (parts == 1) {
            task.run(0, count);
        } else if (parts > 1) {
            parallel.run(parts, i -> task.run(i * part, Math.min(part, count - i * part)));
        }
    }

    /** How many groups of {@code group} elements hold {@code count} elements. */
    static int groups(int count, int group) {
        return count / group + (count % group == 0 ? 0 : 1);
    }

    /** The bfloat16 nearest to {@code value}, ties to even; {@code value} is no NaN. */
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
    }
}
