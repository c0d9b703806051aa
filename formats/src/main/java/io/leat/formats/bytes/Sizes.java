package io.leat.formats.bytes;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.ResourceExhaustedException;
import io.leat.tensor.Shape;

/** Checks sizes that a file claims before memory is allocated for them. */
public final class Sizes {
    /** TensorFlow's limit on the number of dimensions. */
    public static final int MAX_RANK = 254;

    private static final long MAX_ARRAY = Integer.MAX_VALUE - 8L;

    private Sizes() {}

    /**
     * The number of elements of a fully known shape.
     *
     * @param what the thing of that shape, for messages
     * @throws InvalidArgumentException if the shape is not fully known, or the product of its dimensions is no long
     */
    public static long elements(Shape shape, String what) {
        if (!shape.isFullyKnown()) {
            throw new InvalidArgumentException(what + " has the shape " + shape + ", which is not fully known");
        }
        long n = 1;
        for (long d : shape.dims()) {
            if (d != 0 && Math.multiplyHigh(n, d) != 0 || n * d < 0) {
                throw new InvalidArgumentException(what + " has the shape " + shape + ", which has too many elements");
            }
            n *= d;
        }
        return n;
    }

    /**
     * A new array for a tensor.
     *
     * @throws InvalidArgumentException as {@link #elements}
     * @throws ResourceExhaustedException if an array cannot be that long or the heap has no room for it
     */
    public static Object newArray(DType dtype, Shape shape, String what) {
        long lanes = elements(shape, what) * dtype.lanes();
        int width = dtype.bytes() == 0 ? 8 : dtype.bytes() / dtype.lanes();
        if (lanes < 0
                || lanes > MAX_ARRAY
                || lanes * width > Runtime.getRuntime().maxMemory()) {
            throw tooLarge(dtype, shape, what, null);
        }
        try {
            return dtype.newArray(lanes / dtype.lanes());
        } catch (OutOfMemoryError e) {
            throw tooLarge(dtype, shape, what, e);
        }
    }

    private static ResourceExhaustedException tooLarge(
            DType dtype, Shape shape, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new ResourceExhaustedException(
                "no memory for " + what + ", " + dtype.signatureName() + " " + shape, null, cause);
    }
}
