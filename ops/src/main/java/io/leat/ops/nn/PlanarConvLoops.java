package io.leat.ops.nn;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Conv2d;
import io.leat.kernels.ConvShape;
import io.leat.kernels.DepthwiseConv2d;
import io.leat.tensor.DType;

/** The kernels' loops for two-dimensional convolutions of float32 or float64, general or depthwise. */
record PlanarConvLoops(ConvShape shape, boolean depthwise) implements ConvLoops {
    @Override
    public ArrayKernel forward(DType t) {
        return t == DType.FLOAT64 ? new DoublePlanarConv(shape) : new FloatPlanarConv(shape);
    }

    @Override
    public ArrayKernel inputGradient(DType t) {
        if (t == DType.FLOAT64) {
            return (in, out, parallel) -> {
                double[] filter = (double[]) in[0];
                double[] dOut = (double[]) in[1];
                if (depthwise) {
                    DepthwiseConv2d.gradientInput(shape, filter, 0, dOut, 0, (double[]) out[0], 0, parallel);
                } else {
                    Conv2d.gradientInput(shape, filter, 0, dOut, 0, (double[]) out[0], 0, parallel);
                }
            };
        }
        return (in, out, parallel) -> {
            float[] filter = (float[]) in[0];
            float[] dOut = (float[]) in[1];
            if (depthwise) {
                DepthwiseConv2d.gradientInput(shape, filter, 0, dOut, 0, (float[]) out[0], 0, parallel);
            } else {
                Conv2d.gradientInput(shape, filter, 0, dOut, 0, (float[]) out[0], 0, parallel);
            }
        };
    }

    @Override
    public ArrayKernel filterGradient(DType t) {
        if (t == DType.FLOAT64) {
            return (in, out, parallel) -> {
                double[] x = (double[]) in[0];
                double[] dOut = (double[]) in[1];
                if (depthwise) {
                    DepthwiseConv2d.gradientFilter(shape, x, 0, dOut, 0, (double[]) out[0], 0, parallel);
                } else {
                    Conv2d.gradientFilter(shape, x, 0, dOut, 0, (double[]) out[0], 0, parallel);
                }
            };
        }
        return (in, out, parallel) -> {
            float[] x = (float[]) in[0];
            float[] dOut = (float[]) in[1];
            if (depthwise) {
                DepthwiseConv2d.gradientFilter(shape, x, 0, dOut, 0, (float[]) out[0], 0, parallel);
            } else {
                Conv2d.gradientFilter(shape, x, 0, dOut, 0, (float[]) out[0], 0, parallel);
            }
        };
    }
}
