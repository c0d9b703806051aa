package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * Values with the numbers of their rows, and a {@code default_value} for each row that has none, in the order of the rows;
 * also which rows had none, and for each given value where it is now.
 */
@OpSpec(
        "RaggedFillEmptyRows(value_rowids: int64, values: T, nrows: int64, default_value: T) -> "
                + "(output_value_rowids: int64, output_values: T, empty_row_indicator: bool, reverse_index_map: int64); T: type")
public final class RaggedFillEmptyRows extends Op {
    @Override
    protected void infer(Inference c) {
        Shape ids = c.shape(0, 1);
        Shape values = c.shape(1, 1);
        Shape.mergeDims(ids.dim(0), values.dim(0));
        c.shape(2, 0);
        c.shape(3, 0);
        Long rows = c.integer(2);
        c.output(0, Shape.of(Shape.ANY));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, Shape.of(rows == null ? Shape.ANY : Math.max(rows, Shape.ANY)));
        c.output(3, Shape.of(ids.dim(0)));
    }

    private static int rows(Compute c) {
        if (c.shape(2).rank() != 0) {
            throw new InvalidArgumentException("nrows must be a scalar, saw: " + c.shape(2));
        }
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("value_rowids must be a vector, saw: " + c.shape(0));
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("values must be a vector, saw: " + c.shape(1));
        }
        if (c.input(0).size() != c.input(1).size()) {
            throw new InvalidArgumentException("The length of `values` ("
                    + c.input(1).size() + ") must match the first dimension of `value_rowids` ("
                    + c.input(0).size() + ").");
        }
        if (c.shape(3).rank() != 0) {
            throw new InvalidArgumentException("default_value must be a scalar, saw: " + c.shape(3));
        }
        long rows = c.integers(2)[0];
        if (rows < 0 || rows > Integer.MAX_VALUE) {
            throw new InvalidArgumentException("nrows must not be negative, saw: " + rows);
        }
        if (rows == 0 && c.input(0).size() > 0) {
            throw new InvalidArgumentException("Received RaggedTensor with nrows = 0 but value_rowids.shape[0] = "
                    + c.input(0).size());
        }
        return (int) rows;
    }

    @Override
    protected void compute(Compute c) {
        int[] counts = new int[rows(c)];
        long[] ids = c.integers(0);
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] < 0 || ids[i] >= counts.length) {
                throw new InvalidArgumentException(
                        "value_rowids(" + i + ") is invalid: " + ids[i] + " >= " + counts.length);
            }
            counts[(int) ids[i]]++;
        }
        int[] next = new int[counts.length];
        int total = 0;
        Elements empty = Elements.allocate(DType.BOOL, Shape.of(counts.length));
        for (int r = 0; r < counts.length; r++) {
            empty.set(r, counts[r] == 0);
            next[r] = total;
            total += Math.max(1, counts[r]);
        }
        Elements rowOf = Elements.allocate(DType.INT64, Shape.of(total));
        Elements values = Elements.allocate(c.outputDType(1), Shape.of(total));
        Elements map = Elements.allocate(DType.INT64, Shape.of(ids.length));
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] == 0) {
                rowOf.setInteger(next[r], r);
                Elements.of(c.input(3)).copy(0, values, next[r]);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            int to = next[(int) ids[i]]++;
            rowOf.setInteger(to, ids[i]);
            Elements.of(c.input(1)).copy(i, values, to);
            map.setInteger(i, to);
        }
        c.output(0, rowOf.tensor());
        c.output(1, values.tensor());
        c.output(2, empty.tensor());
        c.output(3, map.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Node g = b.tf().call("RaggedFillEmptyRowsGrad", b.output(3), b.dy(1)).node();
        b.dx(1, g.output(0));
        b.dx(3, g.output(1));
    }
}
