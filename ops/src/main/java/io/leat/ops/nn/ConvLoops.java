package io.leat.ops.nn;

import io.leat.ir.ArrayKernel;
import io.leat.kernels.Conv3d;
import io.leat.tensor.DType;

/** The kernels' loops for a convolution, over tensors with the channels last, by dtype. */
interface ConvLoops {
    /** Whether there are loops for {@code sizes} and elements of {@code t}; half and bfloat16 are computed in float32. */
    static boolean exist(ConvSizes sizes, DType t) {
        boolean isPlanar = sizes.format().spatial() == 2;
        return sizes.place().isTame()
                && (isPlanar ? t.isFloating() : Precision.wide(t) == DType.FLOAT32)
                && sizes.output().size() <= Integer.MAX_VALUE;
    }

    static ConvLoops of(ConvSizes sizes) {
        return sizes.format().spatial() == 2
                ? new PlanarConvLoops(sizes.kernelShape(), sizes.groups() > 1 && sizes.groups() == sizes.inC())
                : new VolumeConvLoops(new Conv3d(sizes.place().volumes(sizes.batch()), sizes.inC(), sizes.outC()));
    }

    /** From input and filter to the output. */
    ArrayKernel forward(DType t);

    /** From filter and gradient of the output to the gradient of the input. */
    ArrayKernel inputGradient(DType t);

    /** From input and gradient of the output to the gradient of the filter. */
    ArrayKernel filterGradient(DType t);
}
