package io.leat.ops.quantization;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/**
 * The floats that levels of a quantised dtype stand for, in the shape of {@code input}. {@code min_range} and
 * {@code max_range} are scalars, or with {@code axis} vectors of that dimension's size.
 *
 * <p>Mode {@code MIN_COMBINED} spreads the levels from min to max, {@code MIN_FIRST} such that 0 is a level, and in
 * {@code SCALED} level 0 is 0.
 */
@OpSpec("Dequantize(input: T, min_range: float, max_range: float) -> (output: dtype); "
        + "T: {qint8, quint8, qint32, qint16, quint16}; "
        + "mode: {'MIN_COMBINED', 'MIN_FIRST', 'SCALED'} = 'MIN_COMBINED'; narrow_range: bool = false; "
        + "axis: int = -1; dtype: {bfloat16, float} = float")
public final class Dequantize extends Op {
    /** In mode {@code MIN_COMBINED}. */
    @Endpoint("quantization.dequantize")
    public static Output of(Ops tf, Operand input, Operand minRange, Operand maxRange) {
        return tf.call("Dequantize", input, minRange, maxRange);
    }

    /** In the given mode. */
    @Endpoint("quantization.dequantize")
    public static Output of(Ops tf, Operand input, Operand minRange, Operand maxRange, String mode) {
        return tf.op("Dequantize")
                .input(input)
                .input(minRange)
                .input(maxRange)
                .attr("mode", mode)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        String mode = c.attrs().text("mode");
        if (c.outputDType(0) != DType.FLOAT32 && !mode.equals("MIN_COMBINED")) {
            throw new InvalidArgumentException(
                    "When output type is bfloat16, Mode string must be 'MIN_COMBINED', is '" + mode + "'");
        }
        AxisRanges.infer(c, 1);
        c.output(0, c.shape(0));
    }

    @Override
    protected void compute(Compute c) {
        int axis = c.attrs().intValue("axis");
        Elements x = Elements.of(c.input(0));
        if (axis >= x.shape().rank()) {
            throw new InvalidArgumentException(
                    "Axis must be less than input dimension(" + x.shape().rank() + "), got " + axis);
        }
        var ranges = AxisRanges.of(x.shape(), axis);
        for (int i = 1; i < 3; i++) {
            if (c.input(i).size() != ranges.count()) {
                throw new InvalidArgumentException((i == 1 ? "input_min_tensor" : "input_max_tensor")
                        + " must have as many elements as input on the dequantization axis (" + axis + "), got "
                        + c.input(i).size() + ", expected " + ranges.count());
            }
        }
        String mode = c.attrs().text("mode");
        if (ranges.count() != 1 && mode.equals("MIN_FIRST")) {
            throw new UnimplementedException("MIN_FIRST mode is not implemented for Dequantize with axis != -1.");
        }
        Elements mins = Elements.of(c.input(1));
        Elements maxs = Elements.of(c.input(2));
        Elements y = Elements.allocate(c.outputDType(0), x.shape());
        for (int i = 0; i < x.size(); i++) {
            int r = ranges.at(i);
            var range = new QuantizedRange(x.dtype(), (float) mins.real(r), (float) maxs.real(r));
            y.set(i, value(x.integer(i), range, mode, c.attrs().bool("narrow_range")));
        }
        c.output(0, y.tensor());
    }

    private static float value(long level, QuantizedRange r, String mode, boolean narrow) {
        return switch (mode) {
            case "MIN_FIRST" -> r.toFloatByFloats(level);
            case "SCALED" -> {
                long least = r.lowest() + (narrow ? 1 : 0);
                float above = r.max() / (float) r.highest();
                float scale = r.lowest() == 0 ? above : Math.max(r.min() / (float) least, above);
                yield (float) level * scale;
            }
            default -> {
                float levels = (float) r.highest() - (float) r.lowest();
                float half = r.lowest() == 0 ? 0 : (levels + 1) / 2;
                yield ((float) level + half) * ((r.max() - r.min()) / levels) + r.min();
            }
        };
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(4);
    }
}
