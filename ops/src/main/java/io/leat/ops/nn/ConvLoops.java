package io.leat.ops.nn;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Conv2d;
import io.leat.kernels.ConvShape;
import io.leat.kernels.DepthwiseConv2d;
import io.leat.tensor.DType;

/** The kernels' loops for a convolution, general or depthwise, by dtype: float32 or float64. */
record ConvLoops(ConvShape shape, boolean depthwise) {
    static ConvLoops of(ConvSizes sizes) {
        return new ConvLoops(sizes.kernelShape(), sizes.groups() > 1 && sizes.groups() == sizes.inC());
    }

    /** From input and filter to the output. */
    ArrayKernel forward(DType t) {
        if (t == DType.FLOAT64) {
            return (in, out, parallel) -> {
                double[] x = (double[]) in[0];
                double[] filter = (double[]) in[1];
                if (depthwise) {
                    DepthwiseConv2d.forward(shape, x, 0, filter, 0, (double[]) out[0], 0, parallel);
                } else {
                    Conv2d.forward(shape, x, 0, filter, 0, (double[]) out[0], 0, parallel);
                }
            };
        }
        return (in, out, parallel) -> {
            float[] x = (float[]) in[0];
            float[] filter = (float[]) in[1];
            if (depthwise) {
                DepthwiseConv2d.forward(shape, x, 0, filter, 0, (float[]) out[0], 0, parallel);
            } else {
                Conv2d.forward(shape, x, 0, filter, 0, (float[]) out[0], 0, parallel);
            }
        };
    }

    /** From filter and gradient of the output to the gradient of the input. */
    ArrayKernel inputGradient(DType t) {
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

    /** From input and gradient of the output to the gradient of the filter. */
    ArrayKernel filterGradient(DType t) {
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
