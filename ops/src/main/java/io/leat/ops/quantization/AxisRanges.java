package io.leat.ops.quantization;

import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;

/** Which of several ranges, one for each index of a dimension, an element of a tensor has; or one range for all. */
record AxisRanges(int count, int inner) {
    /** For a tensor of a known shape; -1 for no axis. */
    static AxisRanges of(Shape shape, int axis) {
        if (axis < 0) {
            return new AxisRanges(1, 1);
        }
        return new AxisRanges(
                Math.toIntExact(shape.dim(axis)),
                Math.toIntExact(shape.from(axis + 1).size()));
    }

    int at(int element) {
        return count == 1 ? 0 : element / inner % count;
    }

    /** The shape rule of an op whose input 0 has ranges in the inputs {@code min} and after it. */
    static Shape infer(Inference c, int min) {
        long axis = c.attrs().integer("axis");
        if (axis < -1) {
            throw new InvalidArgumentException("axis should be at least -1, got " + axis);
        }
        if (axis == -1) {
            return c.shape(min, 0).merge(c.shape(min + 1, 0));
        }
        Shape input = c.shape(0).withRankAtLeast(Math.toIntExact(axis) + 1);
        long depth = input.hasRank() ? input.dim((int) axis) : Shape.ANY;
        for (int i = min; i < min + 2; i++) {
            depth = Shape.mergeDims(depth, c.shape(i, 1).dim(0));
        }
        return Shape.of(depth);
    }
}
