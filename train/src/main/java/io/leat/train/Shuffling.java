package io.leat.train;

import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws each element at random from a buffer of the next ones. */
final class Shuffling extends Cursor.Derived {
    private final Cursor from;
    private final int bufferSize;
    private final SplittableRandom random;
    private final List<List<Tensor>> buffer = new ArrayList<>();
    private boolean ended;

    Shuffling(Cursor from, int bufferSize, long seed, long epoch) {
        super(from);
        this.from = from;
        this.bufferSize = bufferSize;
        this.random = random(seed, epoch);
    }

    @Override
    public @Nullable List<Tensor> next() {
        while (!ended && buffer.size() < bufferSize) {
            List<Tensor> element = from.next();
            if (element == null) {
                ended = true;
            } else {
                buffer.add(element);
            }
        }
        if (buffer.isEmpty()) {
            return null;
        }
        int i = random.nextInt(buffer.size());
        List<Tensor> last = buffer.removeLast();
        return i == buffer.size() ? last : buffer.set(i, last);
    }

    /** The numbers below {@code n} in an order drawn from seed and epoch (Fisher and Yates). */
    static int[] permutation(int n, long seed, long epoch) {
        SplittableRandom random = random(seed, epoch);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static SplittableRandom random(long seed, long epoch) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() + 0x9e3779b97f4a7c15L * epoch);
    }
}
