package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.kernels.Scan;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Ops that combine each element with all before it along an axis, a scalar. {@code exclusive} leaves out the element
 * itself, {@code reverse} goes from the end.
 */
abstract class Cumulation extends Op {
    /**
     * The plain meaning for one line of elements, which are {@code x[from + i * step]}, i from 0 to n - 1; the results go
     * to the same places of {@code y}. {@code step} is negative in reverse.
     */
    protected abstract void line(Elements x, Elements y, int from, int step, int n, boolean exclusive);

    static int axis(Tensor axis, int rank) {
        if (axis.size() != 1) {
            throw new InvalidArgumentException("ScanOp: axis must be a scalar, not " + axis.shape());
        }
        long a = Constants.integers(axis)[0];
        if (a < -rank || a >= rank) {
            throw new InvalidArgumentException(
                    "ScanOp: Expected scan axis in the range [" + -rank + ", " + rank + "), but got " + a);
        }
        return (int) (a < 0 ? a + rank : a);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        Tensor axis = c.constant(1);
        if (axis != null && c.shape(0).hasRank()) {
            axis(axis, c.shape(0).rank());
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = c.shape(0);
        int axis = axis(c.input(1), shape.rank());
        boolean reverse = c.attrs().bool("reverse");
        int n = (int) shape.dim(axis);
        int inner = (int) shape.from(axis + 1).size();
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), shape);
        int lines = n == 0 ? 0 : x.size() / n;
        for (int l = 0; l < lines; l++) {
            int first = l / inner * n * inner + l % inner;
            int from = reverse ? first + (n - 1) * inner : first;
            line(x, y, from, reverse ? -inner : inner, n, c.attrs().bool("exclusive"));
        }
        c.output(0, y.tensor());
    }

    /** Lowers to the kernel for running sums or products, where the dtype has one. */
    final boolean lowerToScan(Lowering c, boolean product) {
        Tensor axis = c.constant(1);
        var way = new Scan.Way(product, c.attrs().bool("exclusive"), c.attrs().bool("reverse"));
        ArrayKernel kernel = axis == null
                ? null
                : kernel(way, c.dtype(0), c.shape(0), axis(axis, c.shape(0).rank()));
        if (kernel == null) {
            return false;
        }
        c.output(0, c.library(name(), kernel, c.dtype(0), c.shape(0), c.input(0)));
        return true;
    }

    private static @Nullable ArrayKernel kernel(Scan.Way way, DType type, Shape shape, int axis) {
        int outer = (int) shape.slice(0, axis).size();
        int mid = (int) shape.dim(axis);
        int inner = (int) shape.from(axis + 1).size();
        return switch (type) {
            case FLOAT32 -> (in, out, p) -> Scan.run(way, (float[]) in[0], (float[]) out[0], outer, mid, inner, p);
            case FLOAT64 -> (in, out, p) -> Scan.run(way, (double[]) in[0], (double[]) out[0], outer, mid, inner, p);
            case INT32 -> (in, out, p) -> Scan.run(way, (int[]) in[0], (int[]) out[0], outer, mid, inner, p);
            case INT64 -> (in, out, p) -> Scan.run(way, (long[]) in[0], (long[]) out[0], outer, mid, inner, p);
            default -> null;
        };
    }

    static Output of(Ops tf, String op, Operand x, Operand axis, boolean exclusive, boolean reverse) {
        return tf.op(op)
                .input(x)
                .input(axis)
                .attr("exclusive", exclusive)
                .attr("reverse", reverse)
                .add()
                .output(0);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(32);
    }
}
