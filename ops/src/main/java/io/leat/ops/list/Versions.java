package io.leat.ops.list;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list. A change gives another list and takes constant time when it starts from the newest one: both share
 * an array that holds the newest elements, and each older list knows in what the next one differs. Who reads an older
 * list copies the array, once. Thread-safe.
 */
final class Versions<T> {
    /** The array with the elements of the newest version; guards all versions that share it. */
    private static final class Shared {
        @Nullable
        Object[] items;

        Shared(@Nullable Object[] items) {
            this.items = items;
        }
    }

    /** One version, and what it had where the next one has something else. */
    private static final class Version {
        final Shared shared;
        int changed;

        @Nullable
        Object old;

        @Nullable
        Version next;

        Version(Shared shared) {
            this.shared = shared;
        }
    }

    private final int size;
    private volatile Version version;

    private Versions(Version version, int size) {
        this.version = version;
        this.size = size;
    }

    /** A list of {@code size} elements that are all null. */
    static <T> Versions<T> ofNulls(int size) {
        return owning(new Object[size], size);
    }

    /** A list of these elements; the array is not used otherwise any more. */
    static <T> Versions<T> of(@Nullable T[] items) {
        return owning(items, items.length);
    }

    private static <T> Versions<T> owning(@Nullable Object[] items, int size) {
        return new Versions<>(new Version(new Shared(Arrays.copyOf(items, items.length, Object[].class))), size);
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only T is ever put in
    @Nullable
    T at(int i) {
        java.util.Objects.checkIndex(i, size);
        Version v = version;
        synchronized (v.shared) {
            if (v.next == null) {
                return (T) v.shared.items[i];
            }
            Version own = new Version(new Shared(items(v)));
            version = own;
            return (T) own.shared.items[i];
        }
    }

    /** A copy of the elements of a version whose lock is held. */
    private @Nullable Object[] items(Version v) {
        @Nullable Object[] items = Arrays.copyOf(v.shared.items, size);
        Deque<Version> later = new ArrayDeque<>();
        for (Version w = v; w.next != null; w = w.next) {
            later.push(w);
        }
        for (Version w : later) {
            if (w.changed < size) {
                items[w.changed] = w.old;
            }
        }
        return items;
    }

    /** The list with another element {@code i}. */
    Versions<T> with(int i, @Nullable T item) {
        java.util.Objects.checkIndex(i, size);
        return change(i, item, size);
    }

    /** The list with one more element. */
    Versions<T> push(T item) {
        return change(size, item, Math.addExact(size, 1));
    }

    /** The list without its last element. */
    Versions<T> pop() {
        return change(size - 1, null, size - 1);
    }

    private Versions<T> change(int i, @Nullable T item, int newSize) {
        Version v = version;
        synchronized (v.shared) {
            if (v.next != null) {
                @Nullable Object[] copy = Arrays.copyOf(items(v), Math.max(size, newSize));
                copy[i] = item;
                return new Versions<>(new Version(new Shared(copy)), newSize);
            }
            Shared s = v.shared;
            if (i >= s.items.length) {
                s.items = Arrays.copyOf(s.items, Math.max(8, i + (i >> 1) + 1));
            }
            Version w = new Version(s);
            v.changed = i;
            v.old = s.items[i];
            v.next = w;
            s.items[i] = item;
            return new Versions<>(w, newSize);
        }
    }

    /** The list cut, or filled with nulls, to that size. */
    Versions<T> resized(int newSize) {
        @Nullable Object[] items;
        Version v = version;
        synchronized (v.shared) {
            items = items(v);
        }
        return new Versions<>(new Version(new Shared(Arrays.copyOf(items, newSize))), newSize);
    }
}
