package io.leat.ops.array;

import io.leat.graph.Attrs;
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/**
 * Padding with the reflection of what lies inside: where the padded elements come from.
 *
 * @param paddings the numbers in front of and behind each dimension
 * @param skip 1 if the outermost element is not repeated, otherwise 0
 */
record Mirrors(long[] paddings, int skip) {
    static Mirrors of(Attrs attrs, long[] paddings) {
        for (int i = 0; i + 1 < paddings.length; i += 2) {
            if (paddings[i] < 0 || paddings[i + 1] < 0) {
                throw new InvalidArgumentException(
                        "paddings must be non-negative: " + paddings[i] + " " + paddings[i + 1]);
            }
        }
        return new Mirrors(paddings, attrs.text("mode").equals("REFLECT") ? 1 : 0);
    }

    private void requireRank(int rank) {
        if (paddings.length != 2 * rank) {
            throw new InvalidArgumentException("The first dimension of paddings must be the rank of inputs["
                    + paddings.length / 2 + ",2] for rank " + rank);
        }
    }

    long before(int d) {
        return paddings[2 * d];
    }

    long after(int d) {
        return paddings[2 * d + 1];
    }

    private void requireFits(int d, long size) {
        if (size != Shape.ANY && (before(d) > size - skip || after(d) > size - skip)) {
            String rule = skip == 1 ? "less than" : "no greater than";
            String broken = skip == 1 ? "not less than" : "greater than";
            throw new InvalidArgumentException("paddings must be " + rule + " the dimension size: " + before(d) + ", "
                    + after(d) + " " + broken + " " + size);
        }
    }

    /** The shape of {@code inside} after padding. */
    Shape padded(Shape inside) {
        requireRank(inside.rank());
        long[] dims = inside.dims();
        for (int d = 0; d < dims.length; d++) {
            requireFits(d, dims[d]);
            dims[d] = Sizes.sum(dims[d], Sizes.sum(before(d), after(d)));
        }
        return Shape.of(dims);
    }

    /** The shape whose padding gives {@code outside}. */
    Shape inside(Shape outside) {
        requireRank(outside.rank());
        long[] dims = outside.dims();
        for (int d = 0; d < dims.length; d++) {
            long both = Sizes.sum(before(d), after(d));
            if (dims[d] == Shape.ANY) {
                continue;
            }
            if (both >= dims[d] && (both > 0 || dims[d] < 0)) {
                throw new InvalidArgumentException("Total paddings must be less than the input dimension size: " + both
                        + " was not less than " + dims[d]);
            }
            dims[d] -= both;
            requireFits(d, dims[d]);
        }
        return Shape.of(dims);
    }

    /** Where element {@code i} of padded dimension {@code d} comes from in the {@code size} elements inside. */
    long source(int d, long i, long size) {
        long at = i - before(d);
        return at < 0 ? -at - 1 + skip : at < size ? at : 2 * size - 1 - skip - at;
    }
}
