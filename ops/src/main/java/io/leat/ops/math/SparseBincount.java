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
 * How often each of the numbers 0 to {@code size} - 1 occurs in a sparse vector, [size], or in each row of a sparse
 * matrix, [rows, size]; or the sums of the {@code weights}, which are as many as the values or none. With
 * {@code binary_output} whether they occur.
 */
@OpSpec("SparseBincount(indices: int64, values: Tidx, dense_shape: int64, size: Tidx, weights: T) -> (output: T); "
        + "Tidx: {int32, int64}; T: {int32, int64, float, double}; binary_output: bool = false")
public final class SparseBincount extends BinCounting {
    @Endpoint("math.sparseBincount")
    public static Output of(
            Ops tf,
            Operand indices,
            Operand values,
            Operand denseShape,
            Operand size,
            Operand weights,
            boolean binaryOutput) {
        return tf.op("SparseBincount")
                .input(indices)
                .input(values)
                .input(denseShape)
                .input(size)
                .input(weights)
                .attr("binary_output", binaryOutput)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.shape(3, 0);
        Tensor given = c.constant(3);
        long size = given == null ? Shape.ANY : size(given);
        Shape dense = c.shapeValue(2);
        if (dense.hasRank()) {
            c.output(
                    0,
                    dense.rank() == 1 ? Shape.of(size) : Shape.of(dense.rank() > 0 ? dense.dim(0) : Shape.ANY, size));
        }
    }

    @Override
    protected void compute(Compute c) {
        long size = size(c.input(3));
        long[] dense = c.integers(2);
        Elements values = Elements.of(c.input(1));
        Elements weights = Elements.of(c.input(4));
        if (dense.length == 0 || c.shape(2).rank() != 1) {
            throw new InvalidArgumentException(
                    "Shape must be rank 1 but is rank " + c.shape(2).rank());
        }
        if (c.shape(0).rank() != 2 || c.shape(0).dim(0) != values.size()) {
            throw new InvalidArgumentException("Number of values must match first dimension of indices. Got "
                    + values.size() + " values, indices shape: " + c.shape(0));
        }
        if (weights.size() != 0 && weights.size() != values.size()) {
            throw new InvalidArgumentException("Weights and values must have the same size. Weight size: "
                    + weights.size() + "; values size: " + values.size());
        }
        boolean vector = dense.length == 1;
        requireNotNegative(values);
        Elements indices = Elements.of(c.input(0));
        int rank = (int) c.shape(0).dim(1);
        Elements y = Elements.allocate(c.outputDType(0), vector ? Shape.of(size) : Shape.of(dense[0], size));
        for (int i = 0; i < values.size(); i++) {
            long row = vector ? 0 : rank == 0 ? -1 : indices.integer(i * rank);
            long bin = values.integer(i);
            if (!vector && (row < 0 || row >= dense[0])) {
                throw new InvalidArgumentException("Index out of bound. `batch` (" + row
                        + ") must be less than the dimension size (" + dense[0] + ").");
            }
            if (bin < size) {
                count(weights, i, c.attrs().bool("binary_output"), y, (int) (row * size + bin));
            }
        }
        c.output(0, y.tensor());
    }
}
