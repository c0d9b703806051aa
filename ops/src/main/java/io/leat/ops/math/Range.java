package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.kernels.Progression;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The numbers {@code start + i * delta}, as long as they lie before {@code limit}: a vector of {@code ceil(|limit - start|
 * / |delta|)} elements. All three inputs are scalars.
 */
@OpSpec("Range(start: Tidx, limit: Tidx, delta: Tidx) -> (output: Tidx); "
        + "Tidx: {bfloat16, half, float, double, int8, int16, int32, int64, uint16, uint32} = DT_INT32")
public final class Range extends Op {
    @Endpoint("range")
    public static Output of(Ops tf, Operand start, Operand limit, Operand delta) {
        return tf.call("Range", start, limit, delta);
    }

    /** From 0 by 1. */
    @Endpoint("range")
    public static Output of(Ops tf, Operand limit) {
        DType type = limit.output().dtype();
        return of(tf, tf.constant(0, type), limit, tf.constant(1, type));
    }

    @Override
    protected void infer(Inference c) {
        for (int i = 0; i < 3; i++) {
            c.shape(i, 0);
        }
        Tensor start = c.constant(0);
        Tensor limit = c.constant(1);
        Tensor delta = c.constant(2);
        if (start == null || limit == null || delta == null) {
            c.output(0, Shape.ofRank(1));
        } else {
            c.output(0, Shape.of(size(start, limit, delta)));
        }
    }

    private static long size(Tensor start, Tensor limit, Tensor delta) {
        String[] names = {"start", "limit", "delta"};
        Tensor[] all = {start, limit, delta};
        for (int i = 0; i < 3; i++) {
            if (all[i].size() != 1) {
                throw new InvalidArgumentException(names[i] + " must be a scalar, not shape " + all[i].shape());
            }
        }
        Elements from = Elements.of(start);
        Elements to = Elements.of(limit);
        Elements by = Elements.of(delta);
        DType type = start.dtype();
        if (type.isInteger()) {
            return count(from.integer(0), to.integer(0), by.integer(0));
        }
        double step = by.real(0);
        requireOrder(Double.compare(from.real(0), to.real(0)), Double.compare(step, 0.0), from, to, step);
        Elements quotient = Elements.allocate(type, Shape.SCALAR);
        quotient.set(0, to.real(0) - from.real(0));
        quotient.set(0, quotient.real(0) / step);
        double size = Math.ceil(Math.abs(quotient.real(0)));
        if (!(size < 0x1p63)) {
            throw new InvalidArgumentException("Requires ((limit - start) / delta) <= " + Long.MAX_VALUE);
        }
        return (long) size;
    }

    private static long count(long start, long limit, long delta) {
        if (delta == 0) {
            throw new InvalidArgumentException("Requires delta != 0: 0");
        }
        if (delta > 0 && start > limit) {
            throw new InvalidArgumentException("Requires start <= limit when delta > 0: " + start + "/" + limit);
        }
        if (delta < 0 && start < limit) {
            throw new InvalidArgumentException("Requires start >= limit when delta < 0: " + start + "/" + limit);
        }
        // The distance as an unsigned number: the difference of two longs may have 64 bits.
        long distance = delta > 0 ? limit - start : start - limit;
        long step = delta > 0 ? delta : -delta;
        long whole = Long.divideUnsigned(distance, step);
        long size = Long.remainderUnsigned(distance, step) == 0 ? whole : whole + 1;
        if (size < 0) {
            throw new InvalidArgumentException("Requires ((limit - start) / delta) <= " + Long.MAX_VALUE);
        }
        return size;
    }

    private static void requireOrder(int order, int direction, Elements start, Elements limit, double step) {
        if (step == 0) {
            throw new InvalidArgumentException("Requires delta != 0: 0");
        }
        if (direction > 0 ? order > 0 : order < 0) {
            throw new InvalidArgumentException("Requires start " + (direction > 0 ? "<=" : ">=") + " limit when delta "
                    + (direction > 0 ? ">" : "<") + " 0: " + Positions.text(start.real(0)) + "/"
                    + Positions.text(limit.real(0)));
        }
    }

    @Override
    protected void compute(Compute c) {
        long n = size(c.input(0), c.input(1), c.input(2));
        Elements start = Elements.of(c.input(0));
        Elements delta = Elements.of(c.input(2));
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(n));
        Elements part = Elements.allocate(c.outputDType(0), Shape.SCALAR);
        for (int i = 0; i < y.size(); i++) {
            if (y.dtype().isInteger()) {
                y.setInteger(i, start.integer(0) + i * delta.integer(0));
            } else {
                part.set(0, i);
                part.set(0, part.real(0) * delta.real(0));
                y.set(i, start.real(0) + part.real(0));
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        ArrayKernel kernel =
                kernel(c.outputDType(0), Math.toIntExact(c.outputShape(0).size()));
        if (kernel == null) {
            return false;
        }
        c.output(0, c.library("Range", kernel, c.outputDType(0), c.outputShape(0), c.input(0), c.input(2)));
        return true;
    }

    private static @Nullable ArrayKernel kernel(DType type, int n) {
        return switch (type) {
            case FLOAT32 ->
                (in, out, p) -> Progression.fill(((float[]) in[0])[0], ((float[]) in[1])[0], (float[]) out[0], n, p);
            case FLOAT64 ->
                (in, out, p) -> Progression.fill(((double[]) in[0])[0], ((double[]) in[1])[0], (double[]) out[0], n, p);
            case INT32 ->
                (in, out, p) -> Progression.fill(((int[]) in[0])[0], ((int[]) in[1])[0], (int[]) out[0], n, p);
            case INT64 ->
                (in, out, p) -> Progression.fill(((long[]) in[0])[0], ((long[]) in[1])[0], (long[]) out[0], n, p);
            default -> null;
        };
    }

    @Override
    protected void gradient(Backprop b) {
        // TensorFlow has none
    }
}
