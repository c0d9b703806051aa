package io.leat.graph;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Reads small integer tensors. */
public final class Constants {
    private Constants() {}

    /** The elements in row-major order. */
    public static long[] integers(Tensor t) {
        if (!t.dtype().isInteger()) {
            throw new InvalidArgumentException(
                    "expected integers, not " + t.dtype().signatureName());
        }
        Elements e = Elements.of(t);
        long[] out = new long[Math.toIntExact(t.size())];
        for (int i = 0; i < out.length; i++) {
            out[i] = e.integer(i);
        }
        return out;
    }

    /** The elements as ints. */
    public static int[] ints(Tensor t) {
        long[] all = integers(t);
        int[] out = new int[all.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.toIntExact(all[i]);
        }
        return out;
    }

    /** A dimension number of a tensor of {@code rank} dimensions, negative ones counted from the end. */
    public static int axis(long axis, int rank) {
        if (axis < -rank || axis >= rank) {
            throw new InvalidArgumentException(
                    "Invalid reduction dimension " + axis + " for input with " + rank + " dimensions.");
        }
        return (int) (axis < 0 ? axis + rank : axis);
    }
}
