package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.FLOATS;
import static io.leat.testkit.CaseBuilder.NUMBERS;
import static io.leat.testkit.CaseBuilder.REALS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Sparse tensors, sums of chosen rows, and sets. */
public final class SparseCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final Tensor PLACES = Tensor.of(Shape.of(3, 2), 0L, 1L, 1L, 0L, 2L, 1L);
    private static final Tensor UNSORTED = Tensor.of(Shape.of(4, 2), 2L, 1L, 0L, 1L, 2L, 0L, 0L, 0L);
    private static final Tensor SIZE = Tensor.vector(3L, 2L);
    private static final Tensor NO_PLACES = Tensor.of(Shape.of(0, 2), new long[0]);

    private SparseCases() {}

    public static void addTo(Cases t) {
        for (String kind : new String[] {"Sum", "Mean", "SqrtN"}) {
            segments(t, "SparseSegment" + kind);
        }
        dense(t);
        shapes(t);
        rows(t);
        products(t);
        sets(t);
    }

    private static void segments(Cases t, String op) {
        t.op(op)
                .x(4, 3)
                .ids(Shape.of(5), 0, 3, 3, 1, 2)
                .ids(Shape.of(5), 0, 0, 2, 2, 2)
                .over(REALS);
        t.op(op)
                .x(4, 2)
                .ids(Shape.of(2), 0, 1)
                .ids(Shape.of(2), 0, 0)
                .attr("sparse_gradient", true)
                .over(F32, F64);
        t.op(op).x(4, 3).ids(Shape.of(0)).ids(Shape.of(0)).over(F32, F64);
        t.op(op)
                .x(4, 3)
                .ids(Shape.of(2), 0, 4)
                .ids(Shape.of(2), 0, 0)
                .fails("out of range [0, 4)")
                .over(F32);
        t.op(op)
                .x(4, 3)
                .ids(Shape.of(2), 0, 1)
                .ids(Shape.of(2), 1, 0)
                .fails("segment ids are not increasing")
                .over(F32);
        t.op(op).x(4, 3).ids(Shape.of(2), 0, 1).ids(Shape.of(1), 0).fails("").over(F32);
        String counted = op + "WithNumSegments";
        t.op(counted)
                .x(4, 3)
                .ids(Shape.of(3), 0, 3, 3)
                .ids(Shape.of(3), 0, 0, 2)
                .axis(5)
                .over(REALS);
        t.op(counted).x(4, 3).ids(Shape.of(0)).ids(Shape.of(0)).axis(2).over(F32, F64);
        t.op(counted)
                .x(4, 3)
                .ids(Shape.of(2), 0, 1)
                .ids(Shape.of(2), 0, 2)
                .axis(2)
                .fails("segment ids must be < num_segments")
                .over(F32);
        String grad = op + "Grad";
        t.op(grad)
                .fixed(3, 2)
                .ids(Shape.of(4), 0, 2, 2, 4)
                .ids(Shape.of(4), 0, 0, 1, 2)
                .constant(Tensor.scalar(6))
                .over(FLOATS);
        t.op(grad)
                .fixed(2, 2)
                .ids(Shape.of(2), 0, 4)
                .ids(Shape.of(2), 0, 0)
                .constant(Tensor.scalar(4))
                .fails("Index 4 out of range [0, 4)")
                .over(F32);
        t.op(grad)
                .fixed(2, 2)
                .ids(Shape.of(2), 0, 1)
                .ids(Shape.of(2), 0, 2)
                .constant(Tensor.scalar(4))
                .fails("Invalid number of segments")
                .over(F32);
        t.op(grad + "V2")
                .fixed(3, 2)
                .ids(Shape.of(4), 5, 2, 2, 4)
                .ids(Shape.of(4), 0, 0, 1, 2)
                .constant(Tensor.scalar(8))
                .over(FLOATS);
    }

    private static void dense(Cases t) {
        t.op("SparseToDense")
                .ids(Shape.of(3, 2), 0, 1, 1, 0, 2, 1)
                .index(3, 2)
                .x(3)
                .x()
                .over(ALL);
        t.op("SparseToDense").ids(Shape.of(2), 1, 3).index(5).x().x().over(F32, F64);
        t.op("SparseToDense").ids(Shape.SCALAR, 2).index(5).x().x().over(F32);
        t.op("SparseToDense").ids(Shape.of(0, 2)).index(3, 2).x(0).x().over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(2, 2), 1, 0, 0, 1)
                .index(3, 2)
                .x(2)
                .x()
                .attr("validate_indices", false)
                .over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(2, 2), 1, 0, 0, 1)
                .index(3, 2)
                .x(2)
                .x()
                .fails("indices[1] = [0,1] is out of order")
                .over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(2, 2), 1, 0, 1, 0)
                .index(3, 2)
                .x(2)
                .x()
                .fails("indices[1] = [1,0] is repeated")
                .over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(1, 2), 1, 2)
                .index(3, 2)
                .x(1)
                .x()
                .fails("indices[0] = [1,2] is out of bounds")
                .over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(1, 2), 1, 2)
                .index(3, 2)
                .x(1)
                .x()
                .attr("validate_indices", false)
                .fails("Indices are not valid (out of bounds)")
                .over(F32);
        t.op("SparseToDense")
                .ids(Shape.of(1, 2), 1, 1)
                .index(3, 2, 2)
                .x(1)
                .x()
                .fails("")
                .over(F32);
        t.op("SparseTensorDenseAdd").input(PLACES).x(3).input(SIZE).x(3, 2).over(NUMBERS);
        t.op("SparseTensorDenseAdd").input(NO_PLACES).x(0).input(SIZE).x(3, 2).over(F32);
        t.op("SparseTensorDenseAdd")
                .input(PLACES)
                .x(3)
                .input(Tensor.vector(3L, 3L))
                .x(3, 2)
                .fails("Dimension 1 does not equal")
                .over(F32);
        t.op("SparseTensorDenseAdd")
                .input(Tensor.of(Shape.of(1, 2), 0L, 2L))
                .x(1)
                .input(SIZE)
                .x(3, 2)
                .fails("Sparse tensor has an invalid index")
                .over(F32);
    }

    private static void shapes(Cases t) {
        for (long[] to : new long[][] {{6}, {2, 3}, {-1, 2}, {1, -1, 3}, {6, 1}}) {
            t.op("SparseReshape")
                    .input(PLACES)
                    .constant(SIZE)
                    .constant(Tensor.vector(to))
                    .once();
        }
        t.op("SparseReshape")
                .input(NO_PLACES)
                .constant(SIZE)
                .constant(Tensor.vector(6L))
                .once();
        t.op("SparseReshape")
                .input(PLACES)
                .constant(SIZE)
                .constant(Tensor.vector(-1L, -1L))
                .fails("only one output dimension may be -1, not both 0 and 1")
                .once();
        t.op("SparseReshape")
                .input(PLACES)
                .constant(SIZE)
                .constant(Tensor.vector(4L, 2L))
                .fails("but the requested shape has 8")
                .once();
        t.op("SparseReshape")
                .input(PLACES)
                .constant(SIZE)
                .constant(Tensor.vector(4L, -1L))
                .fails("requires a multiple of 4")
                .once();
        t.op("SparseReorder").input(UNSORTED).x(4).input(SIZE).over(ALL);
        t.op("SparseReorder").input(NO_PLACES).x(0).input(SIZE).over(F32);
        t.op("SparseReorder").input(UNSORTED).x(3).input(SIZE).fails("").over(F32);
        t.op("SparseSlice")
                .input(PLACES)
                .x(3)
                .input(SIZE)
                .input(Tensor.vector(1L, 0L))
                .input(Tensor.vector(1L, 2L))
                .over(ALL);
        t.op("SparseSlice")
                .input(PLACES)
                .x(3)
                .input(SIZE)
                .input(Tensor.vector(1L, 1L))
                .input(Tensor.vector(9L, 9L))
                .over(F32);
        t.op("SparseSlice")
                .input(PLACES)
                .x(3)
                .input(SIZE)
                .input(Tensor.vector(4L, 0L))
                .input(Tensor.vector(1L, 1L))
                .over(F32);
        t.op("SparseSlice")
                .input(PLACES)
                .x(3)
                .input(SIZE)
                .input(Tensor.vector(1L))
                .input(Tensor.vector(1L))
                .fails("")
                .over(F32);
    }

    private static void rows(Cases t) {
        t.op("SparseSliceGrad")
                .fixed(2)
                .input(PLACES)
                .input(Tensor.vector(1L, 0L))
                .input(Tensor.of(Shape.of(2, 2), 0L, 0L, 1L, 1L))
                .over(NUMBERS);
        t.op("SparseSliceGrad")
                .fixed(3)
                .input(PLACES)
                .input(Tensor.vector(1L, 0L))
                .input(Tensor.of(Shape.of(2, 2), 0L, 0L, 1L, 1L))
                .fails("")
                .over(F32);
        Tensor places = Tensor.of(Shape.of(3, 2), 3L, 1L, 1L, 0L, 1L, 1L);
        t.op("SparseFillEmptyRows")
                .input(places)
                .x(3)
                .constant(Tensor.vector(5L, 2L))
                .x()
                .over(ALL);
        t.op("SparseFillEmptyRows").input(NO_PLACES).x(0).constant(SIZE).x().over(F32, F64);
        t.op("SparseFillEmptyRows")
                .input(NO_PLACES)
                .x(0)
                .constant(Tensor.vector(0L, 2L))
                .x()
                .over(F32);
        t.op("SparseFillEmptyRows")
                .input(places)
                .x(3)
                .constant(SIZE)
                .x()
                .fails("indices(0, 0) is invalid: 3 >= 3")
                .over(F32);
        t.op("SparseFillEmptyRows")
                .input(PLACES)
                .x(3)
                .constant(Tensor.vector(0L, 2L))
                .x()
                .fails("Received SparseTensor with dense_shape[0] = 0")
                .over(F32);
        t.op("SparseFillEmptyRowsGrad").input(Tensor.vector(2L, 1L)).fixed(4).over(NUMBERS);
        t.op("SparseFillEmptyRowsGrad")
                .input(Tensor.vector(2L, 9L))
                .fixed(4)
                .fails("Elements in reverse index must be in [0, 4) but got 9")
                .over(F32);
    }

    private static void products(Cases t) {
        DType[] types = {F32, F64, DType.INT32, DType.COMPLEX64, DType.COMPLEX128};
        for (boolean a : new boolean[] {true, false}) {
            for (boolean b : new boolean[] {true, false}) {
                long[] dims = {a ? 3 : 2, 4};
                long[] other = b ? new long[] {dims[1], dims[0]} : dims;
                t.op("SparseTensorDenseMatMul")
                        .input(PLACES)
                        .x(3)
                        .constant(SIZE)
                        .x(other)
                        .attr("adjoint_a", a)
                        .attr("adjoint_b", b)
                        .over(types);
            }
        }
        t.op("SparseTensorDenseMatMul")
                .input(NO_PLACES)
                .x(0)
                .constant(SIZE)
                .x(2, 3)
                .over(F32);
        t.op("SparseTensorDenseMatMul")
                .input(Tensor.of(Shape.of(1, 2), 0L, 2L))
                .x(1)
                .constant(SIZE)
                .x(2, 3)
                .fails("k (2) from index[0,1] out of bounds (>=2)")
                .over(F32);
        t.op("SparseTensorDenseMatMul")
                .input(Tensor.of(Shape.of(1, 2), 3L, 0L))
                .x(1)
                .constant(SIZE)
                .x(2, 3)
                .fails("m (3) from index[0,0] out of bounds (>=3)")
                .over(F32);
        t.op("SparseTensorDenseMatMul")
                .input(PLACES)
                .x(3)
                .constant(SIZE)
                .x(3, 3)
                .fails("")
                .over(F32);
    }

    private static void sets(Cases t) {
        DType[] types = {DType.INT32, DType.INT64, DType.INT8, DType.UINT16, DType.STRING};
        for (String operation : new String[] {"a-b", "b-a", "intersection", "union"}) {
            t.op("DenseToDenseSetOperation")
                    .fixed(Domain.of(0, 1).whole(0, 5), 2, 2, 4)
                    .fixed(Domain.of(0, 1).whole(0, 5), 2, 2, 3)
                    .attr("set_operation", operation)
                    .over(types);
            t.op("DenseToDenseSetOperation")
                    .fixed(2, 0)
                    .fixed(2, 3)
                    .attr("set_operation", operation)
                    .over(types);
        }
        t.op("DenseToDenseSetOperation")
                .fixed(2, 2)
                .fixed(2, 3)
                .attr("set_operation", "xor")
                .fails("Invalid set_operation xor")
                .over(DType.INT32);
        t.op("DenseToDenseSetOperation")
                .fixed(2, 2)
                .fixed(3, 3)
                .attr("set_operation", "union")
                .fails("")
                .over(DType.INT32);
        t.op("DenseToDenseSetOperation")
                .fixed(2)
                .fixed(3)
                .attr("set_operation", "union")
                .fails("")
                .over(DType.INT32);
    }
}
