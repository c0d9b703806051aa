package io.leat.kernels;

/**
 * Uniform random numbers, equal to those of TensorFlow's CPU kernels for the same stream: {@code RandomUniform}, {@code
 * RandomUniformInt} and their stateless forms.
 *
 * <p>A block of {@link Philox} gives four elements of at most 32 bits or two of 64. Each method writes {@code count}
 * elements from {@code out[offset]} on and does not move {@code start}.
 */
public final class RandomUniform {
    /** Blocks that are made at once. */
    private static final int BATCH = 256;

    private RandomUniform() {}

    /** Reals in [0, 1), multiples of 2<sup>-23</sup>. */
    public static void fill(Philox start, float[] out, int offset, int count, Parallel parallel) {
        run(start, count, 4, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = (bits[i] & 0x7FFFFF) * 0x1p-23f;
            }
        });
    }

    /** Reals in [0, 1), multiples of 2<sup>-52</sup>. */
    public static void fill(Philox start, double[] out, int offset, int count, Parallel parallel) {
        run(start, count, 2, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = real(bits[2 * i], bits[2 * i + 1]);
            }
        });
    }

    /** The binary16 bits of reals in [0, 1), multiples of 2<sup>-10</sup>. */
    public static void fillFloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        run(start, count, 4, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = Float.floatToFloat16((bits[i] & 0x3FF) * 0x1p-10f);
            }
        });
    }

    /** The bfloat16 bits of reals in [0, 1), multiples of 2<sup>-7</sup>. */
    public static void fillBfloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        run(start, count, 4, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = Ranges.bfloat16((bits[i] & 0x7F) * 0x1p-7f);
            }
        });
    }

    /** Integers in [{@code low}, {@code high}), where {@code low < high}. Small residues are preferred a little. */
    public static void fill(Philox start, int low, int high, int[] out, int offset, int count, Parallel parallel) {
        int range = high - low;
        run(start, count, 4, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = low + Integer.remainderUnsigned(bits[i], range);
            }
        });
    }

    /** Integers in [{@code low}, {@code high}), where {@code low < high}. Small residues are preferred a little. */
    public static void fill(Philox start, long low, long high, long[] out, int offset, int count, Parallel parallel) {
        long range = high - low;
        run(start, count, 2, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = low + Long.remainderUnsigned(join(bits[2 * i], bits[2 * i + 1]), range);
            }
        });
    }

    /** All 32 bits random, as {@code StatelessRandomUniformFullInt} of int32 and uint32. */
    public static void fill(Philox start, int[] out, int offset, int count, Parallel parallel) {
        run(start, count, 4, parallel, (bits, first, n) -> System.arraycopy(bits, 0, out, offset + first, n));
    }

    /** All 64 bits random, as {@code StatelessRandomUniformFullInt} of int64 and uint64. */
    public static void fill(Philox start, long[] out, int offset, int count, Parallel parallel) {
        run(start, count, 2, parallel, (bits, first, n) -> {
            for (int i = 0, at = offset + first; i < n; i++) {
                out[at + i] = join(bits[2 * i], bits[2 * i + 1]);
            }
        });
    }

    /** A real in [0, 1) of two samples: the low 20 bits of the first and all of the second. */
    static double real(int upper, int lower) {
        return ((upper & 0xFFFFFL) << 32 | lower & 0xFFFFFFFFL) * 0x1p-52;
    }

    private static long join(int lower, int upper) {
        return lower & 0xFFFFFFFFL | (long) upper << 32;
    }

    /** Turns samples into elements {@code first … first + count - 1}. */
    @FunctionalInterface
    private interface Converter {
        void convert(int[] bits, int first, int count);
    }

    private static void run(Philox start, int count, int perBlock, Parallel parallel, Converter converter) {
        int batch = BATCH * perBlock;
        Ranges.run(count, parallel, (first, n) -> {
            Philox philox = start.copy(first / perBlock);
            int[] bits = new int[Philox.BLOCK * Math.min(BATCH, Ranges.groups(n, perBlock))];
            for (int done = 0; done < n; done += batch) {
                int some = Math.min(batch, n - done);
                philox.fill(bits, 0, Ranges.groups(some, perBlock));
                converter.convert(bits, first + done, some);
            }
        });
    }
}
