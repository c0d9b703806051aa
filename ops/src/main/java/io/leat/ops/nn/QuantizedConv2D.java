package io.leat.ops.nn;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.ops.quantization.QuantizedOp;
import io.leat.ops.quantization.QuantizedRange;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Two-dimensional convolution of quantised images [batch, height, width, channels] with a quantised filter [height, width,
 * channels, outputs]: of levels, counted from the level of 0.
 */
@OpSpec("QuantizedConv2D(input: Tinput, filter: Tfilter, min_input: float, max_input: float, min_filter: float, "
        + "max_filter: float) -> (output: out_type, min_output: float, max_output: float); "
        + "Tinput: {qint8, quint8, qint32, qint16, quint16}; Tfilter: {qint8, quint8, qint32, qint16, quint16}; "
        + "out_type: {qint8, quint8, qint32, qint16, quint16} = qint32; strides: list(int); padding: {'SAME', 'VALID'}; "
        + "dilations: list(int) = [1, 1, 1, 1]")
public final class QuantizedConv2D extends QuantizedOp {
    private static Windows windows(Attrs attrs) {
        Windows w = Windows.of("QuantizedConv2D", attrs, 2);
        if (w.strides()[0] != w.strides()[1]) {
            throw new InvalidArgumentException(
                    "Current implementation only supports equal length strides in the row and column dimensions.");
        }
        if (w.dilations()[0] != 1 || w.dilations()[1] != 1) {
            throw new InvalidArgumentException(
                    "Current implementation only supports dilated rate as 1 in the row and column dimensions.");
        }
        return w;
    }

    @Override
    protected void infer(Inference c) {
        Windows w = windows(c.attrs());
        Shape in = c.shape(0, 4);
        Shape filter = c.shape(1, 4);
        Shape.mergeDims(in.dim(3), filter.dim(2));
        c.output(0, ConvSizes.output(ConvKind.CONV_2D, w, in, filter));
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        Shape filter = c.shape(1);
        if (in.rank() == 4 && filter.rank() == 4 && in.dim(3) != filter.dim(2)) {
            throw new InvalidArgumentException(
                    "input and filter must have the same depth: " + in.dim(3) + " vs " + filter.dim(2));
        }
        windows(c.attrs());
        ConvSizes sizes = ConvSizes.of(ConvKind.CONV_2D, name(), c.attrs(), in, filter);
        QuantizedRange x = QuantizedRange.of(c, 0, 2, "input");
        QuantizedRange f = QuantizedRange.of(c, 1, 4, "filter");
        int[] a = levels(Elements.of(c.input(0)), (int) x.toLevelUnclamped(0));
        int[] b = levels(Elements.of(c.input(1)), (int) f.toLevelUnclamped(0));
        Elements y = Elements.allocate(c.outputDType(0), sizes.output());
        int[] sums = new int[y.size()];
        int inC = sizes.inC();
        int outC = sizes.outC();
        for (int image = 0; image < sizes.batch(); image++) {
            int from = image * sizes.place().inPixels() * inC;
            int to = image * sizes.place().outPixels() * outC;
            sizes.place()
                    .forEach((inPixel, k, outPixel) ->
                            add(a, from + inPixel * inC, b, k * inC * outC, sums, to + outPixel * outC, inC, outC));
        }
        for (int i = 0; i < sums.length; i++) {
            y.setInteger(i, sums[i]);
        }
        c.output(0, y.tensor());
        range(c, QuantizedRange.ofProducts(x, f, y.dtype()));
    }

    private static int[] levels(Elements e, int zero) {
        int[] out = new int[e.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) e.integer(i) - zero;
        }
        return out;
    }

    /** Adds the products of a pixel with a pixel of the filter. */
    private static void add(int[] a, int pixel, int[] b, int weights, int[] sums, int to, int inC, int outC) {
        for (int i = 0; i < inC; i++) {
            int x = a[pixel + i];
            int row = weights + i * outC;
            for (int o = 0; o < outC; o++) {
                sums[to + o] += x * b[row + o];
            }
        }
    }
}
