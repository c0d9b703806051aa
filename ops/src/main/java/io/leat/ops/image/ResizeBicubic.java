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
import io.leat.ir.ArrayKernel;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.kernels.TapResize;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/** Images resized by cubic interpolation between sixteen pixels, in float32. */
@OpSpec("ResizeBicubic(images: T, size: int32) -> (resized_images: float); T: {int8, uint8, int16, uint16, "
        + "int32, int64, half, float, double, bfloat16}; align_corners: bool = false; half_pixel_centers: bool "
        + "= false")
public final class ResizeBicubic extends Op {
    /**
     * Resizes images [batch, height, width, channels].
     *
     * @param size an int32 vector, the new height and width
     */
    @Endpoint("image.resizeBicubic")
    public static Output of(Ops tf, Operand images, Operand size, boolean alignCorners, boolean halfPixelCenters) {
        return tf.op("ResizeBicubic")
                .input(images)
                .input(size)
                .attr("align_corners", alignCorners)
                .attr("half_pixel_centers", halfPixelCenters)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, ResizeSizes.infer(c));
    }

    @Override
    protected void compute(Compute c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.shape(1), c.integers(1));
        CubicWeights rows = CubicWeights.of(s.rows(c.attrs()));
        CubicWeights columns = CubicWeights.of(s.columns(c.attrs()));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(DType.FLOAT32, s.output());
        for (int b = 0; b < s.batch(); b++) {
            for (int i = 0; i < s.outH(); i++) {
                for (int j = 0; j < s.outW(); j++) {
                    for (int k = 0; k < s.channels(); k++) {
                        double sum = 0;
                        for (int n = 0; n < 16; n++) {
                            int row = 4 * i + n / 4;
                            int column = 4 * j + n % 4;
                            sum += (double) rows.weights()[row]
                                    * columns.weights()[column]
                                    * x.real(s.in(b, rows.pixels()[row], columns.pixels()[column], k));
                        }
                        y.set(s.out(b, i, j, k), sum);
                    }
                }
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        ResizeSizes s = ResizeSizes.of(c.shape(0), c.outputShape(0));
        if (s.isEmpty()) {
            return false;
        }
        CubicWeights rows = CubicWeights.of(s.rows(c.attrs()));
        CubicWeights columns = CubicWeights.of(s.columns(c.attrs()));
        TapResize resize = new TapResize(
                s.batch(),
                s.inH(),
                s.inW(),
                s.channels(),
                4,
                rows.pixels(),
                rows.weights(),
                columns.pixels(),
                columns.weights());
        Value x = c.dtype(0) == DType.FLOAT32
                ? c.input(0)
                : c.map(Scalar.input(0, c.dtype(0)).cast(DType.FLOAT32), c.input(0));
        ArrayKernel kernel = (in, out, parallel) -> resize.run((float[]) in[0], (float[]) out[0], parallel);
        c.output(0, c.library(name(), kernel, DType.FLOAT32, c.outputShape(0), x));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        DType t = b.input(0).dtype();
        if (t != DType.FLOAT32 && t != DType.FLOAT64) {
            return; // TensorFlow has no gradient for other dtypes
        }
        b.dx(
                0,
                b.tf().op("ResizeBicubicGrad")
                        .input(b.dy(0))
                        .input(b.input(0))
                        .attr("align_corners", b.attrs().bool("align_corners"))
                        .attr("half_pixel_centers", b.attrs().bool("half_pixel_centers"))
                        .add()
                        .output(0));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
