package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.NUMBERS;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;

/** The rarer ops that move elements and tell of shapes. */
public final class MoreArrayCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;

    private MoreArrayCases() {}

    public static void addTo(Cases t) {
        t.op("ConjugateTranspose").x(2, 3, 4).index(2, 0, 1).over(NUMBERS);
        t.op("DeepCopy").x(2, 3).noGradient().over(ALL);
        t.op("GuaranteeConst").x(2, 3).noGradient().over(ALL);
        t.op("EnsureShape").x(2, 3).attr("shape", Attr.of(Shape.of(-1, 3))).over(ALL);
        t.op("EnsureShape")
                .x(2, 3)
                .attr("shape", Attr.of(Shape.of(-1, 4)))
                .fails("")
                .over(F32);
        t.op("IdentityN")
                .list()
                .x(2, 3)
                .input(Tensor.scalar("a"))
                .input(Tensor.vector(1, 2))
                .end()
                .over(F32, F64);
        t.op("ParallelConcat")
                .list()
                .x(1, 3)
                .x(1, 3)
                .end()
                .attr("shape", Attr.of(Shape.of(2, 3)))
                .noGradient()
                .over(F32, DType.INT32);
        t.op("ParallelDynamicStitch")
                .list()
                .ids(Shape.of(2), 0, 3)
                .ids(Shape.of(2), 2, 1)
                .end()
                .list()
                .x(2, 3)
                .x(2, 3)
                .end()
                .over(ALL);
        t.op("Reverse").x(2, 3, 4).constant(Tensor.vector(true, false, true)).over(ALL);
        t.op("Roll").x(5).axis(2).axis(0).over(ALL);
        t.op("Roll").x(3, 4).index(1, -2).index(0, 1).over(F32, F64);
        t.op("Roll").x(3, 4).index(1, -2, 1).index(0, 1, 0).over(F32);
        for (String op : new String[] {"UniqueV2", "UniqueWithCountsV2"}) {
            t.op(op)
                    .ids(Shape.of(6), 3, 1, 3, 2, 1, 9)
                    .constant(Tensor.vector(0))
                    .once();
            t.op(op)
                    .ids(Shape.of(3, 2), 1, 2, 3, 4, 1, 2)
                    .constant(Tensor.vector(0))
                    .once();
            t.op(op)
                    .ids(Shape.of(2, 3), 1, 2, 1, 3, 4, 3)
                    .constant(Tensor.vector(1L))
                    .onceWide();
        }
        t.op("BroadcastArgs").index(2, 3, 1).index(3, 4).once();
        t.op("BroadcastArgs").index().index(3, 4).onceWide();
        t.op("BroadcastArgs").index(2, 3).index(3, 4).fails("").once();
        Tensor sorted = Tensor.of(Shape.of(2, 4), 1f, 3f, 3f, 7f, -2f, 0f, 4f, 4f);
        Tensor sought = Tensor.of(Shape.of(2, 3), 3f, 0f, 9f, 4f, -3f, 0f);
        for (String op : new String[] {"LowerBound", "UpperBound"}) {
            t.op(op).input(sorted).input(sought).once();
            t.op(op).input(sorted).input(sought).attr("out_type", DType.INT64).once();
        }
        t.op("UnravelIndex")
                .ids(Shape.of(3), 22, 41, 37)
                .constant(Tensor.vector(7, 6))
                .once();
        t.op("UnravelIndex")
                .ids(Shape.SCALAR, 22)
                .constant(Tensor.vector(7L, 6L))
                .onceWide();
        t.op("UnravelIndex")
                .ids(Shape.of(1), 42)
                .constant(Tensor.vector(7, 6))
                .fails("")
                .once();
    }
}
