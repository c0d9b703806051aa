package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ArrayKernel;
import io.leat.kernels.ArgReduce;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/** Ops that say where along a dimension the greatest or least element stands; of equal ones the first. */
abstract class ArgExtreme extends Op {
    /** Whether the least is asked for. */
    protected abstract boolean least();

    private static int dimension(Tensor t, int rank) {
        if (t.size() != 1) {
            throw new InvalidArgumentException("dim must be a scalar, but received tensor of shape: " + t.shape());
        }
        long d = Constants.integers(t)[0];
        if (d < -rank || d >= rank) {
            throw new InvalidArgumentException(
                    "Expected dimension in the range [" + -rank + ", " + rank + "), but got " + d);
        }
        return (int) (d < 0 ? d + rank : d);
    }

    private static Shape without(Shape in, int d) {
        return in.slice(0, d).concat(in.from(d + 1));
    }

    @Override
    protected void infer(Inference c) {
        c.shape(1, 0);
        Shape in = c.shape(0);
        Tensor dimension = c.constant(1);
        if (!in.hasRank()) {
            return;
        }
        if (in.rank() <= 1) {
            c.output(0, Shape.SCALAR);
        } else if (dimension == null) {
            c.output(0, Shape.ofRank(in.rank() - 1));
        } else {
            c.output(0, without(in, dimension(dimension, in.rank())));
        }
    }

    private static void requireElements(Shape in, int d) {
        if (in.dim(d) == 0) {
            throw new InvalidArgumentException("Reduction axis " + d + " is empty in shape " + in);
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        int d = dimension(c.input(1), in.rank());
        requireElements(in, d);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), without(in, d));
        int n = (int) in.dim(d);
        int inner = (int) in.from(d + 1).size();
        for (int i = 0; i < y.size(); i++) {
            int from = i / inner * n * inner + i % inner;
            y.setInteger(i, x.dtype().isFloating() ? argFloating(x, from, inner, n) : arg(x, from, inner, n));
        }
        c.output(0, y.tensor());
    }

    private int arg(Elements x, int from, int step, int n) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            int order = x.compare(from + j * step, x, from + best * step);
            best = (least() ? order < 0 : order > 0) ? j : best;
        }
        return best;
    }

    /** NaN and the last infinity that any element beats are never better than what came before. */
    private int argFloating(Elements x, int from, int step, int n) {
        int best = 0;
        double value = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            double v = least() ? -x.real(from + j * step) : x.real(from + j * step);
            if (v > value) {
                best = j;
                value = v;
            }
        }
        return best;
    }

    @Override
    protected boolean lower(Lowering c) {
        Tensor dimension = c.constant(1);
        if (dimension == null) {
            return false;
        }
        Shape in = c.shape(0);
        int d = dimension(dimension, in.rank());
        requireElements(in, d);
        int outer = (int) in.slice(0, d).size();
        int inner = (int) in.from(d + 1).size();
        ArrayKernel kernel = kernel(c.dtype(0), c.outputDType(0), outer, (int) in.dim(d), inner);
        if (kernel == null) {
            return false;
        }
        c.output(0, c.library(name(), kernel, c.outputDType(0), c.outputShape(0), c.input(0)));
        return true;
    }

    private @Nullable ArrayKernel kernel(DType type, DType index, int outer, int mid, int inner) {
        boolean min = least();
        if (index == DType.INT32) {
            return switch (type) {
                case FLOAT32 ->
                    (in, out, p) -> ArgReduce.arg(min, p, (float[]) in[0], 0, (int[]) out[0], 0, outer, mid, inner);
                case FLOAT64 ->
                    (in, out, p) -> ArgReduce.arg(min, p, (double[]) in[0], 0, (int[]) out[0], 0, outer, mid, inner);
                case INT32 ->
                    (in, out, p) -> ArgReduce.arg(min, p, (int[]) in[0], 0, (int[]) out[0], 0, outer, mid, inner);
                case INT64 ->
                    (in, out, p) -> ArgReduce.arg(min, p, (long[]) in[0], 0, (int[]) out[0], 0, outer, mid, inner);
                default -> null;
            };
        }
        if (index != DType.INT64) {
            return null;
        }
        return switch (type) {
            case FLOAT32 ->
                (in, out, p) -> ArgReduce.arg(min, p, (float[]) in[0], 0, (long[]) out[0], 0, outer, mid, inner);
            case FLOAT64 ->
                (in, out, p) -> ArgReduce.arg(min, p, (double[]) in[0], 0, (long[]) out[0], 0, outer, mid, inner);
            case INT32 ->
                (in, out, p) -> ArgReduce.arg(min, p, (int[]) in[0], 0, (long[]) out[0], 0, outer, mid, inner);
            case INT64 ->
                (in, out, p) -> ArgReduce.arg(min, p, (long[]) in[0], 0, (long[]) out[0], 0, outer, mid, inner);
            default -> null;
        };
    }

    @Override
    protected void gradient(Backprop b) {
        // positions: no gradient
    }
}
