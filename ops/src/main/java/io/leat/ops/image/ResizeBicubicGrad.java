package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;

/** The gradient of {@code ResizeBicubic}: each resized pixel's spread over the pixels it was made from. */
@OpSpec("ResizeBicubicGrad(grads: float, original_image: T) -> (output: T); T: {float, double}; "
        + "align_corners: bool = false; half_pixel_centers: bool = false")
public final class ResizeBicubicGrad extends Op {
    @Override
    protected void infer(Inference c) {
        c.shape(0).withRank(4);
        c.output(0, c.shape(1));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(0).rank() != 4) {
            throw new InvalidArgumentException("input_grad must be 4-dimensional" + c.shape(0));
        }
        if (c.shape(1).rank() != 4) {
            throw new InvalidArgumentException("original_image must be 4-dimensional" + c.shape(1));
        }
        if (c.shape(1).dim(0) != c.shape(0).dim(0)
                || c.shape(1).dim(3) != c.shape(0).dim(3)) {
            throw new InvalidArgumentException("batch and channels of the gradient " + c.shape(0)
                    + " and of the images " + c.shape(1) + " differ");
        }
        ResizeSizes s = ResizeSizes.of(c.shape(1), c.shape(0));
        if (s.isEmpty() && c.shape(0).size() != 0) {
            throw new InvalidArgumentException("input image must be of non-zero size");
        }
        CubicWeights rows = CubicWeights.of(s.rows(c.attrs()));
        CubicWeights columns = CubicWeights.of(s.columns(c.attrs()));
        Elements g = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(1));
        double[] sums = new double[y.size()];
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        for (int n = 0; n < 16; n++) {
                            int row = 4 * i + n / 4;
                            int column = 4 * j + n % 4;
                            sums[s.in(b, rows.pixels()[row], columns.pixels()[column], k)] +=
                                    (double) rows.weights()[row]
                                            * columns.weights()[column]
                                            * g.real(s.out(b, i, j, k));
                        }
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            y.set(i, sums[i]);
        }
        c.output(0, y.tensor());
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
