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
        sums(t);
        products(t);
        activations(t);
        shapes(t);
        requantize(t);
        convolutions(t);
        normalizations(t);
        resize(t);
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

    private static final Tensor BIAS = Tensor.of(QUINT8, Shape.of(3), 0, 77, 255);

    private static void sums(Cases t) {
        for (float[] r : new float[][] {{-1, 1}, {0, 6}, {-20, 0.7f}}) {
            range(range(t.op("QuantizedBiasAdd").fixed(BYTES, 2, 3).input(BIAS), r[0], r[1]), -2, 0.5f)
                    .attr("out_type", QINT32)
                    .over(QUINT8);
            for (long[][] shapes :
                    new long[][][] {{{2, 3}, {2, 3}}, {{2, 3}, {}}, {{}, {5}}, {{4, 3}, {3}}, {{3}, {2, 3}}, {{7}, {1}}
                    }) {
                for (String op : new String[] {"QuantizedAdd", "QuantizedMul"}) {
                    range(range(t.op(op).fixed(BYTES, shapes[0]).fixed(BYTES, shapes[1]), r[0], r[1]), -2, 3)
                            .over(QUINT8);
                }
            }
        }
        for (String op : new String[] {"QuantizedAdd", "QuantizedMul"}) {
            range(range(t.op(op).fixed(BYTES, 2).fixed(BYTES, 2), 1, 1), -2, 3)
                    .fails("max_x must be larger than min_")
                    .over(QUINT8);
            range(range(t.op(op).fixed(BYTES, 2).fixed(BYTES, 3), 0, 1), -2, 3)
                    .fails("")
                    .over(QUINT8);
        }
        range(range(t.op("QuantizedBiasAdd").fixed(BYTES, 2, 4).input(BIAS), 0, 1), 0, 1)
                .attr("out_type", QINT32)
                .fails("")
                .over(QUINT8);
    }

    private static void products(Cases t) {
        for (boolean a : new boolean[] {false, true}) {
            for (boolean b : new boolean[] {false, true}) {
                long[] left = a ? new long[] {4, 3} : new long[] {3, 4};
                long[] right = b ? new long[] {5, 4} : new long[] {4, 5};
                range(range(t.op("QuantizedMatMul").fixed(BYTES, left).fixed(BYTES, right), -1, 3), 0, 6)
                        .attr("transpose_a", a)
                        .attr("transpose_b", b)
                        .over(QUINT8);
            }
        }
        range(range(t.op("QuantizedMatMul").fixed(BYTES, 2, 3).fixed(BYTES, 2, 3), -1, 3), 0, 6)
                .fails("")
                .over(QUINT8);
        range(range(t.op("QuantizedMatMul").fixed(BYTES, 2, 3).fixed(BYTES, 3, 3), -1, -1), 0, 6)
                .fails("max_a must be larger than min_a.")
                .over(QUINT8);
    }

    private static void activations(Cases t) {
        for (String op : new String[] {"QuantizedRelu", "QuantizedRelu6"}) {
            for (float[] r : new float[][] {{-1, 1}, {0, 6}, {-2.3f, 10}, {-20, 8}}) {
                range(t.op(op).fixed(BYTES, 4, 5), r[0], r[1]).over(QUINT8);
                range(t.op(op).fixed(WIDE, 4, 5), r[0], r[1])
                        .attr("out_type", QINT32)
                        .over(QINT32);
            }
        }
    }

    private static void shapes(Cases t) {
        range(t.op("QuantizedReshape").fixed(BYTES, 2, 3).index(3, -1), -1, 1).over(QUINT8, QINT32);
        range(t.op("QuantizedReshape").fixed(BYTES, 2, 3).index(4, -1), -1, 1)
                .fails("")
                .over(QUINT8);
        for (long axis : new long[] {0, 1}) {
            t.op("QuantizedConcat")
                    .constant(Tensor.scalar((int) axis))
                    .list()
                    .fixed(BYTES, 2, 3)
                    .fixed(BYTES, axis == 0 ? 1 : 2, axis == 0 ? 3 : 2)
                    .end()
                    .list()
                    .input(Tensor.scalar(-1f))
                    .input(Tensor.scalar(-0.5f))
                    .end()
                    .list()
                    .input(Tensor.scalar(2f))
                    .input(Tensor.scalar(6f))
                    .end()
                    .over(QUINT8, QINT32);
        }
        t.op("QuantizedConcat")
                .constant(Tensor.scalar(0))
                .list()
                .fixed(BYTES, 2, 3)
                .fixed(BYTES, 2, 2)
                .end()
                .list()
                .input(Tensor.scalar(-1f))
                .input(Tensor.scalar(-0.5f))
                .end()
                .list()
                .input(Tensor.scalar(2f))
                .input(Tensor.scalar(6f))
                .end()
                .fails("")
                .over(QUINT8);
    }

    private static void requantize(Cases t) {
        for (float[] r : new float[][] {{-1000, 1000}, {-3e5f, 2e5f}, {0, 900}}) {
            range(t.op("RequantizationRange").fixed(WIDE, 3, 4), r[0], r[1]).over(QINT32);
            range(t.op("QuantizeDownAndShrinkRange").fixed(WIDE, 3, 4), r[0], r[1])
                    .attr("out_type", QUINT8)
                    .over(QINT32);
            for (DType out : new DType[] {QUINT8, QINT8}) {
                range(range(t.op("Requantize").fixed(WIDE, 3, 4), r[0], r[1]), -0.3f * r[1], 0.5f * r[1])
                        .attr("out_type", out)
                        .over(QINT32);
            }
        }
        range(range(t.op("Requantize").fixed(WIDE, 3), -1, 1), 0.5f, 1)
                .attr("out_type", QUINT8)
                .fails("requested_output_min must be <= 0, but got 0.5")
                .over(QINT32);
        range(range(t.op("Requantize").fixed(WIDE, 3), -1, 1), -0.5f, -1)
                .attr("out_type", QUINT8)
                .fails("requested_output_max must be >= requested_output_min")
                .over(QINT32);
    }

    private static void convolutions(Cases t) {
        for (String padding : new String[] {"SAME", "VALID"}) {
            for (long stride : new long[] {1, 2}) {
                range(range(t.op("QuantizedConv2D").fixed(BYTES, 2, 5, 6, 3).fixed(BYTES, 3, 2, 3, 4), -1, 3), -2, 1)
                        .ints("strides", 1, stride, stride, 1)
                        .attr("padding", padding)
                        .over(QUINT8);
                for (String op : new String[] {"QuantizedMaxPool", "QuantizedAvgPool"}) {
                    range(t.op(op).fixed(SMALL, 2, 5, 6, 3), -1, 3)
                            .ints("ksize", 1, 3, 2, 1)
                            .ints("strides", 1, stride, stride, 1)
                            .attr("padding", padding)
                            .over(QUINT8, QINT8);
                }
            }
        }
        range(range(t.op("QuantizedConv2D").fixed(BYTES, 1, 5, 6, 3).fixed(BYTES, 3, 2, 2, 4), -1, 3), -2, 1)
                .ints("strides", 1, 1, 1, 1)
                .attr("padding", "SAME")
                .fails("")
                .over(QUINT8);
        range(range(t.op("QuantizedConv2D").fixed(BYTES, 1, 5, 6, 3).fixed(BYTES, 3, 2, 3, 4), -1, 3), -2, 1)
                .ints("strides", 1, 1, 2, 1)
                .attr("padding", "SAME")
                .fails("Current implementation only supports equal length strides in the row and column dimensions.")
                .over(QUINT8);
    }

    private static void normalizations(Cases t) {
        for (boolean scaled : new boolean[] {true, false}) {
            CaseBuilder b =
                    range(t.op("QuantizedBatchNormWithGlobalNormalization").fixed(BYTES, 2, 3, 2, 4), -2, 5);
            for (float[] r : new float[][] {{-1, 1}, {0.1f, 3}, {-3, 3}, {0, 2}}) {
                range(b.fixed(BYTES, 4), r[0], r[1]);
            }
            b.attr("out_type", QINT32)
                    .attr("variance_epsilon", 0.001f)
                    .attr("scale_after_normalization", scaled)
                    .over(QUINT8);
        }
        range(t.op("QuantizedInstanceNorm").fixed(BYTES, 2, 3, 4, 5), -1, 3)
                .attr("output_range_given", true)
                .attr("given_y_min", -2f)
                .attr("given_y_max", 2.5f)
                .over(QUINT8);
        range(t.op("QuantizedInstanceNorm").fixed(BYTES, 2, 3, 4, 5), -1, 3).over(QUINT8);
        range(t.op("QuantizedInstanceNorm").fixed(BYTES, 1, 2, 2, 1), 3, 3)
                .fails("input_min must be less than input_max : 3")
                .over(QUINT8);
    }

    private static void resize(Cases t) {
        for (int[] size : new int[][] {{3, 4}, {7, 9}, {2, 2}}) {
            for (int i = 0; i < 3; i++) {
                range(t.op("QuantizedResizeBilinear").fixed(BYTES, 2, 3, 4, 3).constant(Tensor.vector(size)), -1, 3)
                        .attr("align_corners", i == 1)
                        .attr("half_pixel_centers", i == 2)
                        .over(QUINT8, QINT32, F32);
            }
        }
    }
}
