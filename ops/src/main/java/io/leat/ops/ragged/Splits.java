package io.leat.ops.ragged;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/** The row splits of ragged tensors: row i of what they part are the elements from split i up to split i + 1. */
final class Splits {
    private Splits() {}

    static Tensor tensor(DType dtype, long[] values) {
        Elements e = Elements.allocate(dtype, Shape.of(values.length));
        for (int i = 0; i < values.length; i++) {
            e.setInteger(i, values[i]);
        }
        return e.tensor();
    }

    static Tensor tensor(DType dtype, List<Long> values) {
        return tensor(dtype, values.stream().mapToLong(Long::longValue).toArray());
    }

    /** The splits in the first {@code n} inputs, outermost first. */
    static List<long[]> inputs(Compute c, int n) {
        List<long[]> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(c.integers(i));
        }
        return all;
    }

    /** Checks that the first {@code n} inputs are vectors and the one after them is no scalar. */
    static void infer(Inference c, int n) {
        for (int i = 0; i < n; i++) {
            c.shape(i, 1);
        }
        c.shape(n).withRankAtLeast(1);
    }

    /** Checks splits that begin with 0, never fall and end with {@code count}. */
    static void require(Tensor splits, long count) {
        if (splits.shape().rank() != 1 || splits.size() == 0) {
            throw new InvalidArgumentException("Invalid ragged splits: ragged splits must be a vector that is not "
                    + "empty, not of shape " + splits.shape());
        }
        long[] s = Constants.integers(splits);
        if (s[0] != 0) {
            throw new InvalidArgumentException(
                    "Invalid ragged splits: first element of ragged splits must be 0 but is " + s[0]);
        }
        for (int i = 1; i < s.length; i++) {
            if (s[i] < s[i - 1]) {
                throw new InvalidArgumentException("Invalid ragged splits: ragged splits must be monotonically "
                        + "increasing, but ragged_splits[" + i + "]=" + s[i] + " is smaller than row_splits["
                        + (i - 1) + "]=" + s[i - 1]);
            }
        }
        if (s[s.length - 1] != count) {
            throw new InvalidArgumentException("Invalid ragged splits: last element of ragged splits must be the "
                    + "number of ragged values(" + count + ") but is " + s[s.length - 1]);
        }
    }

    /** Rows {@code from} up to {@code to} of a tensor. */
    static Tensor rows(Tensor t, long from, long to) {
        Shape shape = t.shape().withDim(0, to - from);
        Elements out = Elements.allocate(t.dtype(), shape);
        int width = Math.toIntExact(t.shape().from(1).size());
        Elements.of(t).copyRange(Math.toIntExact(from * width), out, 0, out.size());
        return out.tensor();
    }
}
