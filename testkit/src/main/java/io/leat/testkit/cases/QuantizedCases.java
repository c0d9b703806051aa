package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Quantised numbers: what they are of floats, and arithmetic with them. */
public final class QuantizedCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final DType QUINT8 = DType.QUINT8;
    private static final DType QINT8 = DType.QINT8;
    private static final DType QINT32 = DType.QINT32;
    private static final DType[] QUANTIZED = {QINT8, QUINT8, DType.QINT16, DType.QUINT16, QINT32};
    private static final Domain BYTES = Domain.ANY.whole(0, 255);
    private static final Domain SMALL = Domain.ANY.whole(-127, 127);
    private static final Domain WIDE = Domain.ANY.whole(-2_000_000_000, 2_000_000_000);
    private static final float[][] RANGES = {{-1, 1}, {0, 6}, {-2.3f, 0.7f}, {0.2f, 3}, {0, 0}, {-1e-3f, 1e-3f}};

    private QuantizedCases() {}

    public static void addTo(Cases t) {
        dequantize(t);
        quantize(t);
        quantizeErrors(t);
        throughAndBack(t);
    }

    private static CaseBuilder range(CaseBuilder b, float min, float max) {
        return b.input(Tensor.scalar(min)).input(Tensor.scalar(max));
    }

    private static void dequantize(Cases t) {
        for (float[] r : RANGES) {
            for (String mode : new String[] {"MIN_COMBINED", "MIN_FIRST", "SCALED"}) {
                for (boolean narrow : new boolean[] {false, true}) {
                    range(t.op("Dequantize").fixed(SMALL, 3, 5), r[0], r[1])
                            .attr("mode", mode)
                            .attr("narrow_range", narrow)
                            .over(QUANTIZED);
                }
            }
            range(t.op("Dequantize").fixed(WIDE, 7), r[0], r[1]).over(QINT32);
            range(t.op("Dequantize").fixed(BYTES, 7), r[0], r[1])
                    .attr("dtype", DType.BFLOAT16)
                    .over(QUINT8, DType.QUINT16);
        }
        for (String mode : new String[] {"MIN_COMBINED", "SCALED"}) {
            t.op("Dequantize")
                    .fixed(SMALL, 2, 3, 2)
                    .input(Tensor.vector(-1f, 0f, -3f))
                    .input(Tensor.vector(1f, 6f, 0.5f))
                    .attr("mode", mode)
                    .attr("axis", 1)
                    .over(QUANTIZED);
        }
        t.op("Dequantize")
                .fixed(SMALL, 2, 3)
                .input(Tensor.vector(-1f, 0f, -3f))
                .input(Tensor.vector(1f, 6f, 0.5f))
                .attr("mode", "MIN_FIRST")
                .attr("axis", 1)
                .fails("MIN_FIRST mode is not implemented for Dequantize with axis != -1.")
                .over(QUINT8);
        t.op("Dequantize")
                .fixed(SMALL, 2, 3)
                .input(Tensor.vector(-1f, 0f))
                .input(Tensor.vector(1f, 6f))
                .attr("axis", 1)
                .fails("")
                .over(QUINT8);
        range(t.op("Dequantize").fixed(BYTES, 0, 2), -1, 1).over(QUINT8);
    }

    private static void quantize(Cases t) {
        DType[] types = {QINT8, QUINT8, DType.QINT16, DType.QUINT16};
        for (DType type : types) {
            for (float[] r : RANGES) {
                for (String mode : new String[] {"MIN_COMBINED", "MIN_FIRST", "SCALED"}) {
                    range(t.op("QuantizeV2").fixed(4, 7), r[0], r[1])
                            .attr("T", type)
                            .attr("mode", mode)
                            .over(F32);
                }
                range(t.op("QuantizeV2").fixed(4, 7), r[0], r[1])
                        .attr("T", type)
                        .attr("mode", "SCALED")
                        .attr("round_mode", "HALF_TO_EVEN")
                        .attr("narrow_range", true)
                        .attr("ensure_minimum_range", 0.5f)
                        .over(F32);
            }
            for (String mode : new String[] {"MIN_COMBINED", "SCALED"}) {
                t.op("QuantizeV2")
                        .fixed(2, 3, 4)
                        .input(Tensor.vector(-1f, 0f, -3f))
                        .input(Tensor.vector(1f, 6f, 0.5f))
                        .attr("T", type)
                        .attr("mode", mode)
                        .attr("axis", 1)
                        .over(F32);
            }
        }
        range(t.op("QuantizeV2").fixedValues(Shape.of(4), 0.5, 1.5, -0.5, -2.5), -128, 127)
                .attr("T", QINT8)
                .attr("mode", "SCALED")
                .over(F32);
        range(t.op("QuantizeV2").fixedValues(Shape.of(4), 0.5, 1.5, -0.5, -2.5), -128, 127)
                .attr("T", QINT8)
                .attr("mode", "SCALED")
                .attr("round_mode", "HALF_TO_EVEN")
                .over(F32);
        range(t.op("QuantizeV2").fixed(9), -4, 4)
                .attr("T", QINT32)
                .attr("mode", "MIN_FIRST")
                .over(F32);
    }

    private static void quantizeErrors(Cases t) {
        range(t.op("QuantizeV2").fixed(4), 1, -1)
                .attr("T", QUINT8)
                .fails("input_max_range must be larger than input_min_range.")
                .over(F32);
        range(t.op("QuantizeV2").fixed(4), -1, 1)
                .attr("T", QUINT8)
                .attr("round_mode", "HALF_TO_EVEN")
                .fails("Round mode 'HALF_TO_EVEN' only supported for mode 'SCALED', but mode is 'MIN_COMBINED'")
                .over(F32);
        t.op("QuantizeV2")
                .fixed(2, 3)
                .input(Tensor.vector(-1f, 0f, -3f))
                .input(Tensor.vector(1f, 6f, 0.5f))
                .attr("T", QUINT8)
                .attr("mode", "MIN_FIRST")
                .attr("axis", 1)
                .fails("MIN_FIRST mode is not implemented for Quantize with axis != -1.")
                .over(F32);
    }

    private static void throughAndBack(Cases t) {
        Tensor[] min = {Tensor.scalar(-1f), Tensor.scalar(-0.3f), Tensor.scalar(0f)};
        Tensor[] max = {Tensor.scalar(1f), Tensor.scalar(2f), Tensor.scalar(2.5f)};
        for (String op : new String[] {"QuantizeAndDequantizeV2", "QuantizeAndDequantizeV4"}) {
            for (boolean signed : new boolean[] {true, false}) {
                for (boolean narrow : new boolean[] {true, false}) {
                    for (String rounding : new String[] {"HALF_TO_EVEN", "HALF_UP"}) {
                        through(t, op, min[0], max[1], true, signed)
                                .attr("num_bits", 4)
                                .attr("round_mode", rounding)
                                .attr("narrow_range", narrow)
                                .over(F32);
                        through(t, op, min[1], max[0], false, signed)
                                .attr("round_mode", rounding)
                                .attr("narrow_range", narrow)
                                .over(F32);
                    }
                }
            }
            t.op(op)
                    .x(2, 3, 4)
                    .input(Tensor.vector(-1f, -0.1f, 0f))
                    .input(Tensor.vector(1f, 3f, 2f))
                    .attr("axis", 1)
                    .noGradient()
                    .over(F32);
            t.op(op)
                    .x(5)
                    .input(Tensor.scalar(-1.0))
                    .input(Tensor.scalar(2.0))
                    .attr("range_given", true)
                    .noGradient()
                    .over(F64);
            through(t, op, max[0], min[0], true, true)
                    .fails("Invalid range: input_min 1")
                    .over(F32);
            through(t, op, min[0], max[0], true, true)
                    .attr("num_bits", 63)
                    .fails("num_bits is out of range: 63")
                    .over(F32);
        }
        for (int i = 0; i < min.length; i++) {
            t.op("QuantizeAndDequantizeV3")
                    .x(3, 4)
                    .input(min[i])
                    .input(max[i])
                    .input(Tensor.scalar(6))
                    .noGradient()
                    .over(F32);
            t.op("QuantizeAndDequantize")
                    .x(3, 4)
                    .attr("range_given", i > 0)
                    .attr("input_min", -1f)
                    .attr("input_max", (float) i)
                    .attr("signed_input", i != 2)
                    .noGradient()
                    .over(F32, F64);
            t.op("QuantizeAndDequantizeV4Grad")
                    .x(3, 4)
                    .fixed(3, 4)
                    .input(min[i])
                    .input(max[i])
                    .over(F32);
        }
        t.op("QuantizeAndDequantizeV3")
                .x(2, 3, 4)
                .input(Tensor.vector(-1f, -0.1f, 0f))
                .input(Tensor.vector(1f, 3f, 2f))
                .input(Tensor.scalar(8))
                .attr("axis", 1)
                .noGradient()
                .over(F32);
        t.op("QuantizeAndDequantizeV4Grad")
                .x(2, 3)
                .fixed(2, 3)
                .input(Tensor.vector(-1f, -0.1f, 0f))
                .input(Tensor.vector(1f, 3f, 2f))
                .attr("axis", 1)
                .over(F32);
        t.op("QuantizeAndDequantizeV3")
                .x(3)
                .input(min[0])
                .input(max[0])
                .input(Tensor.scalar(70))
                .noGradient()
                .fails("num_bits is out of range: 70")
                .over(F32);
    }

    private static CaseBuilder through(Cases t, String op, Tensor min, Tensor max, boolean given, boolean signed) {
        return t.op(op)
                .x(3, 4)
                .input(min)
                .input(max)
                .attr("range_given", given)
                .attr("signed_input", signed)
                .noGradient();
    }
}
