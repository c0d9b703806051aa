package io.leat.ops.math;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/**
 * How often each of the numbers 0 to {@code size} - 1 occurs in {@code input}, a vector, or in each row of a matrix; or
 * the sums of the {@code weights}, which have the shape of {@code input} or are empty. With {@code binary_output} it only
 * says whether they occur.
 */
@OpSpec("DenseBincount(input: Tidx, size: Tidx, weights: T) -> (output: T); "
        + "Tidx: {int32, int64}; T: {int32, int64, float, double}; binary_output: bool = false")
public final class DenseBincount extends BinCounting {
    @Endpoint("math.denseBincount")
    public static Output of(Ops tf, Operand input, Operand size, Operand weights, boolean binaryOutput) {
        return tf.op("DenseBincount")
                .input(input)
                .input(size)
                .input(weights)
                .attr("binary_output", binaryOutput)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        Shape in = c.shape(0);
        requireRank(in);
        Tensor size = c.constant(1);
        long n = size == null ? Shape.ANY : size(size);
        if (in.hasRank()) {
            c.output(0, in.rank() < 2 ? Shape.of(n) : Shape.of(in.dim(0), n));
        }
    }

    private static void requireRank(Shape in) {
        if (in.rank() > 2) {
            throw new InvalidArgumentException("Shape must be at most rank 2 but is rank " + in.rank());
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        requireRank(in);
        Elements values = Elements.of(c.input(0));
        Elements weights = Elements.of(c.input(2));
        long size = size(c.input(1));
        requireWeights(in, weights);
        requireNotNegative(values);
        boolean matrix = in.rank() == 2;
        Elements y = Elements.allocate(c.outputDType(0), matrix ? Shape.of(in.dim(0), size) : Shape.of(size));
        int row = matrix ? (int) in.dim(1) : Math.max(1, values.size());
        boolean binary = c.attrs().bool("binary_output");
        for (int i = 0; i < values.size(); i++) {
            if (values.integer(i) < size) {
                count(weights, i, binary, y, (int) (i / row * size + values.integer(i)));
            }
        }
        c.output(0, y.tensor());
    }
}
