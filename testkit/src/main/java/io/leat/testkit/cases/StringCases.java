package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.FLOATS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Texts, and messages as strings. */
public final class StringCases {
    private static final DType F32 = DType.FLOAT32;
    private static final Tensor WORDS = Tensor.of(Shape.of(2, 2), "abc", "", "a1", "zz top");

    private StringCases() {}

    public static void addTo(Cases t) {
        t.op("RegexFullMatch").input(WORDS).constant(Tensor.scalar("a.*")).once();
        t.op("RegexFullMatch")
                .input(WORDS)
                .constant(Tensor.scalar("a("))
                .fails("Invalid pattern")
                .once();
        t.op("StaticRegexFullMatch").input(WORDS).attr("pattern", "[a-c]+").once();
        t.op("StringJoin")
                .list()
                .input(WORDS)
                .input(Tensor.scalar("-"))
                .input(WORDS)
                .end()
                .attr("separator", "/")
                .once();
        t.op("ShardedFilename")
                .input(Tensor.scalar("a/b"))
                .input(Tensor.scalar(3))
                .input(Tensor.scalar(12))
                .once();
        t.op("ShardedFilespec")
                .input(Tensor.scalar("a/b"))
                .input(Tensor.scalar(12))
                .once();
        t.op("ScalarSummary")
                .input(Tensor.vector("loss", "rate"))
                .x(2)
                .noGradient()
                .over(F32, DType.FLOAT64, DType.INT64);
        t.op("HistogramSummary")
                .input(Tensor.scalar("weights"))
                .x(9)
                .noGradient()
                .over(F32, DType.INT32);
        t.op("CheckNumerics").x(2, 3).attr("message", "here").over(FLOATS);
        t.op("CheckNumerics")
                .input(Tensor.vector(1f, Float.NaN))
                .attr("message", "here")
                .fails("here : Tensor had NaN values")
                .once();
        t.op("DenseBincount")
                .ids(Shape.of(5), 0, 2, 2, 1, 3)
                .constant(Tensor.scalar(4))
                .of(F32, Domain.ANY, 5)
                .once();
        t.op("DenseBincount")
                .ids(Shape.of(2, 3), 0, 2, 2, 1, 3, 3)
                .constant(Tensor.scalar(4))
                .of(F32, Domain.ANY, 0)
                .attr("binary_output", true)
                .once();
    }
}
