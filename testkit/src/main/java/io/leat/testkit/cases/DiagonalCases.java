package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;
import static io.leat.testkit.CaseBuilder.NUMBERS;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.testkit.Cases;
import java.util.Arrays;

/** Diagonals and bands of matrices. */
public final class DiagonalCases {
    private static final DType F32 = DType.FLOAT32;
    private static final DType F64 = DType.FLOAT64;
    private static final String[] SIDES = {"LEFT_RIGHT", "RIGHT_LEFT", "LEFT_LEFT", "RIGHT_RIGHT"};
    private static final DType[] TYPES =
            Arrays.stream(ALL).filter(t -> t != DType.STRING).toArray(DType[]::new);

    private DiagonalCases() {}

    public static void addTo(Cases t) {
        plain(t);
        for (String v : new String[] {"V2", "V3"}) {
            made(t, "MatrixDiag" + v);
            parts(t, "MatrixDiagPart" + v);
            updates(t, "MatrixSetDiag" + v);
        }
        bands(t);
        for (String side : SIDES) {
            t.op("MatrixDiagV3")
                    .x(2, 4, 3)
                    .constant(Tensor.vector(-2, 1))
                    .axis(-1)
                    .axis(-1)
                    .fixed()
                    .attr("align", side)
                    .over(F64, DType.INT32);
            t.op("MatrixDiagPartV3")
                    .x(2, 3, 4)
                    .constant(Tensor.vector(-2, 2))
                    .fixed()
                    .attr("align", side)
                    .over(F64, DType.INT32);
            t.op("MatrixDiagPartV3")
                    .x(5, 2)
                    .constant(Tensor.vector(-4, 1))
                    .fixed()
                    .attr("align", side)
                    .over(F64);
            t.op("MatrixSetDiagV3")
                    .x(3, 4)
                    .x(4, 3)
                    .constant(Tensor.vector(-1, 2))
                    .attr("align", side)
                    .over(F64, DType.INT32);
        }
        t.op("MatrixDiagV3")
                .x(3)
                .constant(Tensor.scalar(0))
                .axis(-1)
                .axis(-1)
                .fixed()
                .attr("align", "MIDDLE")
                .fails("")
                .over(F32);
    }

    private static void plain(Cases t) {
        t.op("MatrixDiag").x(2, 3).over(TYPES);
        t.op("MatrixDiag").x(4).over(F32, F64);
        t.op("MatrixDiag").x(2, 0).over(F32);
        t.op("MatrixDiag").x().fails("").over(F32);
        t.op("MatrixDiagPart").x(2, 3, 3).over(TYPES);
        t.op("MatrixDiagPart").x(2, 4).over(F32, F64);
        t.op("MatrixDiagPart").x(5, 2).over(F32, F64);
        t.op("MatrixDiagPart").x(0, 3).over(F32);
        t.op("MatrixDiagPart").x(3).fails("").over(F32);
        t.op("MatrixSetDiag").x(2, 3, 3).x(2, 3).over(TYPES);
        t.op("MatrixSetDiag").x(2, 4).x(2).over(F32, F64);
        t.op("MatrixSetDiag").x(4, 0).x(0).over(F32);
        t.op("MatrixSetDiag").x(2, 4).x(3).fails("").over(F32);
        t.op("MatrixSetDiag").x(4).x(3).fails("").over(F32);
        t.op("Diag").x(3).over(NUMBERS);
        t.op("Diag").x(2, 3).over(F32, F64);
        t.op("Diag").x(0).over(F32);
        t.op("Diag").x().fails("").over(F32);
        t.op("DiagPart").x(3, 3).over(NUMBERS);
        t.op("DiagPart").x(2, 3, 2, 3).over(F32, F64);
        t.op("DiagPart").x(3, 4).fails("").over(F32);
        t.op("DiagPart").x(3).fails("").over(F32);
    }

    private static void made(Cases t, String op) {
        t.op(op).x(2, 3).constant(Tensor.scalar(0)).axis(-1).axis(-1).fixed().over(TYPES);
        t.op(op).x(3).constant(Tensor.scalar(2)).axis(-1).axis(-1).fixed().over(F32, F64);
        t.op(op).x(3).constant(Tensor.scalar(-1)).axis(4).axis(5).fixed().over(F32, F64);
        t.op(op)
                .x(2, 2, 3)
                .constant(Tensor.vector(-1, 0))
                .axis(-1)
                .axis(3)
                .fixed()
                .over(F32, F64);
        t.op(op).x(3, 3).constant(Tensor.vector(1, 3)).axis(4).axis(-1).fixed().over(F32, F64);
        t.op(op)
                .x(2, 3)
                .constant(Tensor.vector(1, 3))
                .axis(4)
                .axis(-1)
                .fixed()
                .fails("number of diagonals")
                .over(F32);
        t.op(op)
                .x(2, 3)
                .constant(Tensor.vector(1, 0))
                .axis(4)
                .axis(-1)
                .fixed()
                .fails("must not be larger")
                .over(F32);
        t.op(op)
                .x(2, 3)
                .constant(Tensor.vector(0, 0, 0))
                .axis(4)
                .axis(-1)
                .fixed()
                .fails("")
                .over(F32);
        t.op(op)
                .x(3)
                .constant(Tensor.scalar(0))
                .axis(2)
                .axis(-1)
                .fixed()
                .fails("rows is too small")
                .over(F32);
        t.op(op)
                .x(3)
                .constant(Tensor.scalar(0))
                .axis(-1)
                .axis(2)
                .fixed()
                .fails("columns is too small")
                .over(F32);
        t.op(op)
                .x(3)
                .constant(Tensor.scalar(0))
                .axis(4)
                .axis(4)
                .fixed()
                .fails("not consistent")
                .over(F32);
    }

    private static void parts(Cases t, String op) {
        t.op(op).x(2, 3, 4).constant(Tensor.scalar(0)).fixed().over(TYPES);
        t.op(op).x(3, 4).constant(Tensor.scalar(-2)).fixed().over(F32, F64);
        t.op(op).x(2, 4, 3).constant(Tensor.vector(-2, 1)).fixed().over(F32, F64);
        t.op(op).x(3, 4).constant(Tensor.vector(1, 3)).fixed().over(F32, F64);
        t.op(op).x(0, 3).constant(Tensor.scalar(0)).fixed().over(F32);
        t.op(op)
                .x(3, 4)
                .constant(Tensor.scalar(4))
                .fixed()
                .fails("is out of bound")
                .over(F32);
        t.op(op)
                .x(3, 4)
                .constant(Tensor.vector(-3, 0))
                .fixed()
                .fails("is out of bound")
                .over(F32);
        t.op(op).x(3).constant(Tensor.scalar(0)).fixed().fails("").over(F32);
    }

    private static void updates(Cases t, String op) {
        t.op(op).x(2, 3, 4).x(2, 3).constant(Tensor.scalar(1)).over(TYPES);
        t.op(op).x(3, 4).x(3, 3).constant(Tensor.vector(-1, 1)).over(F32, F64);
        t.op(op).x(2, 4, 3).x(2, 2, 3).constant(Tensor.vector(-2, -1)).over(F32, F64);
        t.op(op).x(3, 4).x(4).constant(Tensor.scalar(0)).fails("").over(F32);
        t.op(op).x(3, 4).x(1).constant(Tensor.scalar(5)).fails("").over(F32);
    }

    private static void bands(Cases t) {
        t.op("MatrixBandPart").x(2, 3, 4).axis(1).axis(0).over(TYPES);
        t.op("MatrixBandPart").x(4, 3).axis(-1).axis(1).over(F32, F64);
        t.op("MatrixBandPart").x(4, 4).axis(0).axis(-1).over(F32, F64);
        t.op("MatrixBandPart").x(0, 4).axis(0).axis(0).over(F32);
        t.op("MatrixBandPart")
                .x(4, 4)
                .axis(5)
                .axis(0)
                .fails("num_lower must be negative")
                .over(F32);
        t.op("MatrixBandPart")
                .x(4, 4)
                .axis(0)
                .axis(5)
                .fails("num_upper must be negative")
                .over(F32);
        t.op("MatrixBandPart").x(4).axis(0).axis(0).fails("").over(F32);
    }
}
