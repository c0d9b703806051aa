package io.leat.ops.lookup;

import io.leat.tensor.AbortedException;
import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table from scalar keys to tensors of one shape, shared by the runs of a session. One that is not mutable is filled
 * once. Entries keep the order in which they came. Thread-safe.
 */
final class LookupTable {
    /** A string as a key. */
    private record Text(byte[] bytes) {
        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Text t && Arrays.equals(bytes, t.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    private final DType keyType;
    private final DType valueType;
    private final Shape valueShape;
    private final boolean mutable;
    private Map<Object, Tensor> entries = new LinkedHashMap<>();
    private boolean initialized;

    LookupTable(DType keyType, DType valueType, Shape valueShape, boolean mutable) {
        this.keyType = keyType;
        this.valueType = valueType;
        this.valueShape = valueShape;
        this.mutable = mutable;
        this.initialized = mutable;
    }

    DType keyType() {
        return keyType;
    }

    DType valueType() {
        return valueType;
    }

    /** @throws InvalidArgumentException if the table is for other dtypes */
    void require(DType key, DType value, String name) {
        if (keyType != key || valueType != value) {
            throw new InvalidArgumentException("Conflicting key/value dtypes " + key.signatureName() + "->"
                    + value.signatureName() + " with " + keyType.signatureName() + "->" + valueType.signatureName()
                    + " for table " + name);
        }
    }

    private void requireKey(DType key) {
        if (key != keyType) {
            throw new InvalidArgumentException(
                    "Key must be type " + keyType.signatureName() + " but got " + key.signatureName());
        }
    }

    private void requireTypes(DType key, DType value) {
        requireKey(key);
        if (value != valueType) {
            throw new InvalidArgumentException(
                    "Value must be type " + valueType.signatureName() + " but got " + value.signatureName());
        }
    }

    private void requireEntries(Tensor keys, Tensor values) {
        requireTypes(keys.dtype(), values.dtype());
        Shape wanted = keys.shape().concat(valueShape);
        if (!values.shape().equals(wanted)) {
            throw new InvalidArgumentException("Expected shape " + wanted + " for value, got " + values.shape());
        }
    }

    private static Object key(Elements keys, int i) {
        return keys.dtype() == DType.STRING ? new Text(keys.string(i)) : (Object) keys.integer(i);
    }

    private Tensor value(Elements values, int i) {
        Elements one = Elements.allocate(valueType, valueShape);
        values.copyRange(i * one.size(), one, 0, one.size());
        return one.tensor();
    }

    synchronized long size() {
        return initialized ? entries.size() : 0;
    }

    /** For each key its value, or the default: one for all, or one for each. */
    synchronized Tensor find(Tensor keys, Tensor defaults) {
        requireTypes(keys.dtype(), defaults.dtype());
        Shape shape = keys.shape().concat(valueShape);
        boolean single = defaults.shape().equals(valueShape);
        if (!single && !defaults.shape().equals(shape)) {
            throw new InvalidArgumentException(
                    "Expected shape " + valueShape + " or " + shape + " for default value, got " + defaults.shape());
        }
        if (!initialized) {
            throw new FailedPreconditionException("Table not initialized.");
        }
        Elements k = Elements.of(keys);
        Elements otherwise = Elements.of(defaults);
        Elements found = Elements.allocate(valueType, shape);
        int size = Math.toIntExact(valueShape.size());
        for (int i = 0; i < k.size(); i++) {
            Tensor value = entries.get(key(k, i));
            if (value != null) {
                Elements.of(value).copyRange(0, found, i * size, size);
            } else {
                otherwise.copyRange(single ? 0 : i * size, found, i * size, size);
            }
        }
        return found.tensor();
    }

    /**
     * Fills a table that is filled once, with a key vector and a value vector. A second time nothing happens if there are
     * as many entries as the first time.
     *
     * @throws FailedPreconditionException if a key has two values, or the table has other entries already
     */
    synchronized void initialize(Tensor keys, Tensor values) {
        if (mutable) {
            throw new InvalidArgumentException("Table initializer does not support a mutable table");
        }
        requireTypes(keys.dtype(), values.dtype());
        if (keys.size() != values.size()) {
            throw new InvalidArgumentException(
                    "Keys and values must have the same size " + keys.size() + " vs " + values.size());
        }
        if (initialized) {
            if (keys.size() != entries.size()) {
                throw new FailedPreconditionException("Table was already initialized with different data.");
            }
            return;
        }
        Elements k = Elements.of(keys);
        Elements v = Elements.of(values);
        Map<Object, Tensor> all = LinkedHashMap.newLinkedHashMap(k.size());
        for (int i = 0; i < k.size(); i++) {
            Tensor value = value(v, i);
            Tensor before = all.putIfAbsent(key(k, i), value);
            if (before != null && !before.contentEquals(value)) {
                throw new FailedPreconditionException("HashTable has different value for same key. Key number " + i
                        + " has " + before + " and trying to add value " + value);
            }
        }
        entries = all;
        initialized = true;
    }

    private void requireMutable(String what) {
        if (!mutable) {
            throw new UnimplementedException(what + " not supported by InitializableLookupTable implementations");
        }
    }

    /** Sets values of keys. */
    synchronized void insert(Tensor keys, Tensor values) {
        requireEntries(keys, values);
        requireMutable("Insert");
        Elements k = Elements.of(keys);
        Elements v = Elements.of(values);
        for (int i = 0; i < k.size(); i++) {
            entries.put(key(k, i), value(v, i));
        }
    }

    /** Takes keys away, where they are. */
    synchronized void remove(Tensor keys) {
        requireKey(keys.dtype());
        requireMutable("Remove");
        Elements k = Elements.of(keys);
        for (int i = 0; i < k.size(); i++) {
            entries.remove(key(k, i));
        }
    }

    /** Makes these all the entries; fills a table that is filled once. */
    synchronized void replace(Tensor keys, Tensor values) {
        if (!mutable) {
            initialize(keys, values);
            return;
        }
        requireEntries(keys, values);
        entries = new LinkedHashMap<>();
        insert(keys, values);
    }

    /** All keys as a vector, and their values. */
    synchronized Tensor[] export() {
        if (!initialized) {
            throw new AbortedException("HashTable is not initialized.");
        }
        int n = entries.size();
        Elements keys = Elements.allocate(keyType, Shape.of(n));
        Elements values = Elements.allocate(valueType, Shape.of(n).concat(valueShape));
        int size = Math.toIntExact(valueShape.size());
        int i = 0;
        for (Map.Entry<Object, Tensor> e : entries.entrySet()) {
            if (e.getKey() instanceof Text t) {
                keys.setString(i, t.bytes());
            } else {
                keys.setInteger(i, (Long) e.getKey());
            }
            Elements.of(e.getValue()).copyRange(0, values, i * size, size);
            i++;
        }
        return new Tensor[] {keys.tensor(), values.tensor()};
    }
}
