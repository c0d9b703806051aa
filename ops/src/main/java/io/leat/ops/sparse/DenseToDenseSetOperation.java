package io.leat.ops.sparse;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sets in the last dimensions of two tensors [..., n] and [..., m] subtracted, intersected or united, as a sparse
 * tensor whose rows hold the elements in ascending order.
 */
@OpSpec("DenseToDenseSetOperation(set1: T, set2: T) -> (result_indices: int64, result_values: T, result_shape: int64); "
        + "set_operation: string; validate_indices: bool = true; "
        + "T: {int8, int16, int32, int64, uint8, uint16, string}")
public final class DenseToDenseSetOperation extends Op {
    @Override
    protected void infer(Inference c) {
        long rank = Math.max(c.shape(0).rank(), c.shape(1).rank());
        c.output(0, Shape.of(Shape.ANY, rank < 0 ? Shape.ANY : rank));
        c.output(1, Shape.of(Shape.ANY));
        c.output(2, Shape.of(rank < 0 ? Shape.ANY : rank));
    }

    /** An element of a set, in the order of its dtype. */
    private record Member(Elements of, int at) implements Comparable<Member> {
        @Override
        public int compareTo(Member o) {
            return of.compare(at, o.of, o.at);
        }

        @Override
        public boolean equals(@Nullable Object o) {
            return o instanceof Member m && compareTo(m) == 0;
        }

        @Override
        public int hashCode() {
            return of.dtype() == DType.STRING ? Arrays.hashCode(of.string(at)) : Long.hashCode(of.integer(at));
        }
    }

    private static TreeSet<Member> row(Elements e, int row, int width) {
        var set = new TreeSet<Member>();
        for (int i = 0; i < width; i++) {
            set.add(new Member(e, row * width + i));
        }
        return set;
    }

    private static void combine(TreeSet<Member> a, TreeSet<Member> b, String operation) {
        switch (operation.toLowerCase(Locale.ROOT)) {
            case "a-b" -> a.removeAll(b);
            case "b-a" -> {
                var copy = new TreeSet<>(a);
                a.clear();
                a.addAll(b);
                a.removeAll(copy);
            }
            case "intersection" -> a.retainAll(b);
            case "union" -> a.addAll(b);
            default -> throw new InvalidArgumentException("Invalid set_operation " + operation + ".");
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape a = c.shape(0);
        Shape b = c.shape(1);
        for (Shape s : List.of(a, b)) {
            if (s.rank() < 2) {
                throw new InvalidArgumentException("Shape " + s + " has rank " + s.rank() + " < 2");
            }
        }
        Shape groups = a.slice(0, a.rank() - 1);
        if (!groups.equals(b.slice(0, b.rank() - 1))) {
            throw new InvalidArgumentException("Mismatched shapes " + groups + " vs " + b.slice(0, b.rank() - 1));
        }
        combine(new TreeSet<>(), new TreeSet<>(), c.attrs().text("set_operation"));
        List<TreeSet<Member>> rows = new ArrayList<>();
        int n = 0;
        long width = 0;
        for (int r = 0; r < groups.size(); r++) {
            TreeSet<Member> set = row(Elements.of(c.input(0)), r, (int) a.dim(-1));
            combine(
                    set,
                    row(Elements.of(c.input(1)), r, (int) b.dim(-1)),
                    c.attrs().text("set_operation"));
            rows.add(set);
            n += set.size();
            width = Math.max(width, set.size());
        }
        write(c, groups, rows, n, width);
    }

    private static void write(Compute c, Shape groups, List<TreeSet<Member>> rows, int n, long width) {
        int rank = groups.rank() + 1;
        Elements indices = Elements.allocate(DType.INT64, Shape.of(n, rank));
        Elements values = Elements.allocate(c.outputDType(1), Shape.of(n));
        int at = 0;
        for (int r = 0; r < rows.size(); r++) {
            int column = 0;
            for (Member m : rows.get(r)) {
                long rest = r;
                for (int d = rank - 2; d >= 0; d--) {
                    indices.setInteger(at * rank + d, rest % groups.dim(d));
                    rest /= groups.dim(d);
                }
                indices.setInteger(at * rank + rank - 1, column++);
                m.of().copy(m.at(), values, at++);
            }
        }
        c.output(0, indices.tensor());
        c.output(1, values.tensor());
        c.output(2, Tensor.vector(groups.concat(Shape.of(width)).dims()));
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
