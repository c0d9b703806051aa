package io.leat.ops.nn;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Conv3d;
import io.leat.tensor.DType;

/** The kernels' loops for three-dimensional convolutions of float32. */
record VolumeConvLoops(Conv3d conv) implements ConvLoops {
    @Override
    public ArrayKernel forward(DType t) {
        return (in, out, parallel) -> conv.forward((float[]) in[0], (float[]) in[1], (float[]) out[0], parallel);
    }

    @Override
    public ArrayKernel inputGradient(DType t) {
        return (in, out, parallel) -> conv.gradientInput((float[]) in[0], (float[]) in[1], (float[]) out[0], parallel);
    }

    @Override
    public ArrayKernel filterGradient(DType t) {
        return (in, out, parallel) -> conv.gradientFilter((float[]) in[0], (float[]) in[1], (float[]) out[0], parallel);
    }
}
