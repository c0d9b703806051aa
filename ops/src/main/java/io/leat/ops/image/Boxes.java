package io.leat.ops.image;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Boxes {@code [n, 4]} of corners (y, x, y, x), in any order of the corners. */
record Boxes(Elements corners) {
    static Boxes of(Elements e) {
        Shape s = e.shape();
        if (s.rank() != 2) {
            throw new InvalidArgumentException("boxes must be 2-D" + s);
        }
        if (s.dim(1) != 4) {
            throw new InvalidArgumentException("boxes must have 4 columns");
        }
        return new Boxes(e);
    }

    int count() {
        return (int) corners.shape().dim(0);
    }

    /** The area of the intersection over that of the union, in float32; 0 where a box has no area. */
    float overlap(int i, int j) {
        return overlap(corners, 4 * i, corners, 4 * j);
    }

    static float overlap(Elements a, int i, Elements b, int j) {
        float aBottom = low(a, i, 0);
        float aLeft = low(a, i, 1);
        float aTop = high(a, i, 0);
        float aRight = high(a, i, 1);
        float bBottom = low(b, j, 0);
        float bLeft = low(b, j, 1);
        float bTop = high(b, j, 0);
        float bRight = high(b, j, 1);
        float areaA = (aTop - aBottom) * (aRight - aLeft);
        float areaB = (bTop - bBottom) * (bRight - bLeft);
        if (areaA <= 0 || areaB <= 0) {
            return 0;
        }
        float height = Math.max(Math.min(aTop, bTop) - Math.max(aBottom, bBottom), 0);
        float width = Math.max(Math.min(aRight, bRight) - Math.max(aLeft, bLeft), 0);
        float both = height * width;
        return both / (areaA + areaB - both);
    }

    private static float low(Elements e, int at, int axis) {
        return (float) Math.min(e.real(at + axis), e.real(at + axis + 2));
    }

    private static float high(Elements e, int at, int axis) {
        return (float) Math.max(e.real(at + axis), e.real(at + axis + 2));
    }
}
