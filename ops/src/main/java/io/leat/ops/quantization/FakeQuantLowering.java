package io.leat.ops.quantization;

import io.leat.graph.Lowering;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;

/**
 * {@link FakeQuantRange} in expressions.
 *
 * @param min the least value, a scalar or one for each channel
 * @param max the greatest
 * @param scale the distance of two neighbours
 * @param zero 1 where the range was 0 to 0
 */
record FakeQuantLowering(Value min, Value max, Value scale, Value zero) {
    private static final DType F = DType.FLOAT32;

    /** Whether the shapes are such that the plain meaning would not complain. */
    static boolean fits(Lowering c, int x, int first, FakeQuantKind kind) {
        if (!FakeQuantRange.bitsValid(c.attrs())) {
            return false;
        }
        return switch (kind) {
            case ATTRIBUTES -> c.attrs().real("min") < c.attrs().real("max");
            case SCALARS -> c.shape(first).rank() == 0 && c.shape(first + 1).rank() == 0;
            case CHANNELS -> {
                Shape s = c.shape(x);
                Shape one = Shape.of(s.rank() == 0 ? 0 : s.dim(s.rank() - 1));
                yield s.rank() > 0
                        && c.shape(first).equals(one)
                        && c.shape(first + 1).equals(one);
            }
        };
    }

    static FakeQuantLowering of(Lowering c, int first, FakeQuantKind kind) {
        boolean attributes = kind == FakeQuantKind.ATTRIBUTES;
        Value min = attributes ? c.constant(Tensor.scalar(c.attrs().real("min"))) : c.input(first);
        Value max = attributes ? c.constant(Tensor.scalar(c.attrs().real("max"))) : c.input(first + 1);
        Scalar p = Scalar.input(0, F);
        Scalar q = Scalar.input(1, F);
        float low = FakeQuantRange.low(c.attrs());
        float high = FakeQuantRange.high(c.attrs());
        Value scale = c.map(q.minus(p).dividedBy(high - low), min, max);
        Scalar exact = p.constant(low).minus(p.dividedBy(q));
        Scalar point = exact.lt(low)
                .select(
                        p.constant(low),
                        exact.gt(high).select(p.constant(high), exact.plus(0.5).floor()));
        Value zeroPoint = c.map(point, min, scale);
        Value least = c.map(p.constant(low).minus(p).times(q), zeroPoint, scale);
        Value most = c.map(p.constant(high).minus(p).times(q), zeroPoint, scale);
        Scalar none = p.eq(p.constant(0)).and(q.eq(p.constant(0)));
        return new FakeQuantLowering(least, most, scale, c.map(none.select(p.constant(1), p.constant(0)), min, max));
    }

    Value quantise(Lowering c, Value x) {
        Scalar value = Scalar.input(0, F);
        Scalar least = Scalar.input(1, F);
        Scalar most = Scalar.input(2, F);
        Scalar step = Scalar.input(3, F);
        Scalar none = Scalar.input(4, F);
        Scalar inside = value.min(most).max(least).minus(least);
        Scalar whole = inside.times(step.constant(1).dividedBy(step)).plus(0.5).floor();
        Scalar y = none.gt(0).select(value.constant(0), whole.times(step).plus(least));
        return c.map(y, x, min, max, scale, zero);
    }

    /** The gradient where x is in the range, below it or above it: {@code which} is 0, -1 or 1. */
    Value pass(Lowering c, Value gradient, Value x, int which) {
        Scalar g = Scalar.input(0, F);
        Scalar value = Scalar.input(1, F);
        Scalar least = Scalar.input(2, F);
        Scalar most = Scalar.input(3, F);
        Scalar none = Scalar.input(4, F).gt(0);
        Scalar passes = switch (which) {
            case 0 -> none.or(value.ge(least).and(value.le(most)));
            case -1 -> none.not().and(value.lt(least));
            default -> none.not().and(value.gt(most));
        };
        return c.map(passes.select(g, g.constant(0)), gradient, x, min, max, zero);
    }
}
