package io.leat.ops.image;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.kernels.Resize;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** The gradient of {@code ResizeNearestNeighbor} for images of the given size: each resized pixel's goes to its origin. */
@OpSpec("ResizeNearestNeighborGrad(grads: T, size: int32) -> (output: T); T: {uint8, int8, int32, half, "
        + "float, double, bfloat16}; align_corners: bool = false; half_pixel_centers: bool = false")
public final class ResizeNearestNeighborGrad extends Op {
    @Override
    protected void infer(Inference c) {
        c.output(0, ResizeSizes.infer(c));
    }

    @Override
    protected void compute(Compute c) {
        ResizeSizes back = ResizeSizes.of(c.shape(0), c.shape(1), c.integers(1));
        ResizeSizes s = ResizeSizes.of(back.output(), c.shape(0));
        ResizeScale rows = s.rows(c.attrs());
        ResizeScale columns = s.columns(c.attrs());
        Elements g = Elements.of(c.input(0));
        Elements y = Elements.allocate(g.dtype(), back.output());
        double[] sums = new double[y.size()];
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        sums[s.in(b, rows.nearest(i), columns.nearest(j), k)] += g.real(s.out(b, i, j, k));
                    }
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            if (g.dtype().isInteger()) {
                y.setInteger(i, (long) sums[i]);
            } else {
                y.set(i, sums[i]);
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        ResizeSizes s = ResizeSizes.of(c.outputShape(0), c.shape(0));
        ResizeScale.of(c.attrs(), 1, 1);
        if (c.dtype(0) != DType.FLOAT32 || s.isEmpty()) {
            return false;
        }
        Resize resize = s.kernel(c.attrs());
        c.output(
                0,
                c.library(
                        name(),
                        (in, out, parallel) ->
                                resize.nearestGradient((float[]) in[0], 0, (float[]) out[0], 0, parallel),
                        DType.FLOAT32,
                        c.outputShape(0),
                        c.input(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable in TensorFlow
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
