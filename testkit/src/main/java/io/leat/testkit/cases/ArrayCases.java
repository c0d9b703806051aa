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

/** Ops that move elements and tell of shapes. */
public final class ArrayCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;

    private ArrayCases() {}

    public static void addTo(Cases t) {
        shapes(t);
        joining(t);
        parts(t);
        indexing(t);
        grids(t);
    }

    private static void shapes(Cases t) {
        t.op("Reshape").x(2, 3, 4).index(4, -1).over(ALL);
        t.op("Reshape").x(6).index(2, 3).over(F32, F64);
        t.op("Reshape").x(1).index().over(F32);
        t.op("Reshape").x().index(1, 1).over(F64);
        t.op("Reshape").x(0, 3).index(-1, 3).over(F32);
        t.op("Reshape")
                .x(2, 3)
                .index(4, 2)
                .fails("Input to reshape is a tensor with 6 values, but the requested shape has 8")
                .over(F32);
        t.op("Reshape").x(2, 3).index(-1, -1).fails("").over(F32);
        for (DType out : new DType[] {DType.INT32, DType.INT64}) {
            t.op("Shape").x(2, 0, 3).attr("out_type", out).over(ALL);
            t.op("Shape").x().attr("out_type", out).over(F32);
            t.op("Size").x(2, 3).attr("out_type", out).over(ALL);
            t.op("ShapeN").list().x(2, 3).x(4).x().end().attr("out_type", out).over(F32, DType.STRING);
        }
        t.op("Rank").x(2, 3).over(ALL);
        t.op("ExpandDims").x(2, 3).axis(1).over(ALL);
        t.op("ExpandDims").x(2, 3).axis(-1).over(F32, F64);
        t.op("ExpandDims").x().axis(0).over(F32);
        t.op("ExpandDims").x(2, 3).axis(3).fails("").over(F32);
        t.op("Squeeze").x(1, 3, 1, 2).over(ALL);
        t.op("Squeeze").x(1, 3, 1, 2).ints("squeeze_dims", 0, -2).over(F32, F64);
        t.op("Squeeze")
                .x(1, 3)
                .ints("squeeze_dims", 1)
                .fails("Can not squeeze dim[1]")
                .over(F32);
        t.op("BroadcastTo").x(3, 1).index(2, 3, 4).over(ALL);
        t.op("BroadcastTo").x().index(5).over(F32, F64);
        t.op("BroadcastTo").x(1).index(0).over(F32);
        t.op("BroadcastTo").x(3).index(2, 2).fails("Incompatible shapes").over(F32);
        t.op("Fill").index(2, 3).x().over(ALL);
        t.op("Fill").index().x().over(F32, F64);
        t.op("Fill").index(0, 2).x().over(F32);
        t.op("Fill").index(-1).x().fails("").over(F32);
        t.op("BroadcastGradientArgs").index(2, 3, 1).index(3, 4).once();
        t.op("BroadcastGradientArgs").index(2, 3, 1).index(3, 4).onceWide();
        t.op("BroadcastGradientArgs").index().index(5).once();
        t.op("BroadcastGradientArgs").index(2, 3).index(2, 3).once();
        t.op("BroadcastGradientArgs").index(1, 1).index(2, 1).once();
        t.op("PlaceholderWithDefault")
                .x(2, 3)
                .attr("shape", Attr.of(Shape.of(-1, 3)))
                .over(ALL);
        t.op("PreventGradient").x(2, 3).noGradient().over(ALL);
        t.op("ZerosLike").x(2, 3).over(ALL);
        t.op("OnesLike").x(2, 3).over(NUMBERS);
        t.op("OnesLike").x(0).over(DType.BOOL);
    }

    private static void joining(Cases t) {
        t.op("ConcatV2").list().x(2, 3).x(1, 3).x(0, 3).end().axis(0).over(ALL);
        t.op("ConcatV2").list().x(2, 3).x(2, 1).end().axis(-1).over(F32, F64);
        t.op("ConcatV2").list().x(2, 2, 3).x(2, 5, 3).end().axis(1).over(F32, F64);
        t.op("ConcatV2").list().x(2, 3).x(2, 3).end().axis(2).fails("").over(F32);
        t.op("ConcatV2").list().x(2, 3).x(3, 2).end().axis(0).fails("").over(F32);
        t.op("Concat").axis(1).list().x(2, 3).x(2, 1).end().over(ALL);
        t.op("ConcatOffset")
                .axis(1)
                .list()
                .index(2, 3)
                .index(2, 5)
                .index(2, 1)
                .end()
                .once();
        t.op("Pack").list().x(2, 3).x(2, 3).end().over(ALL);
        for (int axis : new int[] {1, 2, -1, -3}) {
            t.op("Pack").list().x(2, 3).x(2, 3).x(2, 3).end().attr("axis", axis).over(F32, F64);
        }
        t.op("Pack").list().x().end().over(F32);
        t.op("Pack").list().x(2).x(3).end().fails("").over(F32);
        t.op("Unpack").x(3, 2).attr("num", 3).over(ALL);
        t.op("Unpack").x(2, 3, 2).attr("num", 3).attr("axis", 1).over(F32, F64);
        t.op("Unpack").x(2, 3, 2).attr("num", 2).attr("axis", -1).over(F32, F64);
        t.op("Unpack").x(3, 2).attr("num", 2).fails("").over(F32);
        t.op("DynamicStitch")
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
                .ids(Shape.of(2), 0, 1)
                .ids(Shape.SCALAR, 1)
                .end()
                .list()
                .x(2)
                .x()
                .end()
                .noGradient()
                .over(F32, DType.INT32);
    }

    private static void parts(Cases t) {
        t.op("Slice").x(4, 5).index(1, 2).index(2, -1).over(ALL);
        t.op("Slice").x(4, 5).index(0, 0).index(4, 5).over(F32);
        t.op("Slice").x(4, 5, 3).index(1, 0, 2).index(2, 0, 1).over(F32);
        t.op("Slice").x(3, 4, 5).index(0, 1, 1).index(-1, 2, 3).over(F32, F64);
        t.op("Slice")
                .x(4)
                .index(2)
                .index(3)
                .fails("Expected size[0] in [0, 2], but got 3")
                .over(F32);
        t.op("Split").axis(0).x(4, 3).attr("num_split", 2).over(ALL);
        t.op("Split").axis(-1).x(2, 6).attr("num_split", 3).over(F32, F64);
        t.op("Split").axis(1).x(2, 6, 2).attr("num_split", 1).over(F32, F64);
        t.op("Split").axis(0).x(4, 3).attr("num_split", 3).fails("").over(F32);
        t.op("SplitV").x(4, 6).index(1, 5).axis(1).attr("num_split", 2).over(ALL);
        t.op("SplitV").x(7).index(2, -1, 3).axis(0).attr("num_split", 3).over(F32, F64);
        t.op("StridedSlice").x(4, 5).index(1, 0).index(3, 4).index(1, 2).over(ALL);
        t.op("StridedSlice").x(4, 5).index(-1, 3).index(0, 0).index(-1, -2).over(F32, F64);
        strided(t, 5, 0, 0, 0, 0);
        strided(t, 0, 0, 0, 0, 1);
        strided(t, 0, 2, 0, 0, 2);
        strided(t, 0, 0, 1, 0, 0);
        strided(t, 0, 0, 0, 2, 0);
        strided(t, 0, 0, 2, 1, 0);
        strided(t, 0, 0, 1, 0, 6);
        strided(t, 7, 7, 0, 0, 0);
        t.op("StridedSlice").x(4).index(5).index(6).index(1).over(F32);
        t.op("StridedSlice")
                .x(4)
                .index(5)
                .index(6)
                .index(1)
                .attr("shrink_axis_mask", 1)
                .fails("slice index 5 of dimension 0 out of bounds.")
                .over(F32);
        t.op("StridedSlice")
                .x(4)
                .index(0)
                .index(2)
                .index(0)
                .fails("strides[0] must be non-zero")
                .over(F32);
        t.op("StridedSliceGrad")
                .index(4, 5)
                .index(1, 0)
                .index(3, 4)
                .index(1, 2)
                .x(2, 2)
                .over(ALL);
        t.op("StridedSliceGrad")
                .index(4, 5)
                .index(1, 0)
                .index(3, 4)
                .index(1, 2)
                .attr("shrink_axis_mask", 1)
                .x(2)
                .over(F32, F64);
        t.op("Pad").x(2, 3).constant(Tensor.of(Shape.of(2, 2), 1, 0, 2, 1)).over(ALL);
        t.op("Pad").x(2, 3).constant(Tensor.of(Shape.of(2, 2), 0L, 0L, 0L, 0L)).over(F32, F64);
        t.op("PadV2")
                .x(2, 3)
                .constant(Tensor.of(Shape.of(2, 2), 1, 0, 2, 1))
                .x()
                .over(ALL);
        t.op("MirrorPad")
                .x(3, 4)
                .constant(Tensor.of(Shape.of(2, 2), 1, 2, 3, 0))
                .attr("mode", "REFLECT")
                .over(ALL);
        t.op("MirrorPad")
                .x(3, 4)
                .constant(Tensor.of(Shape.of(2, 2), 3, 2, 3, 0))
                .attr("mode", "SYMMETRIC")
                .over(F32, F64);
        t.op("MirrorPadGrad")
                .x(6, 7)
                .constant(Tensor.of(Shape.of(2, 2), 1, 2, 3, 0))
                .attr("mode", "REFLECT")
                .over(FLOATS);
        t.op("Tile").x(2, 3).index(2, 1).over(ALL);
        t.op("Tile").x(2, 3).index(3, 2).over(F32, F64);
        t.op("Tile").x(2).index(0).over(F32);
        t.op("Tile").x().index().over(F32);
    }

    private static void strided(Cases t, int begin, int end, int ellipsis, int newAxis, int shrink) {
        t.op("StridedSlice")
                .x(4, 5, 3)
                .index(1, 0, -2)
                .index(3, 4, 3)
                .index(1, 2, 1)
                .attr("begin_mask", begin)
                .attr("end_mask", end)
                .attr("ellipsis_mask", ellipsis)
                .attr("new_axis_mask", newAxis)
                .attr("shrink_axis_mask", shrink)
                .over(F32, F64);
    }

    private static void indexing(Cases t) {
        t.op("Gather").x(5, 3).ids(Shape.of(4), 0, 4, 2, 2).over(ALL);
        t.op("Gather").x(5).ids(Shape.of(2, 1), 3, 1).over(F32, F64);
        t.op("GatherV2").x(5, 3).ids(Shape.of(4), 0, 4, 2, 2).axis(0).over(ALL);
        t.op("GatherV2").x(2, 5, 3).ids(Shape.of(2, 2), 0, 4, 2, 2).axis(1).over(F32, F64);
        t.op("GatherV2").x(2, 5).ids(Shape.SCALAR, 3).axis(-1).over(F32, F64);
        t.op("GatherV2")
                .x(2, 5, 3)
                .ids(Shape.of(2, 2), 0, 4, 2, 2)
                .axis(1)
                .attr("batch_dims", 1)
                .over(F32, F64);
        t.op("GatherV2")
                .x(2, 5, 3)
                .ids(Shape.of(2, 2), 0, 1, 2, 2)
                .axis(2)
                .attr("batch_dims", 1)
                .over(F32, F64);
        t.op("GatherV2").x(5, 3).ids(Shape.of(0)).axis(0).over(F32);
        t.op("GatherV2")
                .x(5, 3)
                .ids(Shape.of(2), 1, 5)
                .axis(0)
                .fails("indices[1] = 5 is not in [0, 5)")
                .over(F32);
        t.op("GatherNd").x(4, 5, 3).ids(Shape.of(3, 2), 0, 4, 3, 3, 1, 0).over(ALL);
        t.op("GatherNd").x(4, 5).ids(Shape.of(2, 2), 0, 4, 3, 3).over(F32, F64);
        t.op("GatherNd").x(4, 5).ids(Shape.of(2, 1, 1), 0, 3).over(F32, F64);
        t.op("GatherNd")
                .x(4, 5)
                .ids(Shape.of(1, 2), 4, 0)
                .fails("does not index into param shape [4,5]")
                .over(F32);
        t.op("ScatterNd").ids(Shape.of(3, 1), 4, 1, 4).x(3, 2).index(6, 2).over(NUMBERS);
        for (String op : new String[] {"TensorScatterUpdate", "TensorScatterAdd", "TensorScatterSub"}) {
            t.op(op).x(5, 2).ids(Shape.of(3, 1), 4, 1, 0).x(3, 2).over(NUMBERS);
            t.op(op).x(3, 3).ids(Shape.of(2, 2), 0, 1, 2, 2).x(2).over(F32, F64);
        }
        for (String op : new String[] {"TensorScatterMax", "TensorScatterMin"}) {
            t.op(op).x(5, 2).ids(Shape.of(3, 1), 4, 1, 4).x(3, 2).over(REALS);
        }
        t.op("OneHot").ids(Shape.of(2, 2), 0, 2, -1, 5).axis(4).x().x().over(ALL);
        t.op("OneHot").ids(Shape.of(3), 0, 2, 1).axis(3).x().x().attr("axis", 0).over(F32);
        t.op("InvertPermutation").ids(Shape.of(5), 3, 4, 0, 2, 1).once();
        t.op("InvertPermutation").ids(Shape.of(5), 3, 4, 0, 2, 1).onceWide();
        t.op("InvertPermutation").ids(Shape.of(2), 1, 1).fails("").once();
        t.op("Where").x(3, 4).noGradient().over(ALL);
        t.op("Where").x(2, 2, 2).over(DType.BOOL);
        t.op("ReverseSequence")
                .x(3, 4, 2)
                .ids(Shape.of(3), 1, 0, 4)
                .attr("seq_dim", 1)
                .attr("batch_dim", 0)
                .over(ALL);
        t.op("ReverseV2").x(3, 4).index(1).over(ALL);
        t.op("ReverseV2").x(3, 4, 2).index(0, -1).over(F32, F64);
        t.op("Unique").ids(Shape.of(6), 3, 1, 3, 2, 1, 9).once();
        t.op("UniqueWithCounts").ids(Shape.of(6), 3, 1, 3, 2, 1, 9).once();
        t.op("ListDiff")
                .ids(Shape.of(6), 3, 1, 3, 2, 1, 9)
                .ids(Shape.of(2), 1, 7)
                .once();
        t.op("DynamicPartition")
                .x(5, 2)
                .ids(Shape.of(5), 0, 2, 0, 1, 2)
                .attr("num_partitions", 3)
                .over(ALL);
    }

    private static void grids(Cases t) {
        t.op("Transpose").x(2, 3).index(1, 0).over(ALL);
        t.op("Transpose").x(2, 3, 4).index(2, 0, 1).over(F32, F64);
        t.op("Transpose").x(2, 3, 4, 5).index(0, 2, 3, 1).over(F32, DType.INT64);
        t.op("Transpose").x(33, 17).index(1, 0).over(F32, DType.UINT8);
        t.op("Transpose").x().index().over(F32);
        t.op("Transpose").x(2, 3).index(0, 0).fails("").over(F32);
        t.op("MatrixDiag").x(2, 3).over(ALL);
        t.op("MatrixDiagPart").x(2, 3, 4).over(ALL);
        t.op("MatrixSetDiag").x(2, 3, 4).x(2, 3).over(ALL);
        t.op("Diag").x(3).over(NUMBERS);
        t.op("DiagPart").x(3, 3).over(NUMBERS);
        t.op("MatrixBandPart")
                .x(4, 5)
                .constant(Tensor.scalar(1L))
                .constant(Tensor.scalar(-1L))
                .over(ALL);
        t.op("SpaceToDepth").x(1, 4, 6, 2).attr("block_size", 2).over(ALL);
        t.op("DepthToSpace").x(1, 2, 3, 8).attr("block_size", 2).over(ALL);
        t.op("SpaceToBatchND")
                .x(1, 4, 6, 1)
                .index(2, 2)
                .constant(Tensor.of(Shape.of(2, 2), 0, 0, 1, 1))
                .over(NUMBERS);
        t.op("BatchToSpaceND")
                .x(4, 2, 4, 1)
                .index(2, 2)
                .constant(Tensor.of(Shape.of(2, 2), 0, 0, 1, 1))
                .over(NUMBERS);
        t.op("SpaceToBatch")
                .x(1, 4, 6, 1)
                .constant(Tensor.of(Shape.of(2, 2), 0, 0, 1, 1))
                .attr("block_size", 2)
                .over(NUMBERS);
        t.op("BatchToSpace")
                .x(4, 2, 4, 1)
                .constant(Tensor.of(Shape.of(2, 2), 0, 0, 1, 1))
                .attr("block_size", 2)
                .over(NUMBERS);
    }
}
