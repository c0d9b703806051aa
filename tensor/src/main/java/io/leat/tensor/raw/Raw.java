package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/**
 * The primitive arrays behind tensors, without copies; for Leat's own modules only.
 *
 * <p>The array of a tensor has exactly {@code shape.size() * dtype.lanes()} elements, in row-major order. Whoever reads
 * an array must not write to it, except the one who made it and has not yet handed out the tensor, and the memory plan,
 * which knows who reads when.
 */
public final class Raw {
    /** What only {@link Tensor} can do. */
    public interface Access {
        Object array(Tensor t);

        Tensor wrap(DType dtype, Shape shape, Object array);
    }

    private static volatile Access access = new Access() {
        @Override
        public Object array(Tensor t) {
            throw new IllegalStateException("Tensor is not initialised");
        }

        @Override
        public Tensor wrap(DType dtype, Shape shape, Object array) {
            Tensor.scalar(0f); // initialises Tensor, which installs the real access
            return access.wrap(dtype, shape, array);
        }
    };

    private Raw() {}

    /** Called once, by {@link Tensor}. */
    public static void install(Access real) {
        access = real;
    }

    /**
     * A tensor over {@code array}, which is neither copied nor checked beyond its kind and length.
     *
     * @throws InvalidArgumentException if {@code array} is not of the kind that {@code dtype} is kept in, or does not
     *     have exactly the elements that the fully known {@code shape} asks for
     */
    public static Tensor wrap(DType dtype, Shape shape, Object array) {
        return access.wrap(dtype, shape, array);
    }

    /**
     * A tensor of zeros (of empty strings, of nulls for handles) whose array the caller may fill before handing it out.
     */
    public static Tensor allocate(DType dtype, Shape shape) {
        return wrap(dtype, shape, dtype.newArray(shape.requireFullyKnown().size()));
    }

    public static Object array(Tensor t) {
        return access.array(t);
    }

    public static float[] floats(Tensor t) {
        return (float[]) access.array(t);
    }

    public static double[] doubles(Tensor t) {
        return (double[]) access.array(t);
    }

    public static int[] ints(Tensor t) {
        return (int[]) access.array(t);
    }

    public static long[] longs(Tensor t) {
        return (long[]) access.array(t);
    }

    public static short[] shorts(Tensor t) {
        return (short[]) access.array(t);
    }

    public static byte[] bytes(Tensor t) {
        return (byte[]) access.array(t);
    }

    /** The byte strings of a {@link DType#STRING} tensor. */
    public static byte[][] strings(Tensor t) {
        return (byte[][]) access.array(t);
    }

    /** The handles of a {@link DType#RESOURCE} or {@link DType#VARIANT} tensor. */
    public static Object[] objects(Tensor t) {
        return (Object[]) access.array(t);
    }
}
