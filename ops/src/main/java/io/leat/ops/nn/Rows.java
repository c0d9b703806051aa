package io.leat.ops.nn;

import io.leat.tensor.Shape;

/** A tensor as rows: its last dimension, and how often it occurs. */
record Rows(int count, int columns) {
    static Rows of(Shape s) {
        int columns = (int) s.dim(-1);
        return new Rows(s.size() == 0 ? 0 : Math.toIntExact(s.size() / columns), columns);
    }
}
