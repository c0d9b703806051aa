package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.NUMBERS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;

/** Ops that move elements: the rarer ones, empty tensors, and what TensorFlow refuses. */
public final class MovementCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final String REFLECT = "REFLECT";
    private static final String SYMMETRIC = "SYMMETRIC";

    private MovementCases() {}

    public static void addTo(Cases t) {
        copies(t);
        reversals(t);
        blocks(t);
        padding(t);
        splitting(t);
        searches(t);
        tuples(t);
        empty(t);
    }

    private static void copies(Cases t) {
        t.op("Snapshot").x(2, 3).noGradient().over(REALS);
        t.op("EnsureShape").x(2, 3).attr("shape", Attr.of(Shape.of(-1, 3))).over(ALL);
        t.op("EnsureShape")
                .x(2)
                .attr("shape", Attr.of(Shape.of(3)))
                .fails("is not compatible with expected shape [3]")
                .over(F32);
        t.op("IdentityN").list().x(2, 3).x().end().over(F32, F64, DType.STRING);
        t.op("BroadcastArgs").index(2, 1, 3).index(4, 1).once();
        t.op("BroadcastArgs").index().index(4, 1).onceWide();
        t.op("BroadcastArgs")
                .index(2, 3)
                .index(4)
                .fails("ncompatible shapes: [2,3] vs. [4]")
                .once();
        t.op("ParallelConcat")
                .list()
                .x(1, 2)
                .x(1, 2)
                .x(1, 2)
                .end()
                .attr("shape", Attr.of(Shape.of(3, 2)))
                .noGradient()
                .over(F32);
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
        t.op("DynamicStitch")
                .list()
                .ids(Shape.of(0))
                .ids(Shape.of(0))
                .end()
                .list()
                .x(0, 2)
                .x(0, 2)
                .end()
                .over(F32);
        t.op("DynamicStitch")
                .list()
                .ids(Shape.of(2), 0, -1)
                .end()
                .list()
                .x(2)
                .end()
                .fails("is out of range")
                .over(F32);
        bitcast(t, DType.FLOAT32, DType.INT32, Shape.of(2, 3));
        bitcast(t, DType.FLOAT32, DType.UINT8, Shape.of(2, 3));
        bitcast(t, DType.FLOAT64, DType.UINT16, Shape.of(2));
        bitcast(t, DType.UINT8, DType.UINT32, Shape.of(3, 4));
        bitcast(t, DType.INT16, DType.FLOAT16, Shape.of(3));
        bitcast(t, DType.FLOAT32, DType.COMPLEX64, Shape.of(3, 2));
        bitcast(t, DType.COMPLEX128, DType.INT64, Shape.of(2));
    }

    private static void bitcast(Cases t, DType from, DType to, Shape shape) {
        t.op("Bitcast").input(Tensor.full(from, shape, 3)).attr("type", to).once();
    }

    private static void reversals(Cases t) {
        t.op("Reverse").x(3, 4).constant(Tensor.vector(true, false)).over(ALL);
        t.op("Reverse").x(3, 4).constant(Tensor.vector(true, true)).over(F32, F64);
        t.op("ReverseV2").x(3, 4).index().over(F32);
        t.op("ReverseV2").x(3).index(1).fails("is out of valid range [0, 0").over(F32);
        t.op("ReverseV2")
                .x(3, 4)
                .index(1, -1)
                .fails("axis 1 specified more than once.")
                .over(F32);
        t.op("ReverseSequence")
                .x(4, 3, 2)
                .ids(Shape.of(3), 1, 0, 4)
                .attr("seq_dim", 0)
                .attr("batch_dim", 1)
                .over(F32, F64);
        t.op("ReverseSequence")
                .x(2, 2)
                .ids(Shape.of(2), 1, 3)
                .attr("seq_dim", 1)
                .fails("seq_lens(1) > input.dims(1)")
                .over(F32);
        t.op("ReverseSequence")
                .x(2, 2)
                .ids(Shape.of(2), 1, -1)
                .attr("seq_dim", 1)
                .fails("seq_lens(1) < 0")
                .over(F32);
        t.op("Roll").x(3, 4).index(1).index(0).over(ALL);
        t.op("Roll").x(3, 4).index(-2, 9).index(1, 0).over(F32, F64);
        t.op("Roll").x(3, 4).index(-2, 9, 1).index(1, 0, -1).over(F32, F64);
        t.op("Roll").x(5).axis(2).axis(0).over(F32, F64);
        t.op("Roll").x(5).axis(2).axis(1).fails("is out of range").over(F32);
        t.op("ConjugateTranspose").x(2, 3).index(1, 0).over(ALL);
    }

    private static void blocks(Cases t) {
        t.op("SpaceToBatchND")
                .x(2, 5)
                .index(3)
                .constant(Tensor.of(Shape.of(1, 2), 1, 0))
                .over(F32, F64);
        t.op("SpaceToBatchND")
                .x(2, 3, 4, 2)
                .index(3, 2)
                .constant(Tensor.of(Shape.of(2, 2), 2, 1, 0, 0))
                .over(F32, F64);
        t.op("BatchToSpaceND")
                .x(6, 2, 3)
                .index(3)
                .constant(Tensor.of(Shape.of(1, 2), 2, 1))
                .over(F32, F64);
        t.op("BatchToSpaceND")
                .x(12, 2, 2, 2)
                .index(3, 2)
                .constant(Tensor.of(Shape.of(2, 2), 0, 1, 1, 0))
                .over(F32, F64);
        t.op("SpaceToBatchND")
                .x(1, 3)
                .index(2)
                .constant(Tensor.of(Shape.of(1, 2), 0, 0))
                .fails("is not divisible by block_shape[0]=2")
                .over(F32);
        t.op("BatchToSpaceND")
                .x(3, 3)
                .index(2)
                .constant(Tensor.of(Shape.of(1, 2), 0, 0))
                .fails("divisible")
                .over(F32);
        t.op("SpaceToDepth").x(1, 4, 4, 3).attr("block_size", 4).over(F32, F64);
        t.op("DepthToSpace").x(2, 1, 2, 18).attr("block_size", 3).over(F32, F64);
        t.op("DepthToSpace")
                .x(1, 1, 1, 3)
                .attr("block_size", 2)
                .fails("divisible")
                .over(F32);
    }

    private static void padding(Cases t) {
        Tensor wide = Tensor.of(Shape.of(3, 2), 1, 2, 0, 0, 3, 1);
        t.op("MirrorPad").x(3, 2, 4).constant(wide).attr("mode", REFLECT).over(F32, F64);
        t.op("MirrorPad").x(3, 2, 4).constant(wide).attr("mode", SYMMETRIC).over(F32, F64);
        t.op("MirrorPadGrad").x(6, 2, 8).constant(wide).attr("mode", REFLECT).over(F32, F64);
        t.op("MirrorPadGrad").x(6, 2, 8).constant(wide).attr("mode", SYMMETRIC).over(F32, F64, DType.INT32);
        t.op("MirrorPad")
                .x(3)
                .constant(Tensor.of(Shape.of(1, 2), 3, 0))
                .attr("mode", REFLECT)
                .fails("paddings must be less than the dimension size: 3, 0 not less than 3")
                .over(F32);
        t.op("MirrorPad")
                .x(3)
                .constant(Tensor.of(Shape.of(1, 2), 4, 0))
                .attr("mode", SYMMETRIC)
                .fails("paddings must be no greater than the dimension size: 4, 0 greater than 3")
                .over(F32);
        t.op("Pad").x(0, 2).constant(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1)).over(F32, F64);
        t.op("Pad").x(2).constant(Tensor.of(Shape.of(1, 2), 1, -2)).fails("").over(F32);
    }

    private static void splitting(Cases t) {
        t.op("SplitV").x(2, 3).index(0, 3, 0).axis(-1).attr("num_split", 3).over(F32, F64);
        t.op("SplitV").x(3).index(1, 1).axis(0).attr("num_split", 2).fails("").over(F32);
        t.op("SplitV").x(3).index(-1, -1).axis(0).attr("num_split", 2).fails("").over(F32);
        t.op("Split").axis(0).x(0, 3).attr("num_split", 2).over(F32);
        t.op("DynamicPartition")
                .x(2, 2, 3)
                .ids(Shape.of(2, 2), 1, 0, 1, 1)
                .attr("num_partitions", 2)
                .over(F32, F64);
        t.op("DynamicPartition")
                .x(2)
                .ids(Shape.of(2), 0, 5)
                .attr("num_partitions", 2)
                .fails("partitions[1] = 5 is not in [0, 2)")
                .over(F32);
    }

    private static void searches(Cases t) {
        for (String op : new String[] {"LowerBound", "UpperBound"}) {
            t.op(op)
                    .values(Shape.of(2, 4), 1, 2, 2, 5, 0, 3, 3, 7)
                    .values(Shape.of(2, 3), 2, 0, 6, 3, 8, 0)
                    .noGradient()
                    .over(REALS);
            t.op(op)
                    .values(Shape.of(1, 2), 1, 2)
                    .values(Shape.of(1, 1), 2)
                    .attr("out_type", DType.INT64)
                    .noGradient()
                    .over(F32);
            t.op(op)
                    .values(Shape.of(1, 0))
                    .values(Shape.of(1, 2), 2, 3)
                    .noGradient()
                    .over(F32);
            t.op(op).x(1, 2).x(2, 1).fails("").over(F32);
        }
        for (String op : new String[] {"UniqueV2", "UniqueWithCountsV2"}) {
            t.op(op)
                    .values(Shape.of(4, 2), 1, 2, 3, 4, 1, 2, 1, 3)
                    .index(0)
                    .noGradient()
                    .over(REALS);
            t.op(op)
                    .values(Shape.of(2, 4), 1, 2, 1, 2, 3, 4, 3, 5)
                    .index(-1)
                    .noGradient()
                    .over(F32);
            t.op(op).values(Shape.of(3), 5, 1, 5).index().noGradient().over(F32);
            t.op(op).x(2, 2).index().fails("unique expects a 1D vector.").over(F32);
            t.op(op).x(2, 0).index(0).noGradient().over(F32);
        }
        Tensor nan = Tensor.vector(Float.NaN, 0f, -0f, Float.NaN, 1f);
        t.op("Unique").input(nan).once();
        t.op("UniqueWithCounts").input(nan).once();
        t.op("Unique").input(Tensor.vector("b", "a", "b", "")).once();
        t.op("Unique").input(Tensor.vector(new float[0])).once();
        t.op("Unique").x(2, 2).fails("unique expects a 1D vector.").over(F32);
        t.op("ListDiff").input(nan).input(Tensor.vector(Float.NaN, -0f)).once();
        t.op("ListDiff")
                .input(Tensor.vector("b", "a", "b"))
                .input(Tensor.vector("a"))
                .once();
        t.op("UnravelIndex").ids(Shape.of(3), 3, 1, 0).index(2, 2).once();
        t.op("UnravelIndex").ids(Shape.SCALAR, 7).index(2, 4).onceWide();
        t.op("UnravelIndex")
                .ids(Shape.of(1), 5)
                .index(2, 2)
                .fails("out of bound")
                .once();
    }

    private static void tuples(Cases t) {
        t.op("GatherNd").x(2, 3).ids(Shape.of(4, 0)).noGradient().over(F32);
        t.op("GatherNd").x(4, 2).ids(Shape.of(3, 1), 3, 0, 3).over(F32, F64);
        t.op("GatherNd")
                .x(2, 2)
                .ids(Shape.of(1, 3), 0, 0, 0)
                .fails("<= params rank; saw: 3 vs. 2")
                .over(F32);
        t.op("GatherNd").x(4, 2).ids(Shape.of(0, 1)).over(F32);
        t.op("ScatterNd")
                .ids(Shape.of(2, 1), 0, 7)
                .x(2)
                .index(4)
                .fails("[7] does not index into shape [4]")
                .over(F32);
        t.op("ScatterNd").ids(Shape.of(2, 1), 0, 0).x(2).index(3).over(DType.STRING, DType.BOOL);
        t.op("ScatterNd").ids(Shape.of(2, 2), 0, 1, 2, 1).x(2).index(3, 2).over(F32, F64);
        t.op("ScatterNd").ids(Shape.of(0, 1)).x(0, 2).index(3, 2).over(F32);
        t.op("TensorScatterUpdate")
                .x(3)
                .ids(Shape.of(1, 1), 5)
                .x(1)
                .fails("[5] does not index into shape [3]")
                .over(F32);
        t.op("TensorScatterUpdate").x(3).ids(Shape.of(1, 1), 1).x(2).fails("").over(F32);
        t.op("TensorScatterAdd").x(3).ids(Shape.of(3, 1), 1, 1, 0).x(3).over(NUMBERS);
        t.op("GatherV2")
                .x(2, 3, 4)
                .ids(Shape.of(2, 2), 0, 2, 2, 2)
                .axis(1)
                .attr("batch_dims", -1)
                .over(F32, F64);
        t.op("GatherV2")
                .x(2, 2, 3, 2)
                .ids(Shape.of(2, 2, 2), 0, 2, 2, 2, 1, 0, 0, 0)
                .axis(2)
                .attr("batch_dims", 2)
                .over(F32, F64);
        t.op("GatherV2")
                .x(2, 3)
                .ids(Shape.of(3, 1), 0, 0, 0)
                .axis(1)
                .attr("batch_dims", 1)
                .fails("")
                .over(F32);
        t.op("OneHot").ids(Shape.of(3), 0, 2, 1).axis(0).x().x().over(F32, DType.INT32);
        t.op("OneHot").ids(Shape.of(0)).axis(3).x().x().over(F32, DType.INT32);
        t.op("OneHot")
                .ids(Shape.of(3), 0, 2, 1)
                .axis(-1)
                .x()
                .x()
                .fails("depth must be non-negative")
                .over(F32);
    }

    private static void empty(Cases t) {
        t.op("StridedSlice").x(0, 3).index(0, 2).index(5, 0).index(1, -1).over(F32, F64);
        t.op("StridedSlice").x(4, 3).index(3, 0).index(1, 3).index(1, 1).over(F32);
        t.op("StridedSlice").x(4).index(3).index(-9).index(-2000000000).over(F32);
        t.op("Transpose").x(0, 3, 2).index(2, 0, 1).over(F32, F64);
        t.op("Tile").x(0, 3).index(2, 2).over(F32, F64);
        t.op("Tile").x(2, 3).index(2, 0).over(F32);
        t.op("Tile").x(2).index(-1).fails("").over(F32);
        t.op("BroadcastTo").x(0, 1).index(2, 0, 3).over(F32);
        t.op("ConcatV2").list().x(0, 3).x(0, 3).end().axis(1).over(F32, F64);
        t.op("Pack").list().x(0, 2).x(0, 2).end().attr("axis", 1).over(F32, F64);
        t.op("Unpack").x(0, 2).attr("num", 2).attr("axis", 1).over(F32);
        t.op("GatherV2").x(2, 0).ids(Shape.of(2), 1, 0).axis(0).over(F32);
        t.op("Where").x(0, 3).noGradient().over(F32, DType.BOOL);
        t.op("Reshape").x(0, 3).index(-1, 0).over(F32);
        t.op("Reshape").x(0, 3).index(5, 0, -1).over(F32);
        t.op("Reshape").x(2, 3).index(0, -1).fails("").over(F32);
        t.op("ReverseV2").x(0, 3).index(0, 1).over(F32);
        t.op("Roll").x(0, 3).index(1, 1).index(0, 1).over(F32);
        t.op("Slice").x(0, 3).index(0, 1).index(-1, 2).over(F32);
        t.op("Slice")
                .x(3)
                .index(2)
                .index(2)
                .fails("Expected size[0] in [0, 1], but got 2")
                .over(F32);
    }
}
