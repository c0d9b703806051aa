package io.leat.kernels;

/**
 * Normal random numbers of mean 0 and deviation 1, equal to those of TensorFlow's CPU kernels on Linux for the same
 * stream: {@code RandomStandardNormal}, {@code TruncatedNormal} and their stateless forms. Floats and halves have the
 * same bits; doubles differ by at most a few units in the last place, as the C library's logarithm and sine of doubles
 * are not those of Java.
 *
 * <p>A truncated number is the next one of the stream within (-2, 2). Each group of outputs (four, or two doubles) has a
 * stretch of {@link GuardedPhilox#BLOCKS_PER_OUTPUT} samples per output for itself, so that the groups can be made in any
 * order.
 *
 * <p>Each method writes {@code count} elements from {@code out[offset]} on and does not move {@code start}.
 */
public final class RandomNormal {
    private static final int BATCH = 256;
    private static final double BOUND = 2;

    private RandomNormal() {}

    /** Normal numbers. */
    public static void fill(Philox start, float[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> normals(start, first, out, offset + first, n));
    }

    /** Normal numbers. */
    public static void fill(Philox start, double[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> normals(start, first, out, offset + first, n));
    }

    /** The binary16 bits of normal floats, rounded. */
    public static void fillFloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> {
            float[] values = new float[n];
            normals(start, first, values, 0, n);
            toFloat16(values, out, offset + first);
        });
    }

    /** The bfloat16 bits of normal floats, rounded. */
    public static void fillBfloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> {
            float[] values = new float[n];
            normals(start, first, values, 0, n);
            toBfloat16(values, out, offset + first);
        });
    }

    /** Normal numbers of a magnitude below 2. */
    public static void fillTruncated(Philox start, float[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> truncated(start, first, out, offset + first, n));
    }

    /** Normal numbers of a magnitude below 2. */
    public static void fillTruncated(Philox start, double[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> truncated(start, first, out, offset + first, n));
    }

    /** The binary16 bits of normal floats of a magnitude below 2, rounded. */
    public static void fillTruncatedFloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> {
            float[] values = new float[n];
            truncated(start, first, values, 0, n);
            toFloat16(values, out, offset + first);
        });
    }

    /** The bfloat16 bits of normal floats of a magnitude below 2, rounded. */
    public static void fillTruncatedBfloat16(Philox start, short[] out, int offset, int count, Parallel parallel) {
        Ranges.run(count, parallel, (first, n) -> {
            float[] values = new float[n];
            truncated(start, first, values, 0, n);
            toBfloat16(values, out, offset + first);
        });
    }

    private static void normals(Philox start, int first, float[] out, int offset, int count) {
        Philox philox = start.copy(first / 4);
        int[] bits = new int[4 * Math.min(BATCH, Ranges.groups(count, 4))];
        int whole = count / 4 * 4;
        for (int done = 0; done < whole; done += 4 * BATCH) {
            int some = Math.min(4 * BATCH, whole - done);
            philox.fill(bits, 0, some / 4);
            for (int i = 0; i < some; i += 2) {
                BoxMuller.pair(bits[i], bits[i + 1], out, offset + done + i);
            }
        }
        if (whole < count) {
            float[] last = new float[4];
            philox.fill(bits, 0, 1);
            BoxMuller.pair(bits[0], bits[1], last, 0);
            BoxMuller.pair(bits[2], bits[3], last, 2);
            System.arraycopy(last, 0, out, offset + whole, count - whole);
        }
    }

    private static void normals(Philox start, int first, double[] out, int offset, int count) {
        Philox philox = start.copy(first / 2);
        int[] bits = new int[4];
        int whole = count / 2 * 2;
        for (int i = 0; i < whole; i += 2) {
            philox.fill(bits, 0, 1);
            BoxMuller.pair(bits[0], bits[1], bits[2], bits[3], out, offset + i);
        }
        if (whole < count) {
            double[] last = new double[2];
            philox.fill(bits, 0, 1);
            BoxMuller.pair(bits[0], bits[1], bits[2], bits[3], last, 0);
            out[offset + whole] = last[0];
        }
    }

    private static void truncated(Philox start, int first, float[] out, int offset, int count) {
        int[] bits = new int[4];
        float[] pair = new float[2];
        for (int group = 0; group < count; group += 4) {
            Philox philox = start.copy((first + group) * (long) (GuardedPhilox.BLOCKS_PER_OUTPUT / 4));
            int end = Math.min(group + 4, count);
            int at = group;
            while (at < end) {
                philox.fill(bits, 0, 1);
                for (int i = 0; i < 4; i += 2) {
                    BoxMuller.pair(bits[i], bits[i + 1], pair, 0);
                    if (at < end && Math.abs(pair[0]) < BOUND) {
                        out[offset + at++] = pair[0];
                    }
                    if (at < end && Math.abs(pair[1]) < BOUND) {
                        out[offset + at++] = pair[1];
                    }
                }
            }
        }
    }

    private static void truncated(Philox start, int first, double[] out, int offset, int count) {
        int[] bits = new int[4];
        double[] pair = new double[2];
        for (int group = 0; group < count; group += 2) {
            Philox philox = start.copy((first + group) * (long) (GuardedPhilox.BLOCKS_PER_OUTPUT / 4));
            int end = Math.min(group + 2, count);
            int at = group;
            while (at < end) {
                philox.fill(bits, 0, 1);
                BoxMuller.pair(bits[0], bits[1], bits[2], bits[3], pair, 0);
                if (Math.abs(pair[0]) < BOUND) {
                    out[offset + at++] = pair[0];
                }
                if (at < end && Math.abs(pair[1]) < BOUND) {
                    out[offset + at++] = pair[1];
                }
            }
        }
    }

    private static void toFloat16(float[] values, short[] out, int offset) {
        for (int i = 0; i < values.length; i++) {
            out[offset + i] = Float.floatToFloat16(values[i]);
        }
    }

    private static void toBfloat16(float[] values, short[] out, int offset) {
        for (int i = 0; i < values.length; i++) {
            out[offset + i] = Ranges.bfloat16(values[i]);
        }
    }
}
