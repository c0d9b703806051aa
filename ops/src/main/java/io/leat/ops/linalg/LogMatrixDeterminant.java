package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Output;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/**
 * The determinants of matrices [..., n, n] as {@code sign * exp(log_abs_determinant)}, both of shape [...]; the sign of a
 * complex one has absolute value 1, that of 0 is 0.
 */
@OpSpec("LogMatrixDeterminant(input: T) -> (sign: T, log_abs_determinant: T); "
        + "T: {half, float, double, complex64, complex128}")
public final class LogMatrixDeterminant extends MatrixOp {
    @Override
    protected void infer(Inference c) {
        Shape batch = batch(square(c.shape(0)));
        c.output(0, batch);
        c.output(1, batch);
    }

    @Override
    protected void compute(Compute c) {
        Shape batch = batch(square(c.shape(0)));
        Elements sign = Elements.allocate(c.outputDType(0), batch);
        Elements log = Elements.allocate(c.outputDType(1), batch);
        int at = 0;
        for (Matrix a : read(c.input(0))) {
            var lu = new LuFactors(a);
            double[] s = lu.sign();
            sign.set(at, s[0], s[1]);
            log.set(at++, lu.logDeterminant());
        }
        c.output(0, sign.tensor());
        c.output(1, log.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Output adjoint = MatrixInverse.of(b.tf(), b.input(0), true);
        b.dx(0, new Products(b.tf()).asMatrices(b.dy(1)).times(adjoint));
    }
}
