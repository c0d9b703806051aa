package io.leat.formats.bytes;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;

/** Copies between the primitive arrays of tensors and byte buffers, in the buffer's byte order. */
public final class ElementBytes {
    private ElementBytes() {}

    /** Fills {@code array[from, from + count)} from {@code source}, whose position advances. */
    public static void get(ByteBuffer source, Object array, int from, int count) {
        int width = width(array);
        ByteBuffer s = source.slice(source.position(), count * width).order(source.order());
        switch (array) {
            case byte[] a -> s.get(a, from, count);
            case short[] a -> s.asShortBuffer().get(a, from, count);
            case int[] a -> s.asIntBuffer().get(a, from, count);
            case long[] a -> s.asLongBuffer().get(a, from, count);
            case float[] a -> s.asFloatBuffer().get(a, from, count);
            case double[] a -> s.asDoubleBuffer().get(a, from, count);
            default -> throw new IllegalArgumentException(array.getClass().getName());
        }
        source.position(source.position() + count * width);
    }

    /** Appends {@code array[from, from + count)} to {@code target}, whose position advances. */
    public static void put(ByteBuffer target, Object array, int from, int count) {
        int width = width(array);
        ByteBuffer t = target.slice(target.position(), count * width).order(target.order());
        switch (array) {
            case byte[] a -> t.put(a, from, count);
            case short[] a -> t.asShortBuffer().put(a, from, count);
            case int[] a -> t.asIntBuffer().put(a, from, count);
            case long[] a -> t.asLongBuffer().put(a, from, count);
            case float[] a -> t.asFloatBuffer().put(a, from, count);
            case double[] a -> t.asDoubleBuffer().put(a, from, count);
            default -> throw new IllegalArgumentException(array.getClass().getName());
        }
        target.position(target.position() + count * width);
    }

    /** Bytes of one element of a primitive array. */
    public static int width(Object array) {
        return switch (array) {
            case byte[] a -> 1;
            case short[] a -> 2;
            case int[] a -> 4;
            case float[] a -> 4;
            case long[] a -> 8;
            case double[] a -> 8;
            default -> throw new IllegalArgumentException(array.getClass().getName());
        };
    }

    /** The length of a primitive array. */
    public static int length(Object array) {
        return Array.getLength(array);
    }
}
