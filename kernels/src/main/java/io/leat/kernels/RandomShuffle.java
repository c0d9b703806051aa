package io.leat.kernels;

/** The random order of rows that TensorFlow's {@code RandomShuffle} gives. */
public final class RandomShuffle {
    private RandomShuffle() {}

    /**
     * Writes a permutation of {@code 0 … count - 1} from {@code out[offset]} on: row {@code i} of the shuffled tensor is
     * row {@code out[offset + i]} of the input. Uses {@code count - 1} samples of {@code start}, which does not move;
     * {@link GuardedPhilox#reserveSamples} reserves them. Tensors of fewer than two rows reserve none.
     */
    public static void permutation(Philox start, int[] out, int offset, int count) {
        for (int i = 0; i < count; i++) {
            out[offset + i] = i;
        }
        PhiloxSamples samples = new PhiloxSamples(start, 0);
        for (int i = 0; i < count - 1; i++) {
            int other = i + Integer.remainderUnsigned(samples.next(), count - i);
            int row = out[offset + i];
            out[offset + i] = out[offset + other];
            out[offset + other] = row;
        }
    }
}
