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
import io.leat.kernels.CropResize;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/**
 * Boxes cut out of images and resized to {@code crop_size}, by linear interpolation or to the nearest pixel, in float32.
 * What lies outside of the image is {@code extrapolation_value}. Outputs [boxes, height, width, channels].
 */
@OpSpec("CropAndResize(image: T, boxes: float, box_ind: int32, crop_size: int32) -> (crops: float); T: "
        + "{uint8, uint16, int8, int16, int32, int64, half, float, double}; method: {'bilinear', 'nearest'} = "
        + "'bilinear'; extrapolation_value: float = 0.0")
public final class CropAndResize extends Op {
    /**
     * With linear interpolation, and zeros outside.
     *
     * @param image [batch, height, width, channels]
     * @param boxes [n, 4] of float32: y1, x1, y2, x2, as parts of the image's height and width less 1
     * @param boxInd [n] of int32: the image of each box
     * @param cropSize an int32 vector, height and width
     */
    @Endpoint("image.cropAndResize")
    public static Output of(Ops tf, Operand image, Operand boxes, Operand boxInd, Operand cropSize) {
        return tf.call("CropAndResize", image, boxes, boxInd, cropSize);
    }

    @Override
    protected void infer(Inference c) {
        Shape image = c.shape(0, 4);
        Shape boxes = c.shape(1, 2);
        Shape index = c.shape(2, 1);
        Shape.mergeDims(boxes.dim(1), 4);
        Shape size = c.shape(3, 1);
        Shape.mergeDims(size.dim(0), 2);
        long[] wanted = c.integers(3);
        c.output(
                0,
                Shape.of(
                        Shape.mergeDims(boxes.dim(0), index.dim(0)),
                        wanted == null ? Shape.ANY : wanted[0],
                        wanted == null ? Shape.ANY : wanted[1],
                        image.dim(3)));
    }

    @Override
    protected void compute(Compute c) {
        if (c.shape(3).rank() != 1) {
            throw new InvalidArgumentException("crop_size must be 1-D" + c.shape(3));
        }
        int[] size = c.ints(3);
        if (size.length != 2) {
            throw new InvalidArgumentException("crop_size must have two elements" + c.shape(3));
        }
        CropBoxes s = CropBoxes.of(c.shape(0), c.shape(1), c.shape(2), size[0], size[1]);
        int[] images = c.ints(2);
        s.checkIndices(images);
        boolean nearest = c.attrs().text("method").equals("nearest");
        float outside = c.attrs().real("extrapolation_value");
        Elements x = Elements.of(c.input(0));
        Elements boxes = Elements.of(c.input(1));
        Elements out = Elements.allocate(DType.FLOAT32, s.output());
        for (int n = 0; n < s.boxes(); n++) {
            for (int i = 0; i < s.cropH(); i++) {
                for (int j = 0; j < s.cropW(); j++) {
                    float py = s.y(boxes, n, i);
                    float px = s.x(boxes, n, j);
                    boolean isOutside = CropBoxes.isOutside(py, s.inH()) || CropBoxes.isOutside(px, s.inW());
                    for (int k = 0; k < s.channels(); k++) {
                        double value = isOutside
                                ? outside
                                : nearest
                                        ? x.real(s.in(images[n], round(py), round(px), k))
                                        : bilinear(x, s, images[n], py, px, k);
                        out.set(s.out(n, i, j, k), value);
                    }
                }
            }
        }
        c.output(0, out.tensor());
    }

    /** Half away from zero. */
    static int round(float position) {
        return (int) Math.floor(position + 0.5);
    }

    private static double bilinear(Elements x, CropBoxes s, int image, float py, float px, int k) {
        int top = (int) Math.floor(py);
        int bottom = (int) Math.ceil(py);
        int left = (int) Math.floor(px);
        int right = (int) Math.ceil(px);
        double down = py - top;
        double across = px - left;
        double upper = x.real(s.in(image, top, left, k)) * (1 - across) + x.real(s.in(image, top, right, k)) * across;
        double lower =
                x.real(s.in(image, bottom, left, k)) * (1 - across) + x.real(s.in(image, bottom, right, k)) * across;
        return upper * (1 - down) + lower * down;
    }

    @Override
    protected boolean lower(Lowering c) {
        Shape out = c.outputShape(0);
        CropBoxes s = CropBoxes.of(c.shape(0), c.shape(1), c.shape(2), (int) out.dim(1), (int) out.dim(2));
        CropResize crop = new CropResize(
                s.inH(),
                s.inW(),
                s.channels(),
                s.boxes(),
                s.cropH(),
                s.cropW(),
                c.attrs().text("method").equals("nearest"),
                c.attrs().real("extrapolation_value"));
        Value x = c.dtype(0) == DType.FLOAT32
                ? c.input(0)
                : c.map(Scalar.input(0, c.dtype(0)).cast(DType.FLOAT32), c.input(0));
        ArrayKernel kernel = (in, result, parallel) -> {
            int[] images = Arrays.copyOf((int[]) in[2], s.boxes());
            s.checkIndices(images);
            crop.run((float[]) in[0], (float[]) in[1], images, (float[]) result[0], parallel);
        };
        c.output(0, c.library(name(), kernel, DType.FLOAT32, out, x, c.input(1), c.input(2)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        DType t = b.input(0).dtype();
        if (t == DType.FLOAT16 || t == DType.FLOAT32 || t == DType.FLOAT64) {
            b.dx(
                    0,
                    tf.op("CropAndResizeGradImage")
                            .input(b.dy(0))
                            .input(b.input(1))
                            .input(b.input(2))
                            .input(tf.call("Shape", b.input(0)))
                            .attr("T", t)
                            .attr("method", b.attrs().text("method"))
                            .add()
                            .output(0));
        }
        b.dx(1, tf.call("CropAndResizeGradBoxes", b.dy(0), b.input(0), b.input(1), b.input(2)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
