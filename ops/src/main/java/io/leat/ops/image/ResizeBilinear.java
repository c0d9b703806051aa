package io.leat.ops.image;

import io.leat.graph.Accuracy;
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
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.Resize;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** Images resized by linear interpolation between the four nearest pixels, in float32. */
@OpSpec("ResizeBilinear(images: T, size: int32) -> (resized_images: float); T: {int8, uint8, int16, uint16, "
        + "int32, int64, bfloat16, half, float, double, bfloat16}; align_corners: bool = false; "
        + "half_pixel_centers: bool = false")
public final class ResizeBilinear extends Op {
    /**
     * Resizes images [batch, height, width, channels].
     *
     * @param size an int32 vector, the new height and width
     */
    @Endpoint("image.resizeBilinear")
    public static Output of(Ops tf, Operand images, Operand size, boolean alignCorners, boolean halfPixelCenters) {
        return tf.op("ResizeBilinear")
                .input(images)
                .input(size)
                .attr("align_corners", alignCorners)
                .attr("half_pixel_centers", halfPixelCenters)
                .add()
                .output(0);
    }

    /** Resizes images [batch, height, width, channels] with half pixel centres, as TensorFlow 2 does. */
    @Endpoint("image.resizeBilinear")
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
        Elements y = Elements.allocate(DType.FLOAT32, s.output());
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        double top = mix(x, s, b, rows.lower(i), columns, j, k);
                        double bottom = mix(x, s, b, rows.upper(i), columns, j, k);
                        y.set(s.out(b, i, j, k), top + (bottom - top) * rows.weight(i));
                    }
                }
            }
        }
        c.output(0, y.tensor());
    }

    private static double mix(Elements x, ResizeSizes s, int b, int row, ResizeScale columns, int j, int k) {
        double left = x.real(s.in(b, row, columns.lower(j), k));
        double right = x.real(s.in(b, row, columns.upper(j), k));
        return left + (right - left) * columns.weight(j);
    }

    @Override
    protected boolean lower(Lowering c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.outputShape(0));
        ResizeScale.of(c.attrs(), 1, 1);
        if (s.isEmpty()) {
            return false;
        }
        Resize resize = s.kernel(c.attrs());
        Value x = c.dtype(0) == DType.FLOAT32
                ? c.input(0)
                : c.map(Scalar.input(0, c.dtype(0)).cast(DType.FLOAT32), c.input(0));
        c.output(
                0,
                c.library(
                        name(),
                        (in, out, parallel) -> resize.bilinear((float[]) in[0], 0, (float[]) out[0], 0, parallel),
                        DType.FLOAT32,
                        c.outputShape(0),
                        x));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(
                0,
                b.tf().op("ResizeBilinearGrad")
                        .input(b.dy(0))
                        .input(b.input(0))
                        .attr("align_corners", b.attrs().bool("align_corners"))
                        .attr("half_pixel_centers", b.attrs().bool("half_pixel_centers"))
                        .add()
                        .output(0));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
