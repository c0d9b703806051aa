package io.leat.tensor;

import io.leat.tensor.raw.Raw;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tensors of Java arrays of arrays. */
final class NestedArrays {
    private final long[] dims;
    private final Object values;
    private int filled;

    private NestedArrays(long[] dims, Object values) {
        this.dims = dims;
        this.values = values;
    }

    static Tensor tensor(Object[] nested) {
        Class<?> leaf = nested.getClass();
        int rank = 0;
        while (leaf.isArray()) {
            leaf = leaf.getComponentType();
            rank++;
        }
        DType dtype = dtype(leaf);
        Shape shape = Shape.of(dims(nested, rank));
        var copy = new NestedArrays(shape.dims(), dtype.newArray(shape.size()));
        copy.append(nested, new int[0]);
        return Raw.wrap(dtype, shape, copy.values);
    }

    private static DType dtype(Class<?> leaf) {
        if (leaf == float.class) {
            return DType.FLOAT32;
        } else if (leaf == double.class) {
            return DType.FLOAT64;
        } else if (leaf == int.class) {
            return DType.INT32;
        } else if (leaf == long.class) {
            return DType.INT64;
        } else if (leaf == short.class) {
            return DType.INT16;
        } else if (leaf == boolean.class) {
            return DType.BOOL;
        } else if (leaf == String.class) {
            return DType.STRING;
        } else if (leaf == byte.class) {
            throw new InvalidArgumentException("nested byte arrays may be int8, uint8 or string: use Tensors.int8, "
                    + "Tensors.uint8 or Tensors.strings with a shape");
        }
        throw new InvalidArgumentException("no dtype for an array of " + leaf.getName());
    }

    /** The sizes along the first elements; 0 below an empty array. */
    private static long[] dims(Object[] nested, int rank) {
        long[] dims = new long[rank];
        Object level = nested;
        for (int d = 0; d < rank && level != null; d++) {
            dims[d] = Array.getLength(level);
            level = d + 1 < rank && dims[d] > 0 ? Array.get(level, 0) : null;
        }
        return dims;
    }

    private void append(@Nullable Object part, int[] path) {
        int depth = path.length;
        if (part == null) {
            throw new InvalidArgumentException("the array at " + Arrays.toString(path) + " is null");
        }
        int length = Array.getLength(part);
        if (length != dims[depth]) {
            throw new InvalidArgumentException("the arrays are ragged: that at " + Arrays.toString(path)
                    + " has length " + length + ", the first one " + dims[depth]);
        }
        if (depth == dims.length - 1) {
            appendLeaf(part, path);
            return;
        }
        for (int i = 0; i < length; i++) {
            int[] inner = Arrays.copyOf(path, depth + 1);
            inner[depth] = i;
            append(Array.get(part, i), inner);
        }
    }

    private void appendLeaf(Object part, int[] path) {
        int length = Array.getLength(part);
        switch (part) {
            case String[] strings -> {
                for (int i = 0; i < length; i++) {
                    if (strings[i] == null) {
                        throw new InvalidArgumentException("string " + i + " at " + Arrays.toString(path) + " is null");
                    }
                    ((byte[][]) values)[filled + i] = strings[i].getBytes(StandardCharsets.UTF_8);
                }
            }
            case boolean[] booleans -> {
                for (int i = 0; i < length; i++) {
                    ((byte[]) values)[filled + i] = (byte) (booleans[i] ? 1 : 0);
                }
            }
            default -> System.arraycopy(part, 0, values, filled, length);
        }
        filled += length;
    }
}
