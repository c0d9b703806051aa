package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.family.Broadcast;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * X with {@code A X = B} for triangular matrices A [..., n, n], of which only the lower or upper triangle is read, and B
 * [..., n, k]; with the conjugate transpose of A where {@code adjoint} is set. The leading dimensions broadcast.
 */
@OpSpec("MatrixTriangularSolve(matrix: T, rhs: T) -> (output: T); lower: bool = true; adjoint: bool = false; "
        + "T: {bfloat16, double, float, half, complex64, complex128}")
public final class MatrixTriangularSolve extends MatrixOp {
    @Endpoint("linalg.triangularSolve")
    public static Output of(Ops tf, Operand matrix, Operand rhs, boolean lower, boolean adjoint) {
        return tf.op("MatrixTriangularSolve")
                .input(matrix)
                .input(rhs)
                .attr("lower", lower)
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
        long n = square(a).dim(-1);
        if (n != Shape.ANY && b.dim(-2) != Shape.ANY && n != b.dim(-2)) {
            throw new InvalidArgumentException(
                    "In[0] mismatch In[1] shape: " + n + " vs. " + b.dim(-2) + ": " + a + " " + b);
        }
        Shape batch = batch(a).broadcast(batch(b));
        return batch.concat(Shape.of(Shape.mergeDims(n, b.dim(-2)), b.dim(-1)));
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, solution(c.shape(0), c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        Shape shape = solution(c.shape(0), c.shape(1));
        boolean adjoint = c.attrs().bool("adjoint");
        boolean lower = c.attrs().bool("lower");
        List<Matrix> a = read(c.input(0));
        List<Matrix> b = read(c.input(1));
        List<Matrix> x = new ArrayList<>();
        Shape batch = batch(shape);
        int[] left = Broadcast.indices(batch(c.shape(0)), batch);
        int[] right = Broadcast.indices(batch(c.shape(1)), batch);
        for (int i = 0; i < left.length; i++) {
            Matrix m = a.get(left[i]);
            x.add(Triangles.solve(adjoint ? m.adjoint() : m, lower != adjoint, b.get(right[i])));
        }
        c.output(0, write(c.outputDType(0), shape, x));
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        var products = new Products(tf);
        boolean adjoint = b.attrs().bool("adjoint");
        boolean lower = b.attrs().bool("lower");
        Output c = b.output(0);
        Output db = of(tf, b.input(0), b.dy(0), lower, !adjoint);
        Output da = adjoint ? products.multiply(c, db, false, true) : products.multiply(db, c, false, true);
        da = MatrixBandPart.of(tf, da.neg(), lower ? -1 : 0, lower ? 0 : -1);
        b.dx(0, products.sumToBatch(da, b.input(0), b.input(1)));
        b.dx(1, products.sumToBatch(db, b.input(1), b.input(0)));
    }
}
