package io.leat.ops.nn;

import io.leat.graph.Accuracy;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.Value;
import io.leat.kernels.Pool;
import io.leat.kernels.PoolShape;
import io.leat.tensor.DType;
import io.leat.tensor.raw.Elements;

/**
 * The gradient of maxima of windows: that of each maximum goes to the first element of its window that has it. Inputs: the
 * input and the output of the pooling, and the gradient of the output.
 */
abstract class MaxPoolingGradient extends PoolOp {
    abstract String gradientOp();

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0, spatial() + 2));
    }

    @Override
    protected void compute(Compute c) {
        PoolSizes sizes = windows(c).place(c.shape(0));
        PoolSizes.require("orig_output", sizes.output(), c.shape(1));
        PoolSizes.require("grad", sizes.output(), c.shape(2));
        int[] from = sizes.argmax(Elements.of(c.input(0)));
        c.output(0, Scattered.of(c.input(2), from, c.shape(0)));
    }

    @Override
    protected boolean lower(Lowering c) {
        PoolWindows windows = windows(c);
        DType t = c.dtype(0);
        if (windows == null || c.dtype(2) != t) {
            return false;
        }
        PoolSizes sizes = windows.place(c.shape(0));
        boolean fits = sizes.output().equals(c.shape(1)) && sizes.output().equals(c.shape(2));
        if (!sizes.hasKernel() || !fits || t != DType.FLOAT32 && t != DType.FLOAT64 && t != DType.INT32) {
            return false;
        }
        PoolShape p = sizes.kernelShape();
        ArrayKernel kernel = switch (t) {
            case FLOAT64 ->
                (in, out, parallel) ->
                        Pool.maxGradient((double[]) in[0], 0, (double[]) in[1], 0, (double[]) out[0], 0, p, parallel);
            case INT32 ->
                (in, out, parallel) ->
                        Pool.maxGradient((int[]) in[0], 0, (int[]) in[1], 0, (int[]) out[0], 0, p, parallel);
            default ->
                (in, out, parallel) ->
                        Pool.maxGradient((float[]) in[0], 0, (float[]) in[1], 0, (float[]) out[0], 0, p, parallel);
        };
        ImageFormat format = sizes.format();
        Value x = format.channelsLast(c, c.input(0));
        Value g = format.channelsLast(c, c.input(2));
        c.output(0, format.fromChannelsLast(c, c.library(name(), kernel, t, x.shape(), x, g)));
        return true;
    }

    @Override
    protected void gradient(Backprop b) {
        if (b.attrs().text("padding").equals("EXPLICIT")) {
            throw b.unsupported("explicit padding");
        }
        b.dx(0, b.tf().call("ZerosLike", b.input(0)));
        b.dx(1, b.tf().call("ZerosLike", b.input(1)));
        b.dx(2, same(b, gradientOp(), b.input(0), b.input(1), b.dy(0)));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(8);
    }
}
