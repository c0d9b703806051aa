package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Quantised elementwise ops of two inputs that are broadcast to one shape. */
abstract class QuantizedBinary extends QuantizedOp {
    /** The range of the result. */
    abstract QuantizedRange result(QuantizedRange x, QuantizedRange y, Compute c);

    /**
     * What an element of an input gives before both are joined.
     *
     * @param alone whether it is the only one of its input
     */
    abstract long prepare(long level, QuantizedRange range, QuantizedRange result, boolean alone);

    abstract long join(long a, long b);

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).broadcast(c.shape(1)));
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        Shape xs = c.shape(0);
        Shape ys = c.shape(1);
        Shape shape;
        try {
            shape = xs.broadcast(ys);
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException("Incompatible shapes: " + xs + " vs. " + ys);
        }
        QuantizedRange rx = QuantizedRange.of(c, 0, 2, "x").requireWide("x");
        QuantizedRange ry = QuantizedRange.of(c, 1, 4, "y").requireWide("y");
        QuantizedRange result = result(rx, ry, c);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.of(c.input(1));
        boolean oneX = x.size() == 1;
        boolean oneY = y.size() == 1 && !oneX;
        Elements z = Elements.allocate(c.outputDType(0), shape);
        for (int i = 0; i < z.size(); i++) {
            long a = prepare(x.integer(from(i, shape, xs)), rx, result, oneX);
            long b = prepare(y.integer(from(i, shape, ys)), ry, result, oneY);
            z.setInteger(i, join(a, b));
        }
        c.output(0, z.tensor());
        range(c, result);
    }

    /** The element of an input of shape {@code in} that element {@code i} of the result comes from. */
    private static int from(int i, Shape shape, Shape in) {
        int rest = i;
        int at = 0;
        int stride = 1;
        int lead = shape.rank() - in.rank();
        for (int d = shape.rank() - 1; d >= lead; d--) {
            int here = rest % (int) shape.dim(d);
            rest /= (int) shape.dim(d);
            int n = (int) in.dim(d - lead);
            at += n == 1 ? 0 : here * stride;
            stride *= n;
        }
        return at;
    }
}
