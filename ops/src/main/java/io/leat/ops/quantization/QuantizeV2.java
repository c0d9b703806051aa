package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/**
 * The levels of a quantised dtype that are nearest to floats, in the shape of {@code input}, and the range that was used.
 * {@code min_range} and {@code max_range} are scalars, or with {@code axis} vectors of that dimension's size; the range is
 * widened to hold 0 and to be at least {@code ensure_minimum_range} of its largest number.
 *
 * <p>Mode {@code MIN_COMBINED} spreads the levels from min to max, {@code MIN_FIRST} such that 0 is a level, and in
 * {@code SCALED} 0 is level 0.
 */
@OpSpec("QuantizeV2(input: float, min_range: float, max_range: float) -> "
        + "(output: T, output_min: float, output_max: float); T: {qint8, quint8, qint32, qint16, quint16}; "
        + "mode: {'MIN_COMBINED', 'MIN_FIRST', 'SCALED'} = 'MIN_COMBINED'; "
        + "round_mode: {'HALF_AWAY_FROM_ZERO', 'HALF_TO_EVEN'} = 'HALF_AWAY_FROM_ZERO'; "
        + "narrow_range: bool = false; axis: int = -1; ensure_minimum_range: float = 0.01")
public final class QuantizeV2 extends Op {
    /** The levels, and the least and the greatest float; in mode {@code MIN_COMBINED}. */
    @Endpoint("quantization.quantize")
    public static Node of(Ops tf, Operand input, Operand minRange, Operand maxRange, DType dtype) {
        return of(tf, input, minRange, maxRange, dtype, "MIN_COMBINED");
    }

    /** The levels, and the least and the greatest float; in the given mode. */
    @Endpoint("quantization.quantize")
    public static Node of(Ops tf, Operand input, Operand minRange, Operand maxRange, DType dtype, String mode) {
        return tf.op("QuantizeV2")
                .input(input)
                .input(minRange)
                .input(maxRange)
                .attr("T", dtype)
                .attr("mode", mode)
                .add();
    }

    @Override
    protected void infer(Inference c) {
        String mode = c.attrs().text("mode");
        if (c.attrs().text("round_mode").equals("HALF_TO_EVEN") && !mode.equals("SCALED")) {
            throw new InvalidArgumentException(
                    "Round mode 'HALF_TO_EVEN' only supported for mode 'SCALED', but mode is '" + mode + "'.");
        }
        Shape ranges = AxisRanges.infer(c, 1);
        c.output(0, c.shape(0));
        c.output(1, ranges);
        c.output(2, ranges);
    }

    private static void check(Compute c, int axis, int count) {
        for (int i = 1; i < 3; i++) {
            if (c.input(i).size() != count) {
                throw new InvalidArgumentException((i == 1 ? "min_range" : "max_range") + " must have " + count
                        + " elements for axis " + axis + ", but it has shape " + c.shape(i));
            }
        }
    }

    @Override
    protected void compute(Compute c) {
        int axis = c.attrs().intValue("axis");
        Elements x = Elements.of(c.input(0));
        if (axis >= x.shape().rank()) {
            throw new InvalidArgumentException("Axis is on a zero-based index, so its value must always be less than "
                    + "number of input's dims, but given axis value was " + axis + " and input's dims was "
                    + x.shape().rank());
        }
        var ranges = AxisRanges.of(x.shape(), axis);
        check(c, axis, ranges.count());
        if (ranges.count() != 1 && c.attrs().text("mode").equals("MIN_FIRST")) {
            throw new UnimplementedException("MIN_FIRST mode is not implemented for Quantize with axis != -1.");
        }
        Elements mins = Elements.allocate(DType.FLOAT32, c.shape(1));
        Elements maxs = Elements.allocate(DType.FLOAT32, c.shape(1));
        for (int r = 0; r < ranges.count(); r++) {
            float min = (float) Elements.of(c.input(1)).real(r);
            float max = (float) Elements.of(c.input(2)).real(r);
            if (max < min) {
                throw new InvalidArgumentException("input_max_range must be larger than input_min_range.");
            }
            float epsilon = Math.max(1, Math.max(Math.abs(min), Math.abs(max)))
                    * c.attrs().real("ensure_minimum_range");
            float low = Math.min(0, min);
            QuantizedRange used = used(c, low, Math.max(0, Math.max(max, low + epsilon)));
            mins.set(r, used.min());
            maxs.set(r, used.max());
        }
        Elements y = Elements.allocate(c.outputDType(0), x.shape());
        for (int i = 0; i < x.size(); i++) {
            int r = ranges.at(i);
            var range = new QuantizedRange(y.dtype(), (float) mins.real(r), (float) maxs.real(r));
            y.setInteger(i, level((float) x.real(i), range, c));
        }
        c.output(0, y.tensor());
        c.output(1, mins.tensor());
        c.output(2, maxs.tensor());
    }

    private static float scale(QuantizedRange r, boolean narrow) {
        float least = r.lowest() + (narrow ? 1 : 0);
        float below = least * r.min() > 0 ? least / r.min() : Float.MAX_VALUE;
        float above = r.highest() * r.max() > 0 ? r.highest() / r.max() : Float.MAX_VALUE;
        return Math.min(below, above);
    }

    /** In mode SCALED the range that all levels cover. */
    private static QuantizedRange used(Compute c, float min, float max) {
        var range = new QuantizedRange(c.outputDType(0), min, max);
        if (!c.attrs().text("mode").equals("SCALED")) {
            return range;
        }
        boolean narrow = c.attrs().bool("narrow_range");
        float scale = scale(range, narrow);
        return new QuantizedRange(range.dtype(), (range.lowest() + (narrow ? 1 : 0)) / scale, range.highest() / scale);
    }

    private static long level(float x, QuantizedRange r, Compute c) {
        float inside = Math.max(Math.min(x, r.max()), r.min());
        switch (c.attrs().text("mode")) {
            case "MIN_FIRST" -> {
                return r.toLevelByFloats(x);
            }
            case "SCALED" -> {
                float scaled = inside * scale(r, c.attrs().bool("narrow_range"));
                boolean even = c.attrs().text("round_mode").equals("HALF_TO_EVEN");
                return (int) (even ? Math.rint(scaled) : QuantizedRange.round(scaled));
            }
            default -> {
                float scale = (float) (((double) r.highest() - r.lowest()) / (r.max() - r.min()));
                float moved = (inside - r.min()) * scale;
                float half = (float) ((r.highest() - r.lowest() + 1) / 2.0);
                return r.lowest() < 0 ? (int) QuantizedRange.round(moved - half) : (int) (moved + 0.5f);
            }
        }
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
