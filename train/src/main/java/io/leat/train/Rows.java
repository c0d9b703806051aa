package io.leat.train;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Elements of a known number that can be had in any order. */
record Rows(int size, IntFunction<List<Tensor>> maker) {
    /** The rows of tensors. */
    static Rows of(List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw new InvalidArgumentException("a dataset needs a tensor");
        }
        for (Tensor t : tensors) {
            if (t.shape().rank() == 0
                    || t.shape().dim(0) != tensors.getFirst().shape().dim(0)) {
                throw new InvalidArgumentException("the tensors of a dataset must have the same first dimension: "
                        + tensors.stream().map(Tensor::shape).toList());
            }
        }
        List<Tensor> all = List.copyOf(tensors);
        return new Rows(
                Math.toIntExact(all.getFirst().shape().dim(0)),
                i -> all.stream().map(t -> row(t, i)).toList());
    }

    private static Tensor row(Tensor t, int i) {
        Shape shape = t.shape().from(1);
        int n = Math.toIntExact(shape.size());
        int lanes = t.dtype().lanes();
        Object array = t.dtype().newArray(n);
        System.arraycopy(Raw.array(t), i * n * lanes, array, 0, n * lanes);
        return Raw.wrap(t.dtype(), shape, array);
    }

    List<Tensor> element(int i) {
        return maker.apply(i);
    }

    Rows part(long from, long count) {
        int start = Math.clamp(from, 0, size);
        return new Rows(Math.clamp(count, 0, size - start), i -> maker.apply(start + i));
    }

    Cursor inOrder() {
        return inOrder(null);
    }

    /** By the indices of {@code order}, or as they are. */
    Cursor inOrder(int @Nullable [] order) {
        return new Cursor() {
            private int at;

            @Override
            public @Nullable List<Tensor> next() {
                if (at >= size) {
                    return null;
                }
                int i = at++;
                return maker.apply(order == null ? i : order[i]);
            }
        };
    }
}
