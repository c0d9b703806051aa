package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.raw.Elements;

/** The determinants [...] of matrices [..., n, n]. */
@OpSpec("MatrixDeterminant(input: T) -> (output: T); T: {half, float, double, complex64, complex128}")
public final class MatrixDeterminant extends MatrixOp {
    @Endpoint("linalg.det")
    public static Output of(Ops tf, Operand input) {
        return tf.call("MatrixDeterminant", input);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, batch(square(c.shape(0))));
    }

    @Override
    protected void compute(Compute c) {
        Elements out = Elements.allocate(c.outputDType(0), batch(square(c.shape(0))));
        int at = 0;
        for (Matrix a : read(c.input(0))) {
            double[] d = new LuFactors(a).determinant();
            out.set(at++, d[0], d[1]);
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        Output adjoint = MatrixInverse.of(b.tf(), b.input(0), true);
        Output factor = new Products(b.tf()).asMatrices(b.dy(0).times(b.output(0)));
        b.dx(0, factor.times(adjoint));
    }
}
