package io.leat.ops.sparse;

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
 * A sparse matrix with an entry {@code default_value} in column 0 of each row that has none, in the order of the rows;
 * also which rows had none, and for each given entry where it is now.
 */
@OpSpec("SparseFillEmptyRows(indices: int64, values: T, dense_shape: int64, default_value: T) -> "
        + "(output_indices: int64, output_values: T, empty_row_indicator: bool, reverse_index_map: int64); T: type")
public final class SparseFillEmptyRows extends Op {
    @Override
    protected void infer(Inference c) {
        Coordinates.infer(c, 0);
        c.shape(3, 0);
        Shape known = c.shapeValue(2);
        c.output(
                0,
                Shape.of(
                        Shape.ANY,
                        Shape.mergeDims(c.shape(0, 2).dim(1), c.shape(2, 1).dim(0))));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, Shape.of(known.rank() > 0 ? known.dim(0) : Shape.ANY));
        c.output(3, Shape.of(c.shape(0, 2).dim(0)));
    }

    private static void check(Compute c) {
        if (c.shape(2).rank() != 1 || c.input(2).size() == 0) {
            throw new InvalidArgumentException("dense_shape must be a vector, saw: " + c.shape(2));
        }
        if (c.shape(0).rank() != 2) {
            throw new InvalidArgumentException("indices must be a matrix, saw: " + c.shape(0));
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("values must be a vector, saw: " + c.shape(1));
        }
        if (c.shape(0).dim(0) != c.input(1).size()) {
            throw new InvalidArgumentException(
                    "The length of `values` (" + c.input(1).size() + ") must match the first dimension of `indices` ("
                            + c.shape(0).dim(0) + ").");
        }
        if (c.shape(3).rank() != 0) {
            throw new InvalidArgumentException("default_value must be a scalar, saw: " + c.shape(3));
        }
    }

    @Override
    protected void compute(Compute c) {
        check(c);
        var at = Coordinates.of(c.input(0), c.input(1), c.input(2));
        long rows = c.integers(2)[0];
        if (rows < 0 || rows > Integer.MAX_VALUE) {
            throw new InvalidArgumentException("dense_shape[0] must not be negative, saw: " + rows);
        }
        if (rows == 0 && at.count > 0) {
            throw new InvalidArgumentException(
                    "Received SparseTensor with dense_shape[0] = 0 but indices.shape[0] = " + at.count);
        }
        int[] counts = new int[(int) rows];
        for (int i = 0; i < at.count; i++) {
            long row = at.get(i, 0);
            if (row < 0 || row >= rows) {
                throw new InvalidArgumentException("indices(" + i + ", 0) is invalid: " + row + " >= " + rows);
            }
            counts[(int) row]++;
        }
        fill(c, at, counts);
    }

    private static void fill(Compute c, Coordinates at, int[] counts) {
        Elements empty = Elements.allocate(DType.BOOL, Shape.of(counts.length));
        int[] next = new int[counts.length];
        int total = 0;
        for (int r = 0; r < counts.length; r++) {
            empty.set(r, counts[r] == 0);
            next[r] = total;
            total += Math.max(1, counts[r]);
        }
        Elements indices = Elements.allocate(DType.INT64, Shape.of(total, at.rank));
        Elements values = Elements.allocate(c.outputDType(1), Shape.of(total));
        Elements map = Elements.allocate(DType.INT64, Shape.of(at.count));
        for (int r = 0; r < counts.length; r++) {
            if (counts[r] == 0) {
                indices.setInteger(next[r] * at.rank, r);
                Elements.of(c.input(3)).copy(0, values, next[r]);
            }
        }
        for (int i = 0; i < at.count; i++) {
            int to = next[(int) at.get(i, 0)]++;
            for (int d = 0; d < at.rank; d++) {
                indices.setInteger(to * at.rank + d, at.get(i, d));
            }
            Elements.of(c.input(1)).copy(i, values, to);
            map.setInteger(i, to);
        }
        c.output(0, indices.tensor());
        c.output(1, values.tensor());
        c.output(2, empty.tensor());
        c.output(3, map.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Node g = b.tf().call("SparseFillEmptyRowsGrad", b.output(3), b.dy(1)).node();
        b.dx(1, g.output(0));
        b.dx(3, g.output(1));
    }
}
