package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code A = U diag(s) V^H} of matrices [..., m, n]: the singular values {@code s} [..., p], which fall, and matrices with
 * orthonormal columns, {@code u} [..., m, p] and {@code v} [..., n, p], with p the lesser of m and n; with
 * {@code full_matrices} these are [..., m, m] and [..., n, n]. Without {@code compute_uv} they are empty.
 */
@OpSpec("Svd(input: T) -> (s: T, u: T, v: T); compute_uv: bool = true; full_matrices: bool = false; "
        + "T: {double, float, half, complex64, complex128}")
public final class Svd extends MatrixOp {
    static long lesser(long m, long n) {
        if (m == 0 || n == 0) {
            return 0;
        }
        return m == Shape.ANY || n == Shape.ANY ? Shape.ANY : Math.min(m, n);
    }

    @Override
    protected void infer(Inference c) {
        Shape s = matrices(c.shape(0));
        boolean vectors = c.attrs().bool("compute_uv");
        if (!vectors) {
            c.output(1, Shape.of(0));
            c.output(2, Shape.of(0));
        }
        if (!s.hasRank()) {
            return;
        }
        long m = s.dim(-2);
        long n = s.dim(-1);
        long p = lesser(m, n);
        boolean full = c.attrs().bool("full_matrices");
        c.output(0, batch(s).concat(Shape.of(p)));
        if (vectors) {
            c.output(1, batch(s).concat(Shape.of(m, full ? m : p)));
            c.output(2, batch(s).concat(Shape.of(n, full ? n : p)));
        }
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = matrices(c.shape(0));
        int m = (int) shape.dim(-2);
        int n = (int) shape.dim(-1);
        int p = Math.min(m, n);
        boolean vectors = c.attrs().bool("compute_uv");
        boolean full = c.attrs().bool("full_matrices");
        Elements s = Elements.allocate(c.outputDType(0), batch(shape).concat(Shape.of(p)));
        List<Matrix> u = new ArrayList<>();
        List<Matrix> v = new ArrayList<>();
        int at = 0;
        for (Matrix a : read(c.input(0))) {
            boolean finite = a.isFinite();
            var svd = new SingularValues(finite ? a : new Matrix(m, n));
            for (double value : svd.s) {
                s.set(at++, finite ? value : Double.NaN);
            }
            if (vectors) {
                u.add(orNaN(svd.u.part(m, full ? m : p), finite));
                v.add(orNaN(svd.v.part(n, full ? n : p), finite));
            }
        }
        c.output(0, s.tensor());
        Shape us = batch(shape).concat(Shape.of(m, full ? m : p));
        Shape vs = batch(shape).concat(Shape.of(n, full ? n : p));
        c.output(1, write(c.outputDType(1), vectors ? us : Shape.of(0), u));
        c.output(2, write(c.outputDType(2), vectors ? vs : Shape.of(0), v));
    }

    private static Matrix orNaN(Matrix m, boolean finite) {
        if (!finite) {
            Arrays.fill(m.re, Double.NaN);
        }
        return m;
    }

    @Override
    protected void gradient(Backprop b) {
        new SvdGradient(b).run();
    }
}
