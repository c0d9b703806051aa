package io.leat.ops.nn;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.kernels.Pool;
import io.leat.kernels.PoolShape;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.List;
import java.util.Objects;

/**
 * The maxima of windows of images [batch, height, width, channels], and where they stand: {@code (y * width + x) * channels
 * + c} within the image or, with {@code include_batch_in_index}, within the whole input.
 */
@OpSpec("MaxPoolWithArgmax(input: T) -> (output: T, argmax: Targmax); ksize: list(int) >= 4; strides: "
        + "list(int) >= 4; Targmax: {int32, int64} = DT_INT64; padding: {'SAME', 'VALID'}; "
        + "include_batch_in_index: bool = false; T: realnumbertype")
public final class MaxPoolWithArgmax extends PoolOp {
    /** Two outputs: the maxima, and their places within each image as int64. */
    @Endpoint("nn.maxPoolWithArgmax")
    public static List<Output> of(Ops tf, Operand input, long[] ksize, long[] strides, String padding) {
        return tf.op("MaxPoolWithArgmax")
                .input(input)
                .attr("ksize", ksize)
                .attr("strides", strides)
                .attr("padding", padding)
                .add()
                .outputs();
    }

    @Override
    protected void infer(Inference c) {
        Shape out = Objects.requireNonNull(windows(c)).output(c.shape(0, 4));
        c.output(0, out);
        c.output(1, out);
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(x.dtype(), sizes.output());
        Elements places = Elements.allocate(c.outputDType(1), sizes.output());
        boolean whole = c.attrs().bool("include_batch_in_index");
        int image = sizes.place().inPixels() * sizes.channels();
        int[] from = sizes.argmax(x);
        for (int o = 0; o < from.length; o++) {
            x.copy(from[o], y, o);
            places.setInteger(o, whole ? from[o] : from[o] % image);
        }
        c.output(0, y.tensor());
        c.output(1, places.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        DType t = c.dtype(0);
        PoolSizes sizes = Objects.requireNonNull(windows(c)).place(c.shape(0));
        if (t != DType.FLOAT32 && t != DType.FLOAT64 || c.outputDType(1) != DType.INT64 || !sizes.isPlanar()) {
            return false;
        }
        PoolShape p = sizes.kernelShape();
        boolean whole = c.attrs().bool("include_batch_in_index");
        ArrayKernel kernel = t == DType.FLOAT64
                ? (in, out, parallel) -> Pool.maxWithArgmax(
                        (double[]) in[0], 0, (double[]) out[0], 0, (long[]) out[1], 0, whole, p, parallel)
                : (in, out, parallel) -> Pool.maxWithArgmax(
                        (float[]) in[0], 0, (float[]) out[0], 0, (long[]) out[1], 0, whole, p, parallel);
        c.libraryOutputs(name(), kernel, c.input(0));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(0, same(b, "MaxPoolGradWithArgmax", b.input(0), b.dy(0), b.output(1)));
    }
}
