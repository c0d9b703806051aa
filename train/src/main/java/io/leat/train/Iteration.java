package io.leat.train;

import io.leat.tensor.Tensor;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One pass over a {@link Dataset}. Closes itself at the end; close it when stopping before. Used by one thread. */
public final class Iteration implements Iterator<List<Tensor>>, AutoCloseable {
    private final Cursor cursor;
    private @Nullable List<Tensor> next;
    private boolean ended;

    Iteration(Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = cursor.next();
            if (next == null) {
                close();
            }
        }
        return next != null;
    }

    @Override
    public List<Tensor> next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the dataset has ended");
        }
        List<Tensor> element = java.util.Objects.requireNonNull(next);
        next = null;
        return element;
    }

    @Override
    public void close() {
        next = null;
        if (!ended) {
            ended = true;
            cursor.close();
        }
    }
}
