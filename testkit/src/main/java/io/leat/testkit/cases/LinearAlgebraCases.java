package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;

/** Decompositions of matrices, and equations with them. */
public final class LinearAlgebraCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final DType[] TYPES = {F32, F64, DType.FLOAT16, DType.COMPLEX64, DType.COMPLEX128};
    private static final DType[] REAL = {F32, F64};
    /** Two positive definite matrices. */
    private static final double[] POSITIVE = {4, 1, -1, 1, 3, 0.5, -1, 0.5, 5, 2, 0, 1, 0, 7, -2, 1, -2, 6};

    private LinearAlgebraCases() {}

    public static void addTo(Cases t) {
        cholesky(t);
        products(t);
        solves(t);
        decompositions(t);
    }

    private static void cholesky(Cases t) {
        DType[] types = {F32, F64, DType.COMPLEX64, DType.COMPLEX128};
        t.op("Cholesky").values(Shape.of(2, 3, 3), POSITIVE).noGradient().over(types);
        t.op("Cholesky").values(Shape.of(1, 1), 4).over(REAL);
        t.op("Cholesky").x(0, 0).over(REAL);
        t.op("Cholesky").x(0, 3, 3).over(REAL);
        t.op("Cholesky").values(Shape.of(2, 2), 4, 100, 1, 3).noGradient().over(REAL);
        t.op("Cholesky").x(2, 3).fails("").over(F32);
        t.op("Cholesky").x(3).fails("").over(F32);
        t.op("CholeskyGrad")
                .fixedValues(Shape.of(2, 3, 3), 2, 0, 0, 0.5, 1, 0, -1, 0.25, 3, 1, 9, 9, 2, 2, 9, 0, -1, 4)
                .fixed(2, 3, 3)
                .over(REAL);
        t.op("CholeskyGrad").fixed(0, 0).fixed(0, 0).over(REAL);
    }

    private static void products(Cases t) {
        for (String op : new String[] {"MatrixInverse", "MatrixDeterminant", "LogMatrixDeterminant"}) {
            t.op(op).x(2, 3, 3).over(TYPES);
            t.op(op).values(Shape.of(2, 2), 0, 2, 1, 1).over(REAL);
            t.op(op).x(5, 5).over(REAL);
            t.op(op).x(0, 2, 2).over(REAL);
            t.op(op).x(2, 0, 0).over(REAL);
            t.op(op).x(2, 3).fails("").over(F32);
            t.op(op).x(3).fails("").over(F32);
        }
        t.op("MatrixInverse").x(2, 3, 3).attr("adjoint", true).over(TYPES);
        t.op("MatrixInverse")
                .values(Shape.of(2, 2), 1, 2, 2, 4)
                .fails("Input is not invertible")
                .over(REAL);
        t.op("MatrixDeterminant")
                .values(Shape.of(2, 2), 1, 2, 2, 4)
                .noGradient()
                .over(REAL);
        t.op("LogMatrixDeterminant")
                .values(Shape.of(2, 2), 1, 2, 2, 4)
                .noGradient()
                .over(REAL);
    }

    private static void solves(Cases t) {
        t.op("MatrixSolve").x(2, 3, 3).x(2, 3, 2).over(TYPES);
        t.op("MatrixSolve").x(3, 3).x(3, 1).attr("adjoint", true).over(TYPES);
        t.op("MatrixSolve").x(3, 3).x(3, 0).over(REAL);
        t.op("MatrixSolve").x(0, 0).x(0, 2).over(REAL);
        t.op("MatrixSolve")
                .values(Shape.of(2, 2), 1, 2, 2, 4)
                .x(2, 1)
                .fails("Input matrix is not invertible")
                .over(REAL);
        t.op("MatrixSolve").x(3, 3).x(2, 1).fails("").over(F32);
        t.op("MatrixSolve").x(3, 2).x(3, 1).fails("").over(F32);
        Domain apart = Domain.of(1, 3);
        for (boolean lower : new boolean[] {true, false}) {
            for (boolean adjoint : new boolean[] {true, false}) {
                t.op("MatrixTriangularSolve")
                        .x(apart, 2, 3, 3)
                        .x(2, 3, 2)
                        .attr("lower", lower)
                        .attr("adjoint", adjoint)
                        .over(TYPES);
                t.op("MatrixTriangularSolve")
                        .x(apart, 3, 3)
                        .x(2, 3, 2)
                        .attr("lower", lower)
                        .attr("adjoint", adjoint)
                        .over(REAL);
                t.op("MatrixTriangularSolve")
                        .x(apart, 2, 1, 3, 3)
                        .x(1, 2, 3, 2)
                        .attr("lower", lower)
                        .attr("adjoint", adjoint)
                        .over(REAL);
            }
        }
        t.op("MatrixTriangularSolve").x(0, 0).x(0, 2).over(REAL);
        t.op("MatrixTriangularSolve")
                .values(Shape.of(2, 2), 1, 0, 2, 0)
                .values(Shape.of(2, 1), 1, 3)
                .noGradient()
                .over(REAL);
        t.op("MatrixTriangularSolve").x(3, 3).x(2, 1).fails("").over(F32);
    }

    private static void decompositions(Cases t) {
        t.op("Lu").x(2, 4, 4).over(F32, F64, DType.COMPLEX64, DType.COMPLEX128);
        t.op("Lu").x(3, 3).attr("output_idx_type", DType.INT64).over(REAL);
        t.op("Lu").x(0, 0).over(REAL);
        t.op("Lu")
                .values(Shape.of(2, 2), 1, 2, 2, 4)
                .fails("Input is not invertible")
                .over(REAL);
        t.op("Lu").x(2, 3).fails("").over(F32);
        for (boolean full : new boolean[] {true, false}) {
            for (long[] dims : new long[][] {{2, 3, 3}, {4, 3}, {2, 3}, {0, 3}, {2, 0, 2}, {1, 1}}) {
                t.op("Qr").x(dims).attr("full_matrices", full).over(TYPES);
                t.op("Svd").x(dims).attr("full_matrices", full).over(F32, F64, DType.COMPLEX64, DType.COMPLEX128);
            }
        }
        t.op("Qr").x(3).fails("").over(F32);
        t.op("Svd").x(4, 3).attr("compute_uv", false).over(F32, F64, DType.COMPLEX64);
        t.op("Svd").values(Shape.of(2, 2), 1, 2, 2, 4).noGradient().over(REAL);
        t.op("Svd").x(3).fails("").over(F32);
        for (boolean vectors : new boolean[] {true, false}) {
            t.op("SelfAdjointEigV2")
                    .x(2, 3, 3)
                    .attr("compute_v", vectors)
                    .over(F32, F64, DType.COMPLEX64, DType.COMPLEX128);
            t.op("SelfAdjointEigV2").x(0, 0).attr("compute_v", vectors).over(REAL);
            t.op("SelfAdjointEigV2").x(0, 2, 2).attr("compute_v", vectors).over(REAL);
        }
        t.op("SelfAdjointEigV2").x(2, 3).fails("").over(F32);
    }
}
