package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The gradient of the boxes of {@code CropAndResize} with linear interpolation. */
@OpSpec("CropAndResizeGradBoxes(grads: float, image: T, boxes: float, box_ind: int32) -> (output: float); T: "
        + "{uint8, uint16, int8, int16, int32, int64, half, float, double}; method: {'bilinear'} = 'bilinear'")
public final class CropAndResizeGradBoxes extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 4);
        c.shape(1, 4);
        Shape boxes = c.shape(2, 2);
        Shape.mergeDims(boxes.dim(1), 4);
        c.output(0, Shape.of(Shape.mergeDims(boxes.dim(0), c.shape(3, 1).dim(0)), 4));
    }

    @Override
    protected void compute(Compute c) {
        Shape grads = c.shape(0);
        if (grads.rank() != 4) {
            throw new InvalidArgumentException("grads image must be 4-D" + grads);
        }
        CropBoxes s = CropBoxes.of(c.shape(1), c.shape(2), c.shape(3), (int) grads.dim(1), (int) grads.dim(2));
        if (!grads.equals(s.output())) {
            throw new InvalidArgumentException("boxes and grads have incompatible shape");
        }
        int[] images = c.ints(3);
        s.checkIndices(images);
        Elements g = Elements.of(c.input(0));
        Elements x = Elements.of(c.input(1));
        Elements boxes = Elements.of(c.input(2));
        Elements out = Elements.allocate(DType.FLOAT32, c.shape(2));
        for (int n = 0; n < s.boxes(); n++) {
            double[] sums = new double[4];
            for (int i = 0; i < s.cropH(); i++) {
                for (int j = 0; j < s.cropW(); j++) {
                    float py = s.y(boxes, n, i);
                    float px = s.x(boxes, n, j);
                    if (CropBoxes.isOutside(py, s.inH()) || CropBoxes.isOutside(px, s.inW())) {
                        continue;
                    }
                    for (int k = 0; k < s.channels(); k++) {
                        add(sums, s, x, images[n], py, px, i, j, k, g.real(s.out(n, i, j, k)));
                    }
                }
            }
            for (int i = 0; i < 4; i++) {
                out.set(4 * n + i, sums[i]);
            }
        }
        c.output(0, out.tensor());
    }

    /** Adds what pixel (i, j) of a crop, with gradient {@code d}, gives to y1, x1, y2 and x2. */
    private static void add(
            double[] sums, CropBoxes s, Elements x, int image, float py, float px, int i, int j, int k, double d) {
        int top = (int) Math.floor(py);
        int bottom = (int) Math.ceil(py);
        int left = (int) Math.floor(px);
        int right = (int) Math.ceil(px);
        double down = py - top;
        double across = px - left;
        double topLeft = x.real(s.in(image, top, left, k));
        double topRight = x.real(s.in(image, top, right, k));
        double bottomLeft = x.real(s.in(image, bottom, left, k));
        double bottomRight = x.real(s.in(image, bottom, right, k));
        double perY = d * ((1 - across) * (bottomLeft - topLeft) + across * (bottomRight - topRight)) * (s.inH() - 1);
        double perX = d * ((1 - down) * (topRight - topLeft) + down * (bottomRight - bottomLeft)) * (s.inW() - 1);
        double shareY = s.cropH() > 1 ? i / (s.cropH() - 1.0) : 0.5;
        double shareX = s.cropW() > 1 ? j / (s.cropW() - 1.0) : 0.5;
        sums[0] += perY * (1 - shareY);
        sums[2] += perY * shareY;
        sums[1] += perX * (1 - shareX);
        sums[3] += perX * shareX;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
