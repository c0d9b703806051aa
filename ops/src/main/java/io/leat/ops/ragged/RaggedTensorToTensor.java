package io.leat.ops.ragged;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Gradient;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A ragged tensor as a dense one: rows are cut or filled with {@code default_value}, which is broadcast to the inner
 * dimensions, to the sizes in {@code shape}; where these are -1 the longest row decides. {@code row_partition_tensors} say
 * how the values part into rows, outermost first.
 */
@OpSpec("RaggedTensorToTensor(shape: Tshape, values: T, default_value: T, "
        + "row_partition_tensors: num_row_partition_tensors * Tindex) -> (result: T); "
        + "T: type; Tindex: {int64, int32}; Tshape: {int64, int32}; num_row_partition_tensors: int >= 1; "
        + "row_partition_types: list(string)")
public final class RaggedTensorToTensor extends Op {
    private static final int FIRST = 3;

    private static List<RowPartition> kinds(List<String> names, int tensors) {
        List<RowPartition> kinds = RowPartition.of(names);
        if (kinds.isEmpty()) {
            throw new InvalidArgumentException("No row_partition_types given.");
        }
        if (kinds.size() != tensors) {
            throw new InvalidArgumentException("row_partition_types has " + kinds.size() + " elements, but there are "
                    + tensors + " row_partition_tensors");
        }
        return kinds;
    }

    @Override
    protected void infer(Inference c) {
        int rank = RowPartition.raggedRank(kinds(c.attrs().texts("row_partition_types"), c.inputs() - FIRST));
        Shape values = c.shape(1);
        checkDefault(c.shape(2), values);
        c.output(0, combine(rank, c.shapeValue(0), values));
    }

    private static void checkDefault(Shape ifMissing, Shape values) {
        if (!ifMissing.hasRank() || !values.hasRank()) {
            return;
        }
        if (ifMissing.rank() >= values.rank()) {
            throw new InvalidArgumentException("default_value.shape=" + ifMissing + " and rt_input.flat_values.shape="
                    + values + " are incompatible: default_value.rank = " + ifMissing.rank()
                    + "  must be less than rt_input.flat_values.rank = " + values.rank());
        }
        for (int i = 0; i < Math.min(ifMissing.rank(), values.rank() - 1); i++) {
            long a = ifMissing.dim(i);
            long b = values.dim(i + 1);
            if (a >= 0 && b >= 0 && a != 1 && a != b) {
                throw new InvalidArgumentException("default_value.shape=" + ifMissing
                        + " and rt_input.flat_values.shape=" + values
                        + " are incompatible: default_value.shape[" + (i - ifMissing.rank()) + "] = " + a
                        + " but rt_input.flat_values.shape[" + (i - ifMissing.rank()) + "] = " + b);
            }
        }
    }

    /** What the shape that was asked for and that of the values say together. */
    private static Shape combine(int raggedRank, Shape wanted, Shape values) {
        if (!values.hasRank()) {
            return wanted;
        }
        values.withRankAtLeast(1);
        int rank = raggedRank + values.rank();
        if (!wanted.hasRank()) {
            return Shape.ofRank(raggedRank + 1).concat(values.from(1));
        }
        if (wanted.rank() != rank) {
            throw new InvalidArgumentException("rt_input.shape and shape=" + wanted
                    + " are incompatible: rt_input.rank = " + rank + " but shape.rank = " + wanted.rank());
        }
        Shape out = wanted;
        for (int i = 1; i < values.rank(); i++) {
            long dim = values.dim(i);
            long given = wanted.dim(raggedRank + i);
            if (dim >= 0 && given >= 0 && dim != given) {
                throw new InvalidArgumentException("rt_input.shape and shape=" + wanted
                        + " are incompatible: rt_input.shape[" + (raggedRank + i) + "] = " + dim + " but shape["
                        + (raggedRank + i) + "] = " + given);
            }
            out = out.withDim(raggedRank + i, Math.max(dim, given));
        }
        return out;
    }

    @Override
    protected void compute(Compute c) {
        List<RowPartition> kinds = kinds(c.attrs().texts("row_partition_types"), c.inputs() - FIRST);
        int rank = RowPartition.raggedRank(kinds);
        Shape values = c.shape(1);
        if (values.rank() == 0) {
            throw new InvalidArgumentException("rt_input.flat_values must not be a scalar");
        }
        checkDefault(c.shape(2), values);
        Shape size = size(c, combine(rank, wanted(c), values), kinds);
        Elements y = Elements.allocate(c.outputDType(0), size);
        fill(y, Elements.of(c.input(2)), values.from(1));
        place(c, kinds, y, size);
        c.output(0, y.tensor());
    }

    private static Shape wanted(Compute c) {
        long[] dims = c.integers(0);
        if (c.shape(0).isScalar()) {
            if (dims[0] != Shape.ANY) {
                throw new InvalidArgumentException(
                        "The only valid scalar shape tensor is the fully unknown shape specified as -1.");
            }
            return Shape.UNKNOWN;
        }
        if (c.shape(0).rank() != 1) {
            throw new InvalidArgumentException("shape must be at most rank 1 but has the shape of " + c.shape(0));
        }
        for (long d : dims) {
            if (d < Shape.ANY) {
                throw new InvalidArgumentException("Dimension " + d + " must be >= -1");
            }
        }
        return Shape.of(dims);
    }

    private static Shape size(Compute c, Shape known, List<RowPartition> kinds) {
        Shape size = known;
        if (size.dim(0) == Shape.ANY) {
            size = size.withDim(0, firstRows(c, kinds.getFirst()));
        }
        int rank = RowPartition.raggedRank(kinds);
        int first = kinds.size() - rank;
        for (int d = 1; d <= rank; d++) {
            if (size.dim(d) == Shape.ANY) {
                int p = first + d - 1;
                size = size.withDim(d, kinds.get(p).width(c.integers(FIRST + p)));
            }
        }
        return size;
    }

    /** The number of rows of the ragged tensor itself. */
    private static long firstRows(Compute c, RowPartition kind) {
        if (c.input(FIRST).size() == 0) {
            throw new InvalidArgumentException("Invalid first partition input. Tensor requires at least one element.");
        }
        return switch (kind) {
            case FIRST_DIM_SIZE -> c.integers(FIRST)[0];
            case ROW_SPLITS -> c.input(FIRST).size() - 1;
            case VALUE_ROWIDS -> throw new InvalidArgumentException("Cannot handle VALUE_ROWIDS in first dimension.");
        };
    }

    /** Fills with the default, broadcast to the inner dimensions. */
    private static void fill(Elements y, Elements ifMissing, Shape inner) {
        if (y.size() == 0) {
            return;
        }
        if (!ifMissing.shape().broadcast(inner).equals(inner)) {
            throw new InvalidArgumentException(
                    "Unable to broadcast default_value of shape " + ifMissing.shape() + " to tensor of shape " + inner);
        }
        int lead = inner.rank() - ifMissing.shape().rank();
        int width = Math.toIntExact(inner.size());
        for (int i = 0; i < width; i++) {
            int rest = i;
            int from = 0;
            int stride = 1;
            for (int d = inner.rank() - 1; d >= lead; d--) {
                int at = rest % (int) inner.dim(d);
                rest /= (int) inner.dim(d);
                int n = (int) ifMissing.shape().dim(d - lead);
                from += n == 1 ? 0 : at * stride;
                stride *= n;
            }
            for (int to = i; to < y.size(); to += width) {
                ifMissing.copy(from, y, to);
            }
        }
    }

    /** Copies the values to where they belong; those outside are left out. */
    private static void place(Compute c, List<RowPartition> kinds, Elements y, Shape size) {
        long first = firstRows(c, kinds.getFirst());
        if (first < 0 || first > Integer.MAX_VALUE) {
            throw new InvalidArgumentException("Invalid number of rows: " + first);
        }
        int[] at = new int[(int) first];
        for (int r = 0; r < at.length; r++) {
            at[r] = r < size.dim(0) ? r : -1;
        }
        int rank = RowPartition.raggedRank(kinds);
        int from = kinds.size() - rank;
        Elements x = Elements.of(c.input(1));
        int rows = (int) c.shape(1).dim(0);
        for (int d = 1; d <= rank; d++) {
            int p = from + d - 1;
            int[][] places = kinds.get(p).places(c.integers(FIRST + p), at.length, d == rank ? rows : -1);
            int[] next = new int[places[0].length];
            for (int i = 0; i < next.length; i++) {
                int parent = at[places[0][i]];
                int column = places[1][i];
                next[i] = parent < 0 || column >= size.dim(d) ? -1 : parent * (int) size.dim(d) + column;
            }
            at = next;
        }
        int width = Math.toIntExact(c.shape(1).from(1).size());
        int n = Math.min(at.length, rows);
        for (int i = 0; i < n; i++) {
            if (at[i] >= 0) {
                x.copyRange(i * width, y, at[i] * width, width);
            }
        }
        if (at.length > rows && Arrays.stream(at, rows, at.length).anyMatch(i -> i >= 0)) {
            throw new InvalidArgumentException("Invalid row ids: there are " + at.length + " for " + rows + " values");
        }
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        int rank = RowPartition.raggedRank(RowPartition.of(b.attrs().texts("row_partition_types")));
        Output dy = b.dy(0);
        Output shape = tf.call("Shape", b.input(1));
        Output rows = tf.call("Slice", shape, tf.constant(new int[] {0}), tf.constant(new int[] {1}));
        Output numbers =
                tf.call("Range", tf.constant(0), tf.call("Reshape", rows, tf.constant(new int[0])), tf.constant(1));
        Output outer =
                tf.call("Slice", tf.call("Shape", dy), tf.constant(new int[] {0}), tf.constant(new int[] {1 + rank}));
        var node = tf.op("RaggedTensorToTensor").input(outer).input(numbers).input(tf.constant(-1));
        Node which = node.inputs(b.node().inputs().subList(FIRST, b.node().inputCount()))
                .attr("row_partition_types", Objects.requireNonNull(b.attrs().find("row_partition_types")))
                .add();
        Output none = tf.call("Equal", which.output(0), tf.constant(-1));
        Output there = tf.call("Where", tf.call("LogicalNot", none));
        Output values = tf.call("GatherNd", dy, there);
        Output indices = tf.call("GatherNd", which.output(0), there);
        b.dx(1, new Gradient.IndexedSlices(values, indices, shape));
        b.dx(2, ofDefault(tf, b.input(2), tf.call("GatherNd", dy, tf.call("Where", none))));
    }

    /** What [n, inner dimensions] adds up to in the shape of the default. */
    private static Output ofDefault(Ops tf, Output ifMissing, Output dys) {
        Output shape = tf.call("Shape", ifMissing);
        Output lead = tf.call(
                "Range",
                tf.constant(0),
                tf.call("Sub", tf.call("Rank", dys), tf.call("Rank", ifMissing)),
                tf.constant(1));
        Output summed = tf.call("Sum", dys, lead);
        Node inner = tf.call("BroadcastGradientArgs", shape, tf.call("Shape", summed))
                .node();
        Output all = tf.call("Sum", summed, inner.output(0));
        return tf.call("Reshape", all, shape);
    }
}
