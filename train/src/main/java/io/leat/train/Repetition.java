package io.leat.train;

import io.leat.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One epoch of a source after the other. */
final class Repetition implements Cursor {
    private final Dataset.Source source;
    private long epoch;
    private int left;
    private @Nullable Cursor current;

    /**
     * @param first the first epoch
     * @param times how many, or -1 for no end; a source without elements ends either way
     */
    Repetition(Dataset.Source source, long first, int times) {
        this.source = source;
        this.epoch = first;
        this.left = times;
    }

    @Override
    public @Nullable List<Tensor> next() {
        while (true) {
            boolean fresh = current == null;
            if (fresh) {
                if (left == 0) {
                    return null;
                }
                left = left < 0 ? left : left - 1;
                current = source.open(epoch++);
            }
            Cursor c = java.util.Objects.requireNonNull(current);
            List<Tensor> element = c.next();
            if (element != null) {
                return element;
            }
            close();
            if (fresh) {
                left = 0;
            }
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
