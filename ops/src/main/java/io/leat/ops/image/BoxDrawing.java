package io.leat.ops.image;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Draws the edges of boxes [batch, n, 4] on images [batch, height, width, depth]. Boxes are (y1, x1, y2, x2) in parts of
 * the image's height and width; what lies outside is not drawn.
 */
abstract sealed class BoxDrawing extends Op permits DrawBoundingBoxes, DrawBoundingBoxesV2 {
    private static final double[][] COLORS = {
        {1, 1, 0, 1}, {0, 0, 1, 1}, {1, 0, 0, 1}, {0, 1, 0, 1}, {0.5, 0, 0.5, 1},
        {0.5, 0.5, 0, 1}, {0.5, 0, 0, 1}, {0, 0, 0.5, 1}, {0, 1, 1, 1}, {1, 0, 1, 1}
    };

    @Override
    protected final void infer(Inference c) {
        c.output(0, c.shape(0));
    }

    @Override
    protected final void compute(Compute c) {
        Shape s = c.shape(0);
        if (s.rank() != 4) {
            throw new InvalidArgumentException("The rank of the images should be 4");
        }
        Shape b = c.shape(1);
        if (b.rank() != 3 || b.dim(2) != 4) {
            throw new InvalidArgumentException("The rank of the boxes tensor should be 3, with 4 columns, not " + b);
        }
        if (b.dim(0) != s.dim(0)) {
            throw new InvalidArgumentException("The batch sizes should be the same: " + s + " " + b);
        }
        int depth = (int) s.dim(3);
        if (depth != 1 && depth != 3 && depth != 4) {
            throw new InvalidArgumentException("Channel depth should be either 1 (GRY), 3 (RGB), or 4 (RGBA)");
        }
        double[][] colors = colors(c, depth);
        Elements from = Elements.of(c.input(0));
        Elements to = Elements.allocate(from.dtype(), s);
        from.copyRange(0, to, 0, from.size());
        Elements boxes = Elements.of(c.input(1));
        int n = (int) b.dim(1);
        for (int i = 0; i < b.dim(0) * n; i++) {
            draw(to, i / n, boxes, 4 * i, colors[i % n % colors.length]);
        }
        c.output(0, to.tensor());
    }

    private static double[][] colors(Compute c, int depth) {
        if (c.inputs() < 3) {
            return defaults(depth);
        }
        Shape s = c.shape(2);
        if (s.rank() != 2) {
            throw new InvalidArgumentException("colors must be a 2-D matrix");
        }
        if (s.dim(1) < depth) {
            throw new InvalidArgumentException("colors must have equal or more channels than the image provided: " + s);
        }
        if (s.dim(0) == 0) {
            return defaults(depth);
        }
        Elements e = Elements.of(c.input(2));
        double[][] colors = new double[(int) s.dim(0)][depth];
        for (int i = 0; i < colors.length; i++) {
            for (int k = 0; k < depth; k++) {
                colors[i][k] = e.real(i * (int) s.dim(1) + k);
            }
        }
        return colors;
    }

    /** On grey images every colour is white. */
    private static double[][] defaults(int depth) {
        return depth == 1 ? new double[][] {{1}} : COLORS;
    }

    private static void draw(Elements image, int n, Elements boxes, int at, double[] color) {
        int height = (int) image.shape().dim(1);
        int width = (int) image.shape().dim(2);
        long top = edge(boxes.real(at), height);
        long left = edge(boxes.real(at + 1), width);
        long bottom = edge(boxes.real(at + 2), height);
        long right = edge(boxes.real(at + 3), width);
        boolean none = top > bottom || left > right;
        if (none || top >= height || bottom < 0 || left >= width || right < 0) {
            return;
        }
        for (long row : new long[] {top, bottom}) {
            for (long x = Math.max(left, 0); row >= 0 && row < height && x <= Math.min(right, width - 1); x++) {
                point(image, n, (int) row, (int) x, color);
            }
        }
        for (long column : new long[] {left, right}) {
            for (long y = Math.max(top, 0); column >= 0 && column < width && y <= Math.min(bottom, height - 1); y++) {
                point(image, n, (int) y, (int) column, color);
            }
        }
    }

    private static long edge(double part, int size) {
        return (long) ((float) part * (size - 1));
    }

    private static void point(Elements image, int n, int y, int x, double[] color) {
        Shape s = image.shape();
        int depth = (int) s.dim(3);
        int at = ((n * (int) s.dim(1) + y) * (int) s.dim(2) + x) * depth;
        for (int k = 0; k < depth; k++) {
            image.set(at + k, color[k]);
        }
    }

    /** Its Python has none. */
    @Override
    protected final void gradient(io.leat.graph.Backprop b) {
        // not differentiable
    }
}
