package io.leat.ops.sparse;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** What the sum of the rows of a segment is multiplied by. */
enum SegmentScale {
    SUM,
    MEAN,
    SQRT_N;

    double factor(int rows) {
        return switch (this) {
            case SUM -> 1;
            case MEAN -> 1.0 / rows;
            case SQRT_N -> 1 / Math.sqrt(rows);
        };
    }

    /** How many of {@code ids} are each number below {@code count}. */
    static int[] rows(long[] ids, int count) {
        int[] rows = new int[count];
        for (long id : ids) {
            rows[(int) id]++;
        }
        return rows;
    }

    static void requireAscending(long[] ids) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0) {
                throw new InvalidArgumentException("segment ids must be >= 0");
            }
            if (i > 0 && ids[i] < ids[i - 1]) {
                throw new InvalidArgumentException("segment ids are not increasing");
            }
        }
    }

    static void requireSameSize(Shape indices, Shape ids) {
        if (!indices.isCompatibleWith(ids)) {
            throw new InvalidArgumentException("segment_ids and indices should have same size.");
        }
    }
}
