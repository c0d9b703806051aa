package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.array.ConcatV2;
import io.leat.ops.math.Cast;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code A = Q R} of matrices [..., m, n]: the columns of Q are orthonormal, R is upper triangular. Q is [..., m, p] and R
 * [..., p, n] with p the lesser of m and n, or m where {@code full_matrices} is set.
 */
@OpSpec("Qr(input: T) -> (q: T, r: T); full_matrices: bool = false; "
        + "T: {double, float, half, complex64, complex128}")
public final class Qr extends MatrixOp {
    @Override
    protected void infer(Inference c) {
        Shape s = matrices(c.shape(0));
        if (!s.hasRank()) {
            return;
        }
        long m = s.dim(-2);
        long n = s.dim(-1);
        boolean full = c.attrs().bool("full_matrices");
        long p = full ? m : Svd.lesser(m, n);
        c.output(0, batch(s).concat(Shape.of(m, p)));
        c.output(1, batch(s).concat(Shape.of(p, n)));
    }

    @Override
    protected void compute(Compute c) {
        Shape s = matrices(c.shape(0));
        int m = (int) s.dim(-2);
        int n = (int) s.dim(-1);
        int p = c.attrs().bool("full_matrices") ? m : Math.min(m, n);
        List<Matrix> q = new ArrayList<>();
        List<Matrix> r = new ArrayList<>();
        for (Matrix a : read(c.input(0))) {
            var qr = new QrFactors(a);
            q.add(qr.q.part(m, p));
            r.add(qr.r.part(p, n));
        }
        c.output(0, write(c.outputDType(0), batch(s).concat(Shape.of(m, p)), q));
        c.output(1, write(c.outputDType(1), batch(s).concat(Shape.of(p, n)), r));
    }

    /** Roberts and Roberts, QR and LQ decomposition matrix backpropagation algorithms, arXiv 2009.10071. */
    @Override
    protected void gradient(Backprop b) {
        Output q = b.output(0);
        Output r = b.output(1);
        long rows = q.shape().dim(-2);
        long columns = r.shape().dim(-1);
        if (rows == Shape.ANY || columns == Shape.ANY || !r.shape().hasRank()) {
            throw b.unsupported("QrGrad not implemented with dynamic shapes. Received r.shape: " + r.shape());
        }
        if (rows > columns && q.shape().dim(-1) == rows) {
            throw b.unsupported("QrGrad not implemented when nrows > ncols and full_matrices is true");
        }
        var products = new Products(b.tf());
        if (rows == 0) {
            b.dx(0, b.tf().call("ZerosLike", b.input(0)));
            return;
        }
        if (rows >= columns) {
            b.dx(0, deep(b.tf(), q, r, b.dy(0), b.dy(1)));
            return;
        }
        int m = (int) rows;
        Output y = products.columns(b.input(0), m, 0);
        Output dv = products.columns(b.dy(1), m, 0);
        Output dq = b.dy(0).plus(products.multiply(y, dv, false, true));
        Output dx = deep(b.tf(), q, products.columns(r, 0, m), dq, products.columns(b.dy(1), 0, m));
        b.dx(0, ConcatV2.of(b.tf(), List.of(dx, products.multiply(q, dv)), -1));
    }

    /** For at least as many rows as columns. */
    private static Output deep(Ops tf, Output q, Output r, Output dq, Output dr) {
        var products = new Products(tf);
        Output qdq = products.multiply(q, dq, true, false);
        Output rdr = products.multiply(r, dr, false, true);
        Output sum = products.minusAdjoint(qdq).plus(products.minusAdjoint(rdr));
        Output lower = MatrixBandPart.of(tf, sum, -1, 0);
        Output da = products.multiply(q, dr.plus(timesInverseAdjoint(tf, lower, r)));
        Output db = timesInverseAdjoint(tf, dq.minus(products.multiply(q, qdq)), r);
        Output all = da.plus(db);
        if (!q.dtype().isComplex()) {
            return all;
        }
        Output m = rdr.minus(products.adjoint(qdq));
        Output diagonal = tf.call("MatrixDiagPart", m);
        Output real = tf.op("Real")
                .input(diagonal)
                .attr("Tout", q.dtype().realType())
                .add()
                .output(0);
        Output imaginary = diagonal.minus(Cast.of(tf, real, q.dtype()));
        Output correction = products.adjoint(tf.call("MatrixDiag", imaginary));
        return all.plus(timesInverseAdjoint(tf, products.multiply(q, correction), r));
    }

    /** {@code x r^-H}. */
    private static Output timesInverseAdjoint(Ops tf, Output x, Output r) {
        var products = new Products(tf);
        return products.adjoint(MatrixTriangularSolve.of(tf, r, products.adjoint(x), false, false));
    }
}
