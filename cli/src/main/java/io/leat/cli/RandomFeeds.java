package io.leat.cli;

import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Random;

/** Values for inputs about which nothing is known: the same ones every time. */
final class RandomFeeds {
    private RandomFeeds() {}

    /** Numbers from 0 to 1, integers 0 or 1, in the shape of the input with {@code size} for its open dimensions. */
    static Tensor of(Output input, int size) {
        DType t = input.dtype();
        Shape s = input.shape();
        if (!s.hasRank() || !t.isNumeric() && t != DType.BOOL) {
            throw new InvalidArgumentException("say with --feed " + input.node().name() + "=… what '" + input.name()
                    + "', a " + t.signatureName() + s + ", shall be");
        }
        long[] dims = new long[s.rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = s.dim(i) == Shape.ANY ? size : s.dim(i);
        }
        Shape shape = Shape.of(dims);
        var random = new Random(1);
        double[] values = new double[Math.toIntExact(shape.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = t.isFloating() || t.isComplex() ? random.nextDouble() : random.nextInt(2);
        }
        return Tensor.of(t, shape, values);
    }
}
