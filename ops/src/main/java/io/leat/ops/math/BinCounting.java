package io.leat.ops.math;

import io.leat.graph.Constants;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Ops that count how often each of the numbers 0 to size - 1 occurs, or add up weights instead; others are ignored. */
abstract class BinCounting extends Op {
    static long size(Tensor t) {
        if (t.size() != 1 || t.shape().rank() != 0) {
            throw new InvalidArgumentException("Shape must be rank 0 but is rank "
                    + t.shape().rank() + ": size must be a scalar, not shape " + t.shape());
        }
        long n = Constants.integers(t)[0];
        if (n < 0) {
            throw new InvalidArgumentException("size (" + n + ") must be non-negative");
        }
        return n;
    }

    static void requireNotNegative(Elements values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.integer(i) < 0) {
                throw new InvalidArgumentException("Input arr must be non-negative!");
            }
        }
    }

    static void requireWeights(Shape values, Elements weights) {
        boolean none = weights.size() == 0;
        if (!none && !weights.shape().equals(values)) {
            throw new InvalidArgumentException("`weights` must be the same shape as `arr` or a length-0 `Tensor`, in "
                    + "which case it acts as all weights equal to 1. Received " + weights.shape());
        }
    }

    /**
     * Counts value {@code i} in element {@code bin} of {@code y}: adds its weight, or 1 if there are none; or sets it to
     * 1.
     */
    static void count(Elements weights, int i, boolean binary, Elements y, int bin) {
        if (binary) {
            y.setInteger(bin, 1);
        } else if (y.dtype().isInteger()) {
            y.setInteger(bin, y.integer(bin) + (weights.size() == 0 ? 1 : weights.integer(i)));
        } else {
            y.set(bin, y.real(bin) + (weights.size() == 0 ? 1 : weights.real(i)));
        }
    }
}
