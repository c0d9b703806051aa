package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;

/** Quantisation and back. */
public final class QuantizationCases {
    private static final DType F = DType.FLOAT32;
    private static final Tensor[] MIN = {
        Tensor.scalar(-1.5f), Tensor.scalar(0.3f), Tensor.scalar(-2f), Tensor.scalar(0f)
    };
    private static final Tensor[] MAX = {
        Tensor.scalar(2.1f), Tensor.scalar(2.5f), Tensor.scalar(-0.1f), Tensor.scalar(0f)
    };

    private QuantizationCases() {}

    public static void addTo(Cases t) {
        for (long bits : new long[] {2, 5, 8, 12}) {
            for (boolean narrow : new boolean[] {false, true}) {
                args(t, bits, narrow);
                for (int i = 0; i < MIN.length; i++) {
                    vars(t, i, bits, narrow);
                }
                channels(t, bits, narrow);
            }
        }
        args(t, 1, false, "num_bits must be between 2 and 16, inclusive");
        args(t, 17, false, "num_bits must be between 2 and 16, inclusive");
        t.op("FakeQuantWithMinMaxArgs")
                .x(3)
                .attr("min", 1f)
                .attr("max", 0f)
                .fails("min has to be smaller than max, was: 1 >= 0")
                .over(F);
        t.op("FakeQuantWithMinMaxVarsPerChannel")
                .x(2, 3)
                .input(Tensor.vector(0f, 0f))
                .input(Tensor.vector(1f, 1f, 1f))
                .fails("min has incorrect size, expected 3 was 2")
                .over(F);
    }

    private static void args(Cases t, long bits, boolean narrow, String error) {
        t.op("FakeQuantWithMinMaxArgs")
                .x(3)
                .attr("num_bits", bits)
                .attr("narrow_range", narrow)
                .fails(error)
                .over(F);
    }

    private static CaseBuilder attrs(CaseBuilder c, long bits, boolean narrow) {
        return c.attr("num_bits", bits).attr("narrow_range", narrow).noGradient();
    }

    private static void args(Cases t, long bits, boolean narrow) {
        for (float[] range : new float[][] {{-6, 6}, {-1.1f, 2.3f}, {0.5f, 2}, {-3, -0.25f}}) {
            attrs(t.op("FakeQuantWithMinMaxArgs").x(4, 5), bits, narrow)
                    .attr("min", range[0])
                    .attr("max", range[1])
                    .over(F);
            attrs(t.op("FakeQuantWithMinMaxArgsGradient").x(4, 5).x(4, 5), bits, narrow)
                    .attr("min", range[0])
                    .attr("max", range[1])
                    .over(F);
        }
    }

    private static void vars(Cases t, int range, long bits, boolean narrow) {
        attrs(t.op("FakeQuantWithMinMaxVars").x(4, 5).input(MIN[range]).input(MAX[range]), bits, narrow)
                .over(F);
        attrs(
                        t.op("FakeQuantWithMinMaxVarsGradient")
                                .x(4, 5)
                                .x(4, 5)
                                .input(MIN[range])
                                .input(MAX[range]),
                        bits,
                        narrow)
                .over(F);
    }

    private static void channels(Cases t, long bits, boolean narrow) {
        Tensor min = Tensor.vector(-1.5f, 0.3f, 0f);
        Tensor max = Tensor.vector(1.5f, 2f, 0f);
        for (Shape s : new Shape[] {Shape.of(3), Shape.of(4, 3), Shape.of(2, 0, 3), Shape.of(2, 2, 2, 3)}) {
            attrs(
                            t.op("FakeQuantWithMinMaxVarsPerChannel")
                                    .x(s.dims())
                                    .input(min)
                                    .input(max),
                            bits,
                            narrow)
                    .over(F);
            attrs(
                            t.op("FakeQuantWithMinMaxVarsPerChannelGradient")
                                    .x(s.dims())
                                    .x(s.dims())
                                    .input(min)
                                    .input(max),
                            bits,
                            narrow)
                    .over(F);
        }
    }
}
