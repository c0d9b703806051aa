package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Node;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.Shape;

/**
 * The gradient of {@code Svd}: Giles, Collected matrix derivative results for forward and reverse mode algorithmic
 * differentiation; Townsend, Differentiating the singular value decomposition.
 */
final class SvdGradient {
    private final Backprop b;
    private final Ops tf;
    private final Products products;

    SvdGradient(Backprop b) {
        this.b = b;
        this.tf = b.tf();
        this.products = new Products(tf);
    }

    void run() {
        Output ds = tf.call("MatrixDiag", b.dy(0));
        if (!b.attrs().bool("compute_uv")) {
            Node svd = tf.call("Svd", b.input(0)).node();
            b.dx(0, products.multiply(svd.output(1), products.multiply(ds, svd.output(2), false, true)));
            return;
        }
        Shape shape = b.input(0).shape();
        if (!shape.hasRank() || shape.dim(-2) == Shape.ANY || shape.dim(-1) == Shape.ANY) {
            throw b.unsupported("SVD gradient has not been implemented for input with unknown inner matrix shape.");
        }
        int m = (int) shape.dim(-2);
        int n = (int) shape.dim(-1);
        boolean full = b.attrs().bool("full_matrices");
        if (full && Math.abs(m - n) > 1) {
            throw b.unsupported("svd gradient is not implemented for abs(m - n) > 1 when full_matrices is True.");
        }
        Output da = m > n
                ? products.adjoint(wide(ds, b.output(2), b.output(1), b.dy(2), b.dy(1), n, m))
                : wide(ds, b.output(1), b.output(2), b.dy(1), b.dy(2), m, n);
        b.dx(0, da);
    }

    /** For m rows and n columns, m not above n. */
    private Output wide(Output ds, Output u, Output v, Output du, Output dv, int m, int n) {
        boolean full = b.attrs().bool("full_matrices") && m != n;
        Output s = b.output(0);
        Output sMatrix = tf.call("MatrixDiag", s);
        Output f = products.reciprocalDifferences(s.times(s));
        Output inverse = tf.call("MatrixDiag", products.safeReciprocal(s));
        Output v1 = full ? products.columns(v, 0, m) : v;
        Output dv1 = full ? products.columns(dv, 0, m) : dv;
        Output vdv = products.multiply(v1, dv1, true, false);
        Output fu = f.times(products.multiply(u, du, true, false));
        Output fv = f.times(vdv);
        Output inner = ds.plus(products.multiply(products.plusAdjoint(fu), sMatrix))
                .plus(products.multiply(sMatrix, products.plusAdjoint(fv)));
        Output da = products.multiply(u, products.multiply(inner, v1, false, true));
        if (m != n) {
            Output dvt = products.adjoint(dv1);
            Output rest = dvt.minus(products.multiply(products.multiply(dvt, v1), v1, false, true));
            if (full) {
                Output v2 = products.columns(v, m, n);
                Output dv2 = products.columns(dv, m, n);
                Output mixed = products.multiply(v1, dv2, true, false);
                rest = rest.minus(products.multiply(mixed, v2, false, true));
            }
            da = da.plus(products.multiply(products.multiply(u, inverse), rest));
        }
        if (s.dtype().isComplex()) {
            Output diagonal = tf.call("MatrixDiag", tf.call("MatrixDiagPart", vdv));
            Output skew =
                    products.multiply(inverse, products.minusAdjoint(diagonal).neg());
            Output third = products.multiply(u, products.multiply(skew, v1, false, true));
            da = da.plus(third.times(tf.constant(0.5, s.dtype())));
        }
        return da;
    }
}
