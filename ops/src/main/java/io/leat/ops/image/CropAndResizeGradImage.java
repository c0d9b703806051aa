package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The gradient of the images of {@code CropAndResize}, of shape {@code image_size}. */
@OpSpec("CropAndResizeGradImage(grads: float, boxes: float, box_ind: int32, image_size: int32) -> (output: "
        + "T); T: {float, half, double}; method: {'bilinear', 'nearest'} = 'bilinear'")
public final class CropAndResizeGradImage extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0, 4);
        Shape boxes = c.shape(1, 2);
        Shape.mergeDims(boxes.dim(1), 4);
        Shape.mergeDims(boxes.dim(0), c.shape(2, 1).dim(0));
        c.output(0, c.shapeValue(3).withRank(4));
    }

    @Override
    protected void compute(Compute c) {
        long[] dims = c.integers(3);
        if (c.shape(3).rank() != 1 || dims.length != 4) {
            throw new InvalidArgumentException("image_size must have 4 elements" + c.shape(3));
        }
        Shape image = Shape.of(dims).requireFullyKnown();
        Shape grads = c.shape(0);
        if (grads.rank() != 4) {
            throw new InvalidArgumentException("grads image must be 4-D" + grads);
        }
        CropBoxes s = CropBoxes.of(image, c.shape(1), c.shape(2), (int) grads.dim(1), (int) grads.dim(2));
        if (!grads.equals(s.output())) {
            throw new InvalidArgumentException("boxes and grads have incompatible shape");
        }
        int[] images = c.ints(2);
        s.checkIndices(images);
        boolean nearest = c.attrs().text("method").equals("nearest");
        Elements g = Elements.of(c.input(0));
        Elements boxes = Elements.of(c.input(1));
        Elements out = Elements.allocate(c.outputDType(0), image);
        double[] sums = new double[out.size()];
        for (int n = 0; n < s.boxes(); n++) {
            for (int i = 0; i < s.cropH(); i++) {
                for (int j = 0; j < s.cropW(); j++) {
                    float py = s.y(boxes, n, i);
                    float px = s.x(boxes, n, j);
                    if (CropBoxes.isOutside(py, s.inH()) || CropBoxes.isOutside(px, s.inW())) {
                        continue;
                    }
                    for (int k = 0; k < s.channels(); k++) {
                        double d = g.real(s.out(n, i, j, k));
                        if (nearest) {
                            sums[s.in(images[n], CropAndResize.round(py), CropAndResize.round(px), k)] += d;
                        } else {
                            spread(sums, s, images[n], py, px, k, d);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            out.set(i, sums[i]);
        }
        c.output(0, out.tensor());
    }

    private static void spread(double[] sums, CropBoxes s, int image, float py, float px, int k, double d) {
        int top = (int) Math.floor(py);
        int bottom = (int) Math.ceil(py);
        int left = (int) Math.floor(px);
        int right = (int) Math.ceil(px);
        double down = py - top;
        double across = px - left;
        sums[s.in(image, top, left, k)] += d * (1 - down) * (1 - across);
        sums[s.in(image, top, right, k)] += d * (1 - down) * across;
        sums[s.in(image, bottom, left, k)] += d * down * (1 - across);
        sums[s.in(image, bottom, right, k)] += d * down * across;
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
