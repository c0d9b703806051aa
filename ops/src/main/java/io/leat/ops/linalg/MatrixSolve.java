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
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * X with {@code A X = B} for matrices A [..., n, n] and B [..., n, k], or with the conjugate transpose of A where
 * {@code adjoint} is set.
 */
@OpSpec("MatrixSolve(matrix: T, rhs: T) -> (output: T); adjoint: bool = false; "
        + "T: {double, float, half, complex64, complex128}")
public final class MatrixSolve extends MatrixOp {
    @Endpoint("linalg.solve")
    public static Output of(Ops tf, Operand matrix, Operand rhs, boolean adjoint) {
        return tf.op("MatrixSolve")
                .input(matrix)
                .input(rhs)
                .attr("adjoint", adjoint)
                .add()
                .output(0);
    }

    private static Shape solution(Shape a, Shape b) {
        square(a);
        matrices(b);
        if (!a.hasRank() || !b.hasRank()) {
            return Shape.UNKNOWN;
        }
        Shape batch = batch(a).merge(batch(b));
        return batch.concat(Shape.of(Shape.mergeDims(square(a).dim(-1), b.dim(-2)), b.dim(-1)));
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, solution(c.shape(0), c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = solution(c.shape(0), c.shape(1));
        boolean adjoint = c.attrs().bool("adjoint");
        List<Matrix> a = read(c.input(0));
        List<Matrix> b = read(c.input(1));
        List<Matrix> x = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            var lu = new LuFactors(adjoint ? a.get(i).adjoint() : a.get(i));
            if (lu.singular && b.get(i).columns > 0) {
                throw new InvalidArgumentException("Input matrix is not invertible.");
            }
            x.add(lu.solve(b.get(i)));
        }
        c.output(0, write(c.outputDType(0), shape, x));
    }

    @Override
    protected void gradient(Backprop b) {
        var products = new Products(b.tf());
        boolean adjoint = b.attrs().bool("adjoint");
        Output c = b.output(0);
        Output db = of(b.tf(), b.input(0), b.dy(0), !adjoint);
        Output da = adjoint ? products.multiply(c, db, false, true) : products.multiply(db, c, false, true);
        b.dx(0, da.neg());
        b.dx(1, db);
    }
}
