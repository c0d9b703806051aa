package io.leat.tensor;

import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;

/** Reading elements as a Java type that holds every value of their dtype exactly. */
final class Widening {
    private Widening() {}

    /** {@code t}, checked to have only values that {@code wanted} holds exactly; a uint64 counts as int64 bits. */
    static Tensor check(Tensor t, DType wanted) {
        if (!holds(wanted, t.dtype())) {
            throw new InvalidArgumentException(
                    "this tensor is " + t.dtype().signatureName() + t.shape() + ", not " + wanted.signatureName());
        }
        return t;
    }

    private static boolean holds(DType wanted, DType dtype) {
        return switch (wanted) {
            case FLOAT32 -> (dtype.isFloating() && dtype.bytes() <= 4) || (dtype.isInteger() && dtype.bytes() <= 2);
            case FLOAT64 -> dtype.isFloating() || (dtype.isInteger() && dtype.bytes() <= 4);
            case INT32 -> dtype == DType.INT32 || (dtype.isInteger() && dtype.bytes() <= 2);
            case INT64 -> dtype.isInteger();
            case COMPLEX128 -> dtype.isNumeric() && (dtype.isComplex() || holds(DType.FLOAT64, dtype));
            default -> dtype == wanted;
        };
    }

    static float[] floats(Tensor t) {
        if (check(t, DType.FLOAT32).dtype() == DType.FLOAT32) {
            return Raw.floats(t).clone();
        }
        Elements e = Elements.of(t);
        float[] values = new float[e.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) e.real(i);
        }
        return values;
    }

    static double[] doubles(Tensor t) {
        if (check(t, DType.FLOAT64).dtype() == DType.FLOAT64) {
            return Raw.doubles(t).clone();
        }
        Elements e = Elements.of(t);
        double[] values = new double[e.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = e.real(i);
        }
        return values;
    }

    static int[] ints(Tensor t) {
        if (check(t, DType.INT32).dtype() == DType.INT32) {
            return Raw.ints(t).clone();
        }
        Elements e = Elements.of(t);
        int[] values = new int[e.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int) e.integer(i);
        }
        return values;
    }

    static long[] longs(Tensor t) {
        if (check(t, DType.INT64).dtype().storage() == DType.Storage.LONG) {
            return Raw.longs(t).clone();
        }
        Elements e = Elements.of(t);
        long[] values = new long[e.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = e.integer(i);
        }
        return values;
    }

    static boolean[] booleans(Tensor t) {
        byte[] bytes = Raw.bytes(check(t, DType.BOOL));
        boolean[] values = new boolean[bytes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[i] != 0;
        }
        return values;
    }
}
