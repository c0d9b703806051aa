package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;

/** The inverses of matrices [..., n, n], or of their conjugate transposes where {@code adjoint} is set. */
@OpSpec("MatrixInverse(input: T) -> (output: T); adjoint: bool = false; "
        + "T: {double, float, half, complex64, complex128}")
public final class MatrixInverse extends MatrixOp {
    @Endpoint("linalg.inv")
    public static Output of(Ops tf, Operand input) {
        return of(tf, input, false);
    }

    @Endpoint("linalg.inv")
    public static Output of(Ops tf, Operand input, boolean adjoint) {
        return tf.op("MatrixInverse")
                .input(input)
                .attr("adjoint", adjoint)
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, square(c.shape(0)));
    }

    @Override
    protected void compute(Compute c) {
        square(c.shape(0));
        boolean adjoint = c.attrs().bool("adjoint");
        each(c, a -> {
            var lu = new LuFactors(adjoint ? a.adjoint() : a);
            if (lu.singular) {
                throw new InvalidArgumentException("Input is not invertible.");
            }
            return lu.solve(Matrix.identity(a.rows));
        });
    }

    @Override
    protected void gradient(Backprop b) {
        var products = new Products(b.tf());
        boolean adjoint = b.attrs().bool("adjoint");
        Output inner = products.multiply(b.dy(0), b.output(0), adjoint, !adjoint);
        b.dx(0, products.multiply(b.output(0), inner, !adjoint, false).neg());
    }
}
