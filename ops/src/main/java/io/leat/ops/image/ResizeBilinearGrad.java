package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.Resize;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The gradient of {@code ResizeBilinear}: each resized pixel's spread over the pixels it was made from. */
@OpSpec("ResizeBilinearGrad(grads: float, original_image: T) -> (output: T); T: {float, bfloat16, half, "
        + "double}; align_corners: bool = false; half_pixel_centers: bool = false")
public final class ResizeBilinearGrad extends Op {
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
        ResizeSizes s = sizes(c.shape(1), c.shape(0));
        ResizeScale rows = s.rows(c.attrs());
        ResizeScale columns = s.columns(c.attrs());
        Elements g = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), c.shape(1));
        double[] sums = new double[y.size()];
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    float down = rows.weight(i);
                    float across = columns.weight(j);
                    for (int k = 0; k < s.channels(); k++) {
                        double d = g.real(s.out(b, i, j, k));
                        sums[s.in(b, rows.lower(i), columns.lower(j), k)] += d * (1 - down) * (1 - across);
                        sums[s.in(b, rows.lower(i), columns.upper(j), k)] += d * (1 - down) * across;
                        sums[s.in(b, rows.upper(i), columns.lower(j), k)] += d * down * (1 - across);
                        sums[s.in(b, rows.upper(i), columns.upper(j), k)] += d * down * across;
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            y.set(i, sums[i]);
        }
        c.output(0, y.tensor());
    }

    private static ResizeSizes sizes(Shape original, Shape grad) {
        if (original.rank() != 4) {
            throw new InvalidArgumentException("original_image must be 4-dimensional" + original);
        }
        if (original.dim(0) != grad.dim(0) || original.dim(3) != grad.dim(3)) {
            throw new InvalidArgumentException(
                    "batch and channels of the gradient " + grad + " and of the images " + original + " differ");
        }
        ResizeSizes s = ResizeSizes.of(original, grad);
        if (s.isEmpty() && grad.size() != 0) {
            throw new InvalidArgumentException("input image must be of non-zero size");
        }
        return s;
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.outputDType(0);
        ResizeSizes s = sizes(c.shape(1), c.shape(0));
        ResizeScale.of(c.attrs(), 1, 1);
        if (t == DType.FLOAT64 || s.isEmpty()) {
            return false;
        }
        Resize resize = s.kernel(c.attrs());
        Value dx = c.library(
                name(),
                (in, out, parallel) -> resize.bilinearGradient((float[]) in[0], 0, (float[]) out[0], 0, parallel),
                DType.FLOAT32,
                c.outputShape(0),
                c.input(0));
        c.output(
                0,
                t == DType.FLOAT32 ? dx : c.map(Scalar.input(0, DType.FLOAT32).cast(t), dx));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable in TensorFlow
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
