package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Arithmetic with quantised numbers. */
public final class QuantizedArithmeticCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType QUINT8 = DType.QUINT8;
    private static final DType QINT8 = DType.QINT8;
    private static final DType QINT32 = DType.QINT32;
    private static final Domain BYTES = Domain.ANY.whole(0, 255);
    private static final Domain SMALL = Domain.ANY.whole(-127, 127);
    private static final Domain WIDE = Domain.ANY.whole(-2_000_000_000, 2_000_000_000);

    private QuantizedArithmeticCases() {}

    public static void addTo(Cases t) {
        sums(t);
        products(t);
        activations(t);
        shapes(t);
        requantize(t);
        convolutions(t);
        normalizations(t);
        resize(t);
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

    private static CaseBuilder range(CaseBuilder b, float min, float max) {
        return b.input(Tensor.scalar(min)).input(Tensor.scalar(max));
    }
}
