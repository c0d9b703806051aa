package io.leat.ops.nn;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Pool;
import io.leat.kernels.Pool3d;
import io.leat.kernels.PoolShape;
import io.leat.tensor.DType;
import org.jspecify.annotations.Nullable;

/** The kernels' loops for poolings, over tensors with the channels last; null where there are none. */
final class PoolLoops {
    private PoolLoops() {}

    /** From the input to the maxima. */
    static @Nullable ArrayKernel max(PoolSizes sizes, DType t) {
        if (sizes.isVolume(t)) {
            Pool3d p = sizes.kernelVolume();
            return (in, out, parallel) -> p.max((float[]) in[0], (float[]) out[0], parallel);
        }
        if (!sizes.isPlanar()) {
            return null;
        }
        PoolShape p = sizes.kernelShape();
        return switch (t) {
            case FLOAT64 -> (in, out, parallel) -> Pool.max((double[]) in[0], 0, (double[]) out[0], 0, p, parallel);
            case FLOAT32 -> (in, out, parallel) -> Pool.max((float[]) in[0], 0, (float[]) out[0], 0, p, parallel);
            case INT32 -> (in, out, parallel) -> Pool.max((int[]) in[0], 0, (int[]) out[0], 0, p, parallel);
            default -> null;
        };
    }

    /** From the input, the maxima and their gradient to the gradient of the input. */
    static @Nullable ArrayKernel maxGradient(PoolSizes sizes, DType t) {
        if (sizes.isVolume(t)) {
            Pool3d p = sizes.kernelVolume();
            return (in, out, parallel) ->
                    p.maxGradient((float[]) in[0], (float[]) in[1], (float[]) in[2], (float[]) out[0], parallel);
        }
        if (!sizes.isPlanar()) {
            return null;
        }
        PoolShape p = sizes.kernelShape();
        return switch (t) {
            case FLOAT64 ->
                (in, out, parallel) ->
                        Pool.maxGradient((double[]) in[0], 0, (double[]) in[2], 0, (double[]) out[0], 0, p, parallel);
            case FLOAT32 ->
                (in, out, parallel) ->
                        Pool.maxGradient((float[]) in[0], 0, (float[]) in[2], 0, (float[]) out[0], 0, p, parallel);
            case INT32 ->
                (in, out, parallel) ->
                        Pool.maxGradient((int[]) in[0], 0, (int[]) in[2], 0, (int[]) out[0], 0, p, parallel);
            default -> null;
        };
    }

    /** From the input, the maxima and a gradient of the input's gradient to that of the maxima's gradient. */
    static @Nullable ArrayKernel maxSecondGradient(PoolSizes sizes, DType t) {
        if (!sizes.isPlanar()) {
            return null;
        }
        PoolShape p = sizes.kernelShape();
        return switch (t) {
            case FLOAT64 ->
                (in, out, parallel) -> {
                    double[] maxima = (double[]) in[1];
                    Pool.maxGradientOfGradient(
                            (double[]) in[0], 0, maxima, 0, (double[]) in[2], 0, (double[]) out[0], 0, p, parallel);
                };
            case FLOAT32 ->
                (in, out, parallel) -> {
                    float[] maxima = (float[]) in[1];
                    Pool.maxGradientOfGradient(
                            (float[]) in[0], 0, maxima, 0, (float[]) in[2], 0, (float[]) out[0], 0, p, parallel);
                };
            default -> null;
        };
    }

    /** From the input to the means. */
    static @Nullable ArrayKernel average(PoolSizes sizes, DType t) {
        if (sizes.isVolume(t)) {
            Pool3d p = sizes.kernelVolume();
            return (in, out, parallel) -> p.average((float[]) in[0], (float[]) out[0], parallel);
        }
        if (!sizes.isPlanar()) {
            return null;
        }
        PoolShape p = sizes.kernelShape();
        return switch (t) {
            case FLOAT64 -> (in, out, parallel) -> Pool.average((double[]) in[0], 0, (double[]) out[0], 0, p, parallel);
            case FLOAT32 -> (in, out, parallel) -> Pool.average((float[]) in[0], 0, (float[]) out[0], 0, p, parallel);
            default -> null;
        };
    }

    /** From the gradient of the means to that of the input. */
    static @Nullable ArrayKernel averageGradient(PoolSizes sizes, DType t) {
        if (sizes.isVolume(t)) {
            Pool3d p = sizes.kernelVolume();
            return (in, out, parallel) -> p.averageGradient((float[]) in[0], (float[]) out[0], parallel);
        }
        if (!sizes.isPlanar()) {
            return null;
        }
        PoolShape p = sizes.kernelShape();
        return switch (t) {
            case FLOAT64 ->
                (in, out, parallel) -> Pool.averageGradient((double[]) in[0], 0, (double[]) out[0], 0, p, parallel);
            case FLOAT32 ->
                (in, out, parallel) -> Pool.averageGradient((float[]) in[0], 0, (float[]) out[0], 0, p, parallel);
            default -> null;
        };
    }
}
