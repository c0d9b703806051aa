package io.leat.ops.linalg;

import io.leat.graph.Lowering;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * {@link Einsum} of floats in core instructions: diagonals and sums that concern one input alone come first, then a
 * matrix product, or a product of elements where no dimension is left to one input, and at last the order of the output.
 */
final class EinsumLowering {
    private final Lowering c;
    private final EinsumEquation.Labels labels;
    private final DType type;

    EinsumLowering(Lowering c) {
        this.c = c;
        List<Shape> shapes = new ArrayList<>();
        c.allInputs().forEach(v -> shapes.add(v.shape()));
        this.labels = EinsumEquation.parse(c.attrs().text("equation")).labels(shapes);
        this.type = c.outputDType(0) == DType.FLOAT64 ? DType.FLOAT64 : DType.FLOAT32;
    }

    /** A value whose dimensions have these labels. */
    private record Labelled(Value value, List<Integer> labels) {}

    boolean lower() {
        DType own = c.outputDType(0);
        if (!own.isFloating()) {
            return false;
        }
        if (labels.sizes().containsValue(0L)) {
            c.output(0, c.mapTo(c.outputShape(0), Scalar.constant(0.0, own)));
            return true;
        }
        Labelled x = operand(0);
        Labelled y = c.inputs() == 1 ? x : product(x, operand(1));
        Value result = arranged(y);
        c.output(0, own == type ? result : c.map(Scalar.input(0, type).cast(own), result));
        return true;
    }

    /** Input {@code i} without repeated labels and without those that it has alone and the output has not. */
    private Labelled operand(int i) {
        Value v = c.input(i);
        if (v.dtype() != type) {
            v = c.map(Scalar.input(0, v.dtype()).cast(type), v);
        }
        Labelled x = new Labelled(v, labels.inputs().get(i));
        while (new LinkedHashSet<>(x.labels()).size() < x.labels().size()) {
            x = diagonal(x);
        }
        List<Integer> others = c.inputs() == 1 ? List.of() : labels.inputs().get(1 - i);
        List<Integer> kept = new ArrayList<>();
        List<Integer> axes = new ArrayList<>();
        for (int d = 0; d < x.labels().size(); d++) {
            int label = x.labels().get(d);
            if (labels.output().contains(label) || others.contains(label)) {
                kept.add(label);
            } else {
                axes.add(d);
            }
        }
        return axes.isEmpty() ? x : new Labelled(c.reduce(ReduceKind.SUM, x.value(), ints(axes), false), kept);
    }

    /** Joins the first two dimensions with one label to their diagonal: every (n + 1)th element of the two as one. */
    private Labelled diagonal(Labelled x) {
        List<Integer> order = new ArrayList<>(x.labels());
        int label = order.stream()
                .filter(l -> order.indexOf(l) != order.lastIndexOf(l))
                .findFirst()
                .orElseThrow();
        int first = order.indexOf(label);
        int second = order.lastIndexOf(label);
        List<Integer> axes = new ArrayList<>();
        for (int d = 0; d < order.size(); d++) {
            if (d != first && d != second) {
                axes.add(d);
            }
        }
        axes.addFirst(second);
        axes.addFirst(first);
        Value front = c.transpose(x.value(), ints(axes));
        int n = (int) front.shape().dim(0);
        Shape rest = front.shape().from(2);
        Value joined = c.reshape(front, Shape.of((long) n * n, rest.size()));
        Value picked = c.slice(joined, new int[2], new int[] {n, (int) rest.size()}, new int[] {n + 1, 1});
        List<Integer> joinedOrder = new ArrayList<>();
        joinedOrder.add(label);
        axes.subList(2, axes.size()).forEach(d -> joinedOrder.add(order.get(d)));
        return new Labelled(c.reshape(picked, Shape.of(n).concat(rest)), joinedOrder);
    }

    private Labelled product(Labelled a, Labelled b) {
        List<Integer> batch = new ArrayList<>();
        List<Integer> contracted = new ArrayList<>();
        List<Integer> freeA = new ArrayList<>();
        for (int l : a.labels()) {
            (!b.labels().contains(l) ? freeA : labels.output().contains(l) ? batch : contracted).add(l);
        }
        List<Integer> freeB = new ArrayList<>(b.labels());
        freeB.removeAll(a.labels());
        List<Integer> result = joined(batch, freeA, freeB);
        if (contracted.isEmpty() || freeA.isEmpty() && freeB.isEmpty()) {
            List<Integer> all = joined(result, contracted);
            Scalar times = Scalar.input(0, type).times(Scalar.input(1, type));
            Value each = c.map(times, spread(a, all), spread(b, all));
            int[] axes = new int[contracted.size()];
            for (int i = 0; i < axes.length; i++) {
                axes[i] = result.size() + i;
            }
            Value sum = axes.length == 0 ? each : c.reduce(ReduceKind.SUM, each, axes, false);
            return new Labelled(sum, result);
        }
        boolean transposeA = a.labels().equals(joined(batch, contracted, freeA));
        boolean transposeB = b.labels().equals(joined(batch, freeB, contracted));
        Value left = transposeA ? matrices(a, batch, contracted, freeA) : matrices(a, batch, freeA, contracted);
        Value right = transposeB ? matrices(b, batch, freeB, contracted) : matrices(b, batch, contracted, freeB);
        Value product = c.matMul(left, right, transposeA, transposeB);
        Shape full = product.shape().slice(0, batch.size()).concat(sizes(joined(freeA, freeB)));
        return new Labelled(c.reshape(product, full), result);
    }

    @SafeVarargs
    private static List<Integer> joined(List<Integer>... parts) {
        List<Integer> all = new ArrayList<>();
        for (List<Integer> p : parts) {
            all.addAll(p);
        }
        return all;
    }

    private Shape sizes(List<Integer> of) {
        return Shape.of(of.stream().mapToLong(labels::size).toArray());
    }

    /** Transposed to dimensions for {@code batch}, then one for {@code rows} and one for {@code columns}. */
    private Value matrices(Labelled x, List<Integer> batch, List<Integer> rows, List<Integer> columns) {
        Value v = transposed(x, joined(batch, rows, columns));
        Shape front = v.shape().slice(0, batch.size());
        return c.reshape(
                v, front.concat(Shape.of(sizes(rows).size(), sizes(columns).size())));
    }

    private Value transposed(Labelled x, List<Integer> order) {
        int[] permutation = new int[order.size()];
        for (int i = 0; i < permutation.length; i++) {
            permutation[i] = x.labels().indexOf(order.get(i));
        }
        return c.transpose(x.value(), permutation);
    }

    /** With a dimension for each of {@code all}, of size 1 where it has none. */
    private Value spread(Labelled x, List<Integer> all) {
        List<Integer> own = new ArrayList<>(all);
        own.retainAll(x.labels());
        Value v = transposed(x, own);
        long[] dims = new long[all.size()];
        for (int i = 0; i < dims.length; i++) {
            int at = own.indexOf(all.get(i));
            dims[i] = at < 0 ? 1 : v.shape().dim(at);
        }
        return c.reshape(v, Shape.of(dims));
    }

    /** In the order of the output; a label that it has more than once becomes a diagonal among zeros. */
    private Value arranged(Labelled x) {
        List<Integer> order = new ArrayList<>(new LinkedHashSet<>(labels.output()));
        Labelled y = new Labelled(transposed(x, order), order);
        while (y.labels().size() < labels.output().size()) {
            y = inflated(y);
        }
        Value v = y.value();
        if (!y.labels().equals(labels.output())) {
            List<Integer> left = new ArrayList<>(y.labels());
            int[] permutation = new int[left.size()];
            for (int i = 0; i < permutation.length; i++) {
                permutation[i] = left.indexOf(labels.output().get(i));
                left.set(permutation[i], Integer.MAX_VALUE);
            }
            v = c.transpose(v, permutation);
        }
        return v;
    }

    /**
     * Puts one label that the output has more often in front once more: n elements followed by n zeros each are the
     * diagonal of an n by n matrix, and n zeros.
     */
    private Labelled inflated(Labelled x) {
        List<Integer> missing = new ArrayList<>(labels.output());
        x.labels().forEach(l -> missing.remove((Object) l));
        int label = missing.getFirst();
        int at = x.labels().indexOf(label);
        List<Integer> axes = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        axes.add(at);
        order.add(label);
        order.add(label);
        for (int d = 0; d < x.labels().size(); d++) {
            if (d != at) {
                axes.add(d);
                order.add(x.labels().get(d));
            }
        }
        Value front = c.transpose(x.value(), ints(axes));
        long n = front.shape().dim(0);
        Shape rest = front.shape().from(1);
        Value column = c.reshape(front, Shape.of(n, 1, rest.size()));
        Value zero = c.mapTo(Shape.SCALAR, Scalar.constant(0.0, type));
        Value padded = c.pad(column, zero, new int[3], Shape.of(n, n + 1, rest.size()));
        Value flat = c.reshape(padded, Shape.of(n * (n + 1), rest.size()));
        int[] sizes = {Math.toIntExact(n * n), Math.toIntExact(rest.size())};
        Value square = c.slice(flat, new int[2], sizes, new int[] {1, 1});
        return new Labelled(c.reshape(square, Shape.of(n, n).concat(rest)), order);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(i -> i).toArray();
    }
}
