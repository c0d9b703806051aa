package io.leat.ops.data;

import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.ops.data.TupleDataset.Recipe;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The passes over datasets that are made of others. */
final class Passes {
    private Passes() {}

    /** The rows of tensors whose first dimensions are equal. */
    static Iteration rows(Tensor[] components, long n) {
        var at = new AtomicLong();
        return run -> {
            long i = at.getAndIncrement();
            if (i >= n) {
                return null;
            }
            Tensor[] row = new Tensor[components.length];
            for (int k = 0; k < row.length; k++) {
                Elements y = Elements.allocate(
                        components[k].dtype(), components[k].shape().from(1));
                Elements.of(components[k]).copyRange((int) i * y.size(), y, 0, y.size());
                row[k] = y.tensor();
            }
            return row;
        };
    }

    /** The elements of a list. */
    static Iteration list(List<Tensor[]> elements) {
        var left = elements.iterator();
        return run -> left.hasNext() ? left.next() : null;
    }

    /** {@code count} elements of another one at most; -1 stands for all. */
    static Iteration take(Iteration from, long count) {
        var taken = new AtomicLong();
        return run -> count < 0 || taken.getAndIncrement() < count ? from.next(run) : null;
    }

    /** All but the first {@code count} elements; -1 skips all of them. */
    static Iteration skip(Iteration from, long count) {
        var skipped = new AtomicLong();
        return run -> {
            while (count < 0 || skipped.get() < count) {
                if (from.next(run) == null) {
                    return null;
                }
                skipped.incrementAndGet();
                run.checkCancelled();
            }
            return from.next(run);
        };
    }

    /** {@code count} passes one after another; -1 stands for endlessly many, of which an empty one is the last. */
    static Iteration repeat(Recipe recipe, long count) {
        return new Iteration() {
            private @Nullable Iteration pass;
            private long started;

            @Override
            public Tensor @Nullable [] next(io.leat.ir.RunContext run) {
                while (true) {
                    boolean fresh = pass == null;
                    if (fresh) {
                        if (count >= 0 && started >= count) {
                            return null;
                        }
                        started++;
                        pass = recipe.start();
                    }
                    Tensor[] element = java.util.Objects.requireNonNull(pass).next(run);
                    if (element != null) {
                        return element;
                    }
                    pass = null;
                    if (fresh && count < 0) {
                        return null;
                    }
                    run.checkCancelled();
                }
            }
        };
    }

    /** One dataset after the other. */
    static Iteration concatenate(Iteration first, Recipe second) {
        return new Iteration() {
            private Iteration pass = first;
            private boolean last;

            @Override
            public Tensor @Nullable [] next(io.leat.ir.RunContext run) {
                Tensor[] element = pass.next(run);
                if (element == null && !last) {
                    last = true;
                    pass = second.start();
                    return pass.next(run);
                }
                return element;
            }
        };
    }

    /** The elements of several datasets side by side, up to the end of the shortest. */
    static Iteration zip(List<Iteration> parts) {
        return run -> {
            List<Tensor> all = new ArrayList<>();
            for (Iteration p : parts) {
                Tensor[] element = p.next(run);
                if (element == null) {
                    return null;
                }
                all.addAll(List.of(element));
            }
            return all.toArray(new Tensor[0]);
        };
    }

    /** {@code size} elements each along a new first dimension; the last ones may be fewer unless they are dropped. */
    static Iteration batch(Iteration from, long size, boolean dropRemainder) {
        return run -> {
            List<Tensor[]> elements = new ArrayList<>();
            while (elements.size() < size) {
                Tensor[] element = from.next(run);
                if (element == null) {
                    break;
                }
                elements.add(element);
            }
            if (elements.isEmpty() || dropRemainder && elements.size() < size) {
                return null;
            }
            Tensor[] batch = new Tensor[elements.getFirst().length];
            for (int k = 0; k < batch.length; k++) {
                batch[k] = stacked(elements, k);
            }
            return batch;
        };
    }

    private static Tensor stacked(List<Tensor[]> elements, int component) {
        Tensor first = elements.getFirst()[component];
        Elements y = Elements.allocate(first.dtype(), Shape.of(elements.size()).concat(first.shape()));
        for (int i = 0; i < elements.size(); i++) {
            Tensor t = elements.get(i)[component];
            if (!t.shape().equals(first.shape())) {
                throw new InvalidArgumentException(
                        "Cannot batch tensors with different shapes in component " + component
                                + ". First element had shape " + first.shape() + " and element " + i + " had shape "
                                + t.shape() + ".");
            }
            Elements x = Elements.of(t);
            x.copyRange(0, y, i * x.size(), x.size());
        }
        return y.tensor();
    }
}
