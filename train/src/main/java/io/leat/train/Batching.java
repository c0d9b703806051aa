package io.leat.train;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stacks elements along a new first dimension. */
final class Batching extends Cursor.Derived {
    private final Cursor from;
    private final int size;
    private final boolean dropRemainder;

    Batching(Cursor from, int size, boolean dropRemainder) {
        super(from);
        this.from = from;
        this.size = size;
        this.dropRemainder = dropRemainder;
    }

    @Override
    public @Nullable List<Tensor> next() {
        List<List<Tensor>> elements = new ArrayList<>();
        while (elements.size() < size) {
            List<Tensor> element = from.next();
            if (element == null) {
                break;
            }
            elements.add(element);
        }
        if (elements.isEmpty() || dropRemainder && elements.size() < size) {
            return null;
        }
        List<Tensor> batch = new ArrayList<>();
        for (int i = 0; i < elements.getFirst().size(); i++) {
            int component = i;
            batch.add(stack(elements.stream().map(e -> e.get(component)).toList()));
        }
        return List.copyOf(batch);
    }

    private static Tensor stack(List<Tensor> parts) {
        Tensor first = parts.getFirst();
        Shape shape = Shape.of(parts.size()).concat(first.shape());
        Object array = first.dtype().newArray(shape.size());
        int n = Math.toIntExact(first.size() * first.dtype().lanes());
        for (int i = 0; i < parts.size(); i++) {
            Tensor part = parts.get(i);
            if (part.dtype() != first.dtype() || !part.shape().equals(first.shape())) {
                throw new InvalidArgumentException("Cannot batch tensors with different shapes or dtypes. First element"
                        + " had " + first.dtype().signatureName() + first.shape() + " and element " + i + " had "
                        + part.dtype().signatureName() + part.shape() + ".");
            }
            System.arraycopy(Raw.array(part), 0, array, i * n, n);
        }
        return Raw.wrap(first.dtype(), shape, array);
    }
}
