package io.leat.ops.family;

import io.leat.tensor.Shape;
import java.util.Arrays;

/** Index arithmetic over row-major tensors, for plain meanings. */
public final class Strides {
    private Strides() {}

    public static long[] ones(int n) {
        long[] out = new long[n];
        Arrays.fill(out, 1);
        return out;
    }

    /**
     * For each element of {@code out}, in row-major order, the element of a tensor of shape {@code in} at
     * {@code begin + index * stride} in every dimension.
     */
    public static int[] block(Shape in, long[] begin, long[] stride, Shape out) {
        long[] strides = in.strides();
        int rank = in.rank();
        int[] result = new int[Math.toIntExact(out.size())];
        long base = 0;
        for (int d = 0; d < rank; d++) {
            base += begin[d] * strides[d];
        }
        long[] at = new long[rank];
        long index = base;
        for (int n = 0; n < result.length; n++) {
            result[n] = (int) index;
            for (int d = rank - 1; d >= 0; d--) {
                index += stride[d] * strides[d];
                if (++at[d] < out.dim(d)) {
                    break;
                }
                index -= at[d] * stride[d] * strides[d];
                at[d] = 0;
            }
        }
        return result;
    }
}
