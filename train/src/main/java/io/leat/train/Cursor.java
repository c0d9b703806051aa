package io.leat.train;

import io.leat.tensor.Tensor;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A place in a {@link Dataset}. Used by one thread at a time. */
public interface Cursor extends AutoCloseable {
    /** The next element, or null at the end; after the end always null. */
    @Nullable
    List<Tensor> next();

    /** Lets go of what it holds; {@link #next} is not called afterwards. */
    @Override
    default void close() {}

    /** A cursor whose elements are those of {@code from}, one by one changed. */
    static Cursor map(Cursor from, UnaryOperator<List<Tensor>> f) {
        return new Derived(from) {
            @Override
            public @Nullable List<Tensor> next() {
                List<Tensor> element = from.next();
                return element == null ? null : f.apply(element);
            }
        };
    }

    /** A cursor without the elements that fail the test. */
    static Cursor filter(Cursor from, Predicate<List<Tensor>> test) {
        return new Derived(from) {
            @Override
            public @Nullable List<Tensor> next() {
                List<Tensor> element = from.next();
                while (element != null && !test.test(element)) {
                    element = from.next();
                }
                return element;
            }
        };
    }

    /** A cursor of at most {@code n} elements. */
    static Cursor take(Cursor from, long n) {
        return new Derived(from) {
            private long left = n;

            @Override
            public @Nullable List<Tensor> next() {
                return left-- > 0 ? from.next() : null;
            }
        };
    }

    /** A cursor that begins after {@code n} elements. */
    static Cursor skip(Cursor from, long n) {
        return new Derived(from) {
            private long left = n;

            @Override
            public @Nullable List<Tensor> next() {
                while (left > 0) {
                    left = from.next() == null ? 0 : left - 1;
                }
                return from.next();
            }
        };
    }

    /** A cursor that closes the one it reads. */
    abstract class Derived implements Cursor {
        private final Cursor from;

        Derived(Cursor from) {
            this.from = from;
        }

        @Override
        public void close() {
            from.close();
        }
    }
}
