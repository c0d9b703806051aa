package io.leat.ops.image;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.kernels.Resize;
import io.leat.tensor.raw.Elements;

/** Images resized by taking the nearest pixel. */
@OpSpec("ResizeNearestNeighbor(images: T, size: int32) -> (resized_images: T); T: {int8, uint8, int16, "
        + "uint16, int32, int64, half, float, double, bfloat16}; align_corners: bool = false; "
        + "half_pixel_centers: bool = false")
public final class ResizeNearestNeighbor extends Op {
    /**
     * Resizes images [batch, height, width, channels].
     *
     * @param size an int32 vector, the new height and width
     */
    @Endpoint("image.resizeNearestNeighbor")
    public static Output of(Ops tf, Operand images, Operand size, boolean alignCorners, boolean halfPixelCenters) {
        return tf.op("ResizeNearestNeighbor")
                .input(images)
                .input(size)
                .attr("align_corners", alignCorners)
                .attr("half_pixel_centers", halfPixelCenters)
                .add()
                .output(0);
    }

    /** Resizes images [batch, height, width, channels] with half pixel centres, as TensorFlow 2 does. */
    @Endpoint("image.resizeNearestNeighbor")
    public static Output of(Ops tf, Operand images, Operand size) {
        return of(tf, images, size, false, true);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, ResizeSizes.infer(c));
    }

    @Override
    protected void compute(Compute c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.shape(1), c.integers(1));
        ResizeScale rows = s.rows(c.attrs());
        ResizeScale columns = s.columns(c.attrs());
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), s.output());
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    int from = s.in(b, rows.nearest(i), columns.nearest(j), 0);
                    x.copyRange(from, y, s.out(b, i, j, 0), s.channels());
                }
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.outputShape(0));
        ResizeScale.of(c.attrs(), 1, 1);
        if (s.isEmpty()) {
            return false;
        }
        Resize resize = s.kernel(c.attrs());
        c.output(
                0,
                c.library(
                        name(),
                        (in, out, parallel) -> resize.nearest(in[0], 0, out[0], 0, parallel),
                        c.dtype(0),
                        c.outputShape(0),
                        c.input(0)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output size = ImageGradients.size(tf, b.input(0));
        b.dx(
                0,
                tf.op("ResizeNearestNeighborGrad")
                        .input(b.dy(0))
                        .input(size)
                        .attr("align_corners", b.attrs().bool("align_corners"))
                        .attr("half_pixel_centers", b.attrs().bool("half_pixel_centers"))
                        .add()
                        .output(0));
    }
}
