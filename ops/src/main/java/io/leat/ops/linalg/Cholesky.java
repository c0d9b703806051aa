package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/**
 * The lower triangular L with {@code L L^H = A} of Hermitian positive definite matrices A [..., n, n], of which only the
 * lower triangles are read. Where a matrix is not positive definite, the lower triangle of its L is NaN.
 */
@OpSpec("Cholesky(input: T) -> (output: T); T: {double, float, half, complex64, complex128}")
public final class Cholesky extends MatrixOp {
    @Endpoint("linalg.cholesky")
    public static Output of(Ops tf, Operand input) {
        return tf.call("Cholesky", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, square(c.shape(0)));
    }

    @Override
    protected void compute(Compute c) {
        square(c.shape(0));
        each(c, a -> {
            Matrix l = Triangles.cholesky(a);
            return l == null ? undefined(a.rows) : l;
        });
    }

    /** What stands for the factor of a matrix that is not positive definite. */
    private static Matrix undefined(int n) {
        var m = new Matrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                m.re[m.at(i, j)] = Double.NaN;
            }
        }
        return m;
    }

    /** Murray, Differentiation of the Cholesky decomposition, arXiv 1602.07527. */
    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        var products = new Products(tf);
        Output l = b.output(0);
        Output ones = tf.call("OnesLike", tf.call("MatrixDiagPart", l));
        Output inverse = MatrixTriangularSolve.of(tf, l, tf.call("MatrixDiag", ones), true, false);
        Output middle = products.multiply(l, b.dy(0), true, false);
        Output half = tf.constant(0.5, l.dtype());
        Output diagonal = tf.call("Mul", half, tf.call("MatrixDiagPart", middle));
        middle = MatrixBandPart.of(tf, tf.call("MatrixSetDiag", middle, diagonal), -1, 0);
        Output d = products.multiply(products.multiply(inverse, middle, true, false), inverse);
        b.dx(0, tf.call("Mul", products.plusAdjoint(d), half));
    }
}
