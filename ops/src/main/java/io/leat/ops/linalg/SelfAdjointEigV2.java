package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * The eigenvalues {@code e} [..., n], which rise, and eigenvectors, the columns of {@code v} [..., n, n], of Hermitian
 * matrices [..., n, n], of which only the lower triangles are read. Without {@code compute_v} {@code v} is empty.
 */
@OpSpec("SelfAdjointEigV2(input: T) -> (e: T, v: T); compute_v: bool = true; "
        + "T: {double, float, half, complex64, complex128}")
public final class SelfAdjointEigV2 extends MatrixOp {
    @Override
    protected void infer(Inference c) {
        Shape s = square(c.shape(0));
        c.output(0, s.hasRank() ? s.slice(0, s.rank() - 1) : s);
        c.output(1, c.attrs().bool("compute_v") ? s : Shape.of(0));
    }

    @Override
    protected void compute(Compute c) {
        Shape s = square(c.shape(0));
        boolean vectors = c.attrs().bool("compute_v");
        Elements e = Elements.allocate(c.outputDType(0), s.slice(0, s.rank() - 1));
        List<Matrix> v = new ArrayList<>();
        int at = 0;
        for (Matrix a : read(c.input(0))) {
            if (!a.isFinite()) {
                throw new InvalidArgumentException(
                        "Self-adjoint eigen decomposition was not successful. The input might not be valid.");
            }
            var eigen = new HermitianEigen(a);
            for (double value : eigen.values) {
                e.set(at++, value);
            }
            if (vectors) {
                v.add(eigen.vectors);
            }
        }
        c.output(0, e.tensor());
        c.output(1, write(c.outputDType(1), vectors ? s : Shape.of(0), v));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        var products = new Products(tf);
        Output inner = tf.call("MatrixDiag", b.dy(0));
        Output v;
        if (b.attrs().bool("compute_v")) {
            v = b.output(1);
            Output f = products.reciprocalDifferences(b.output(0));
            inner = inner.plus(f.times(products.multiply(v, b.dy(1), true, false)));
        } else {
            v = tf.call("SelfAdjointEigV2", b.input(0)).node().output(1);
        }
        Output da = products.multiply(v, products.multiply(inner, v, false, true));
        da = MatrixBandPart.of(tf, products.plusAdjoint(da), -1, 0);
        Output diagonal = tf.call("MatrixDiagPart", da);
        b.dx(0, tf.call("MatrixSetDiag", da, tf.call("Mul", tf.constant(0.5, da.dtype()), diagonal)));
    }
}
