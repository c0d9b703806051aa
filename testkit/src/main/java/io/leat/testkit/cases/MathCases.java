package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.FLOATS;
import static io.leat.testkit.CaseBuilder.NUMBERS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Products, scans, segments, selections and conversions. */
public final class MathCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final DType C64 = DType.COMPLEX64;

    private MathCases() {}

    public static void addTo(Cases t) {
        products(t);
        sums(t);
        scans(t);
        segments(t);
        sequences(t);
        selections(t);
        conversions(t);
        special(t);
    }

    private static void special(Cases t) {
        Shape four = Shape.of(4);
        t.op("Polygamma").fixedValues(four, 1, 2, 3, 1).x(Domain.POSITIVE, 3, 4).over(F64);
        t.op("Polygamma").fixedValues(four, 1, 2, 3, 1).x(Domain.POSITIVE, 3, 4).over(F32);
        t.op("Zeta").fixed(Domain.of(1.5, 4), 4).x(Domain.POSITIVE, 3, 4).over(F32, F64);
        t.op("Igamma").fixed(Domain.POSITIVE, 4).x(Domain.POSITIVE, 3, 4).over(F32, F64);
        t.op("Igammac").fixed(Domain.POSITIVE, 4).x(Domain.POSITIVE, 3, 4).over(F32, F64);
        t.op("Igamma")
                .x(Domain.POSITIVE, 4)
                .x(Domain.POSITIVE, 3, 1)
                .noGradient()
                .over(F32, F64);
        t.op("IgammaGradA")
                .fixed(Domain.POSITIVE, 4)
                .fixed(Domain.POSITIVE, 3, 4)
                .over(F32, F64);
        t.op("Betainc")
                .fixed(Domain.POSITIVE, 4)
                .fixed(Domain.POSITIVE, 4)
                .x(Domain.of(0.1, 0.9), 4)
                .over(F32, F64);
        t.op("Cross").x(2, 3).x(2, 3).over(REALS);
        t.op("Bincount")
                .ids(Shape.of(5), 0, 2, 2, 1, 5)
                .axis(4)
                .of(F32, Domain.ANY, 5)
                .once();
        t.op("Bincount")
                .ids(Shape.of(5), 0, 2, 2, 1, 3)
                .axis(4)
                .of(DType.INT64, Domain.ANY, 0)
                .once();
        t.op("Bucketize").x(17).attr("boundaries", Attr.ofReals(-2, 0, 1.5f)).over(F32, F64, DType.INT32, DType.INT64);
        t.op("HistogramFixedWidth").x(17).values(Shape.of(2), -2, 2).axis(5).over(F32, F64, DType.INT32, DType.INT64);
        for (String equation : new String[] {"ij,jk->ik", "bij,bjk->bik", "ij,kj->", "...ij,jk->...ik", "ii,ij->j"}) {
            boolean batch = equation.startsWith("b") || equation.startsWith(".");
            boolean square = equation.startsWith("ii");
            long[] a = batch ? new long[] {2, 3, 4} : square ? new long[] {3, 3} : new long[] {3, 4};
            long[] b = equation.startsWith("bij")
                    ? new long[] {2, 4, 5}
                    : equation.contains("kj") ? new long[] {5, 4} : square ? new long[] {3, 2} : new long[] {4, 5};
            t.op("Einsum").list().x(a).x(b).end().attr("equation", equation).over(F32, F64, C64);
        }
        t.op("Einsum").list().x(3, 4).end().attr("equation", "ij->ji").over(F32, F64, DType.INT32);
    }

    private static void products(Cases t) {
        t.op("MatMul").x(2, 3).x(3, 4).over(NUMBERS);
        for (int i = 1; i < 4; i++) {
            boolean a = i % 2 == 1;
            boolean b = i > 1;
            t.op("MatMul")
                    .x(a ? 3 : 2, a ? 2 : 3)
                    .x(b ? 4 : 3, b ? 3 : 4)
                    .attr("transpose_a", a)
                    .attr("transpose_b", b)
                    .over(F32, F64, C64);
            t.op("MatMul")
                    .x(a ? 33 : 17, a ? 17 : 33)
                    .x(b ? 9 : 33, b ? 33 : 9)
                    .attr("transpose_a", a)
                    .attr("transpose_b", b)
                    .over(F32);
            t.op("BatchMatMulV2")
                    .x(2, a ? 3 : 2, a ? 2 : 3)
                    .x(2, b ? 4 : 3, b ? 3 : 4)
                    .attr("adj_x", a)
                    .attr("adj_y", b)
                    .over(F32, F64, C64);
        }
        t.op("MatMul").x(0, 3).x(3, 4).over(F32);
        t.op("MatMul").x(2, 0).x(0, 4).over(F32, DType.INT32);
        t.op("MatMul").x(1, 70).x(70, 1).over(F32, F64);
        t.op("MatMul").x(65, 40).x(40, 70).over(F32, F64);
        t.op("MatMul").x(2, 3).x(4, 3).fails("").over(F32);
        t.op("BatchMatMul").x(2, 2, 3).x(2, 3, 4).over(NUMBERS);
        t.op("BatchMatMulV2").x(2, 1, 2, 3).x(3, 3, 4).over(NUMBERS);
        t.op("BatchMatMulV2").x(2, 3).x(5, 3, 2).over(F32, F64);
        t.op("BatchMatMulV2").x(0, 2, 3).x(3, 4).over(F32);
        t.op("BatchMatMulV3").x(2, 2, 3).x(3, 4).attr("Tout", F32).over(F32);
        t.op("BatchMatMulV3").x(2, 2, 3).x(3, 4).attr("Tout", DType.INT32).over(DType.INT8);
        t.op("L2Loss").x(17).over(FLOATS);
        t.op("L2Loss").x(3, 4).over(F32, F64);
    }

    private static void sums(Cases t) {
        t.op("AddN").list().x(2, 3).x(2, 3).x(2, 3).end().over(NUMBERS);
        t.op("AddN").list().x(17).end().over(F32, F64);
        t.op("AddN").list().x(2).x(3).end().fails("").over(F32);
        t.op("AccumulateNV2")
                .list()
                .x(2, 3)
                .x(2, 3)
                .end()
                .attr("shape", Attr.of(Shape.of(2, 3)))
                .over(NUMBERS);
        for (DType out : new DType[] {DType.INT32, DType.INT64}) {
            for (String op : new String[] {"ArgMax", "ArgMin"}) {
                t.op(op).x(5, 7).axis(0).attr("output_type", out).over(REALS);
                t.op(op).x(3, 1, 17).axis(-1).attr("output_type", out).over(F32);
                t.op(op).x(4).axis(0).attr("output_type", out).over(DType.BOOL);
            }
        }
        t.op("ArgMax")
                .x(2, 3)
                .axis(2)
                .fails("Expected dimension in the range [-2, 2), but got 2")
                .over(F32);
        t.op("ArgMax")
                .x(0, 3)
                .axis(0)
                .fails("Reduction axis 0 is empty in shape [0,3]")
                .over(F32);
    }

    private static void scans(Cases t) {
        for (String op : new String[] {"Cumsum", "Cumprod"}) {
            Domain d = op.equals("Cumsum") ? Domain.ANY : Domain.of(0.3, 2);
            t.op(op).x(d, 2, 5).axis(1).over(NUMBERS);
            for (int i = 0; i < 4; i++) {
                t.op(op)
                        .x(d, 3, 4, 2)
                        .axis(i - 2)
                        .attr("exclusive", i % 2 == 1)
                        .attr("reverse", i > 1)
                        .over(F32, F64);
                t.op(op)
                        .x(d, 33)
                        .axis(0)
                        .attr("exclusive", i % 2 == 1)
                        .attr("reverse", i > 1)
                        .over(F32);
            }
            t.op(op).x(d, 0, 3).axis(0).over(F32);
        }
        t.op("CumulativeLogsumexp").x(3, 4).axis(0).over(FLOATS);
        t.op("CumulativeLogsumexp").x(3, 4).axis(1).attr("reverse", true).over(F32, F64);
        t.op("CumulativeLogsumexp")
                .x(3, 4)
                .axis(1)
                .attr("exclusive", true)
                .noGradient()
                .over(FLOATS);
    }

    private static void segments(Cases t) {
        for (String kind : new String[] {"Sum", "Prod", "Max", "Min", "Mean"}) {
            t.op("Segment" + kind).x(5, 3).ids(Shape.of(5), 0, 0, 1, 3, 3).over(NUMBERS);
            t.op("Segment" + kind).x(3).ids(Shape.of(3), 1, 1, 2).over(F32);
            t.op("Segment" + kind)
                    .x(2)
                    .ids(Shape.of(2), 1, 0)
                    .fails("segment ids are not increasing")
                    .over(F32);
            if (!kind.equals("Mean")) {
                t.op("UnsortedSegment" + kind)
                        .x(5, 3)
                        .ids(Shape.of(5), 3, 0, -1, 3, 1)
                        .axis(5)
                        .noGradient()
                        .over(NUMBERS);
                t.op("UnsortedSegment" + kind)
                        .x(5, 3)
                        .ids(Shape.of(5), 2, 0, -1, 2, 1)
                        .axis(3)
                        .over(F32, F64);
                t.op("UnsortedSegment" + kind)
                        .x(2, 2, 3)
                        .ids(Shape.of(2, 2), 1, 0, 1, 1)
                        .axis(2)
                        .over(F32, F64);
                t.op("UnsortedSegment" + kind)
                        .x(2)
                        .ids(Shape.of(2), 1, 2)
                        .axis(2)
                        .fails("segment_ids[1] = 2")
                        .over(F32);
            }
        }
    }

    private static void sequences(Cases t) {
        for (DType type : new DType[] {F32, F64, DType.INT32, DType.INT64}) {
            t.op("Range")
                    .constant(Tensor.full(type, Shape.SCALAR, 3))
                    .constant(Tensor.full(type, Shape.SCALAR, 18))
                    .constant(Tensor.full(type, Shape.SCALAR, 4))
                    .once();
            t.op("Range")
                    .constant(Tensor.full(type, Shape.SCALAR, 3))
                    .constant(Tensor.full(type, Shape.SCALAR, -2))
                    .constant(Tensor.full(type, Shape.SCALAR, -2))
                    .once();
            t.op("Range")
                    .constant(Tensor.full(type, Shape.SCALAR, 3))
                    .constant(Tensor.full(type, Shape.SCALAR, 3))
                    .constant(Tensor.full(type, Shape.SCALAR, 1))
                    .once();
        }
        t.op("Range")
                .constant(Tensor.scalar(3))
                .constant(Tensor.scalar(5))
                .constant(Tensor.scalar(0))
                .fails("Requires delta != 0")
                .once();
        t.op("LinSpace").x().x().axis(7).over(FLOATS);
        t.op("LinSpace").x().x().axis(1).over(F32, F64);
    }

    private static void selections(Cases t) {
        Tensor three = Tensor.vector(true, false, true);
        Tensor six = Tensor.of(Shape.of(2, 3), true, false, true, false, false, true);
        t.op("Select").input(six).x(2, 3).x(2, 3).over(ALL);
        t.op("Select").input(three).x(3, 4).x(3, 4).over(F32, F64);
        t.op("Select").input(Tensor.scalar(false)).x(3, 4).x(3, 4).over(F32, F64);
        t.op("Select").input(three).x(2, 3).x(2, 3).fails("").over(F32);
        t.op("SelectV2").input(six).x(2, 3).x(2, 3).over(ALL);
        t.op("SelectV2").input(three).x(2, 1).x().over(F32, F64);
        t.op("SelectV2").input(six).x(3).x(4, 1, 3).over(F32, F64);
        t.op("ClipByValue")
                .x(2, 3)
                .values(Shape.SCALAR, 0)
                .values(Shape.SCALAR, 2)
                .over(REALS);
        t.op("ApproximateEqual").x(17).x(17).attr("tolerance", 1f).over(NUMBERS);
        t.op("Equal").x(17).x(17).over(ALL);
        t.op("NotEqual").x(2, 1).x(3).over(ALL);
        t.op("Equal").x(2).x(3).attr("incompatible_shape_error", false).over(F32);
        t.op("NotEqual").x(2).x(3).fails("Incompatible shapes").over(F32);
    }

    private static void conversions(Cases t) {
        for (DType to : ALL) {
            if (to != DType.STRING) {
                t.op("Cast")
                        .x(Domain.of(0, 100), 17)
                        .attr("DstT", to)
                        .noGradient()
                        .over(ALL);
                t.op("Cast").x(2, 3).attr("DstT", to).noGradient().over(F32, F64, DType.INT32, DType.BOOL);
            }
        }
        t.op("Cast").x(17).attr("DstT", F64).over(F32);
        t.op("Bitcast").x(3, 4).attr("type", DType.UINT8).over(NUMBERS);
        t.op("Bitcast").x(3, 4).attr("type", DType.INT32).over(F32, DType.UINT8, F64);
        for (DType part : new DType[] {F32, F64}) {
            DType whole = part == F32 ? C64 : DType.COMPLEX128;
            t.op("Complex").x(2, 1).x(3).attr("Tout", whole).noGradient().over(part);
            for (String op : new String[] {"Real", "Imag", "ComplexAbs", "Angle"}) {
                t.op(op).x(2, 3).attr("Tout", part).over(whole);
            }
        }
    }
}
