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
 * How often each of the numbers 0 to {@code size} - 1 occurs in each row of a ragged matrix, [rows, size]; or the sums of
 * the {@code weights}, which are as many as the values or none. With {@code binary_output} whether they occur.
 */
@OpSpec("RaggedBincount(splits: int64, values: Tidx, size: Tidx, weights: T) -> (output: T); "
        + "Tidx: {int32, int64}; T: {int32, int64, float, double}; binary_output: bool = false")
public final class RaggedBincount extends BinCounting {
    @Endpoint("math.raggedBincount")
    public static Output of(
            Ops tf, Operand splits, Operand values, Operand size, Operand weights, boolean binaryOutput) {
        return tf.op("RaggedBincount")
                .input(splits)
                .input(values)
                .input(size)
                .input(weights)
                .attr("binary_output", binaryOutput)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(2, 0);
        Tensor size = c.constant(2);
        long splits = c.shape(0, 1).dim(0);
        c.output(0, Shape.of(splits > 0 ? splits - 1 : Shape.ANY, size == null ? Shape.ANY : size(size)));
    }

    @Override
    protected void compute(Compute c) {
        long size = size(c.input(2));
        long[] splits = c.integers(0);
        Elements values = Elements.of(c.input(1));
        Elements weights = Elements.of(c.input(3));
        if (c.shape(0).rank() != 1 || splits.length == 0) {
            throw new InvalidArgumentException("Splits must be a vector that is not empty, got shape " + c.shape(0));
        }
        if (splits[0] != 0) {
            throw new InvalidArgumentException("Splits must start with 0, not with " + splits[0]);
        }
        if (splits[splits.length - 1] != values.size()) {
            throw new InvalidArgumentException("Splits must end with the number of values, got "
                    + splits[splits.length - 1] + " instead of " + values.size());
        }
        if (weights.size() != 0 && weights.size() != values.size()) {
            throw new InvalidArgumentException("Weights and values must have the same size. Weight size: "
                    + weights.size() + "; values size: " + values.size());
        }
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(splits.length - 1, size));
        int row = 0;
        for (int i = 0; i < values.size(); i++) {
            while (i >= splits[row + 1]) {
                row++;
            }
            long bin = values.integer(i);
            if (bin < 0) {
                throw new InvalidArgumentException("Input must be non-negative");
            }
            if (bin < size) {
                count(weights, i, c.attrs().bool("binary_output"), y, (int) (row * size + bin));
            }
        }
        c.output(0, y.tensor());
    }
}
