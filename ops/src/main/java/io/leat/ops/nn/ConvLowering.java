package io.leat.ops.nn;

import io.leat.graph.Lowering;
import io.leat.ir.ArrayKernel;
import io.leat.ir.ProductKernel;
import io.leat.ir.Value;
import io.leat.tensor.Shape;

/** Convolutions by the kernels' loops, which have the channels last. */
final class ConvLowering {
    private ConvLowering() {}

    static boolean forward(Lowering c, ConvKind kind, String op) {
        ConvSizes sizes = ConvSizes.of(kind, op, c.attrs(), c.shape(0), c.shape(1));
        if (!ConvLoops.exist(sizes, c.dtype(0))) {
            return false;
        }
        Value in = channelsLast(c, sizes, 0);
        Value filter = Precision.widen(c, c.input(1));
        ArrayKernel kernel = ConvLoops.of(sizes).forward(in.dtype());
        Shape shape = channelsLast(sizes, c.outputShape(0));
        Value out = kernel instanceof ProductKernel product
                ? c.product(op, product, in.dtype(), shape, in, filter)
                : c.library(op, kernel, in.dtype(), shape, in, filter);
        finish(c, sizes, out);
        return true;
    }

    static boolean inputGradient(Lowering c, ConvKind kind, String op) {
        ConvSizes sizes = ConvSizes.of(kind, op, c.attrs(), c.outputShape(0), c.shape(1));
        sizes.requireGradient(op, c.shape(2));
        if (!ConvLoops.exist(sizes, c.dtype(1))) {
            return false;
        }
        Value filter = Precision.widen(c, c.input(1));
        Value dOut = channelsLast(c, sizes, 2);
        ArrayKernel kernel = ConvLoops.of(sizes).inputGradient(filter.dtype());
        finish(c, sizes, c.library(op, kernel, filter.dtype(), channelsLast(sizes, c.outputShape(0)), filter, dOut));
        return true;
    }

    static boolean filterGradient(Lowering c, ConvKind kind, String op) {
        ConvSizes sizes = ConvSizes.of(kind, op, c.attrs(), c.shape(0), c.outputShape(0));
        sizes.requireGradient(op, c.shape(2));
        if (!ConvLoops.exist(sizes, c.dtype(0))) {
            return false;
        }
        Value in = channelsLast(c, sizes, 0);
        Value dOut = channelsLast(c, sizes, 2);
        ArrayKernel kernel = ConvLoops.of(sizes).filterGradient(in.dtype());
        Value dFilter = c.library(op, kernel, in.dtype(), c.outputShape(0), in, dOut);
        c.output(0, Precision.cast(c, dFilter, c.outputDType(0)));
        return true;
    }

    private static Value channelsLast(Lowering c, ConvSizes sizes, int input) {
        return sizes.format().channelsLast(c, Precision.widen(c, c.input(input)));
    }

    private static Shape channelsLast(ConvSizes sizes, Shape s) {
        ImageFormat format = sizes.format();
        return new ImageFormat(false, format.spatial()).shape(s.dim(0), format.pixels(s), format.channels(s));
    }

    private static void finish(Lowering c, ConvSizes sizes, Value result) {
        Value narrow = Precision.cast(c, result, c.outputDType(0));
        c.output(0, sizes.format().fromChannelsLast(c, narrow));
    }
}
