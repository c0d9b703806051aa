package io.leat.ops.linalg;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of {@code Cholesky}: of the factors {@code l} [..., n, n] and their gradient {@code grad} that of the
 * matrices. With P(X) the lower triangle of X with half its diagonal it is the symmetric part of
 * {@code l^-T P(l^T grad) l^-1}.
 */
@OpSpec("CholeskyGrad(l: T, grad: T) -> (output: T); T: {half, float, double}")
public final class CholeskyGrad extends MatrixOp {
    @Override
    protected void infer(Inference c) {
        c.output(0, square(c.shape(0)).merge(c.shape(1)));
    }

    @Override
    protected void compute(Compute c) {
        square(c.shape(0)).merge(c.shape(1));
        List<Matrix> l = read(c.input(0));
        List<Matrix> grad = read(c.input(1));
        List<Matrix> out = new ArrayList<>();
        for (int i = 0; i < l.size(); i++) {
            out.add(gradient(lower(l.get(i)), lower(grad.get(i))));
        }
        c.output(0, write(c.outputDType(0), c.shape(0), out));
    }

    private static Matrix lower(Matrix m) {
        Matrix out = m.copy();
        for (int i = 0; i < m.rows; i++) {
            for (int j = i + 1; j < m.columns; j++) {
                out.set(out.at(i, j), 0, 0);
            }
        }
        return out;
    }

    private static Matrix gradient(Matrix l, Matrix grad) {
        Matrix middle = lower(l.adjoint().times(grad));
        for (int i = 0; i < middle.rows; i++) {
            middle.re[middle.at(i, i)] /= 2;
        }
        Matrix inverse = Triangles.solve(l, true, Matrix.identity(l.rows));
        Matrix d = inverse.adjoint().times(middle).times(inverse);
        var symmetric = new Matrix(d.rows, d.columns);
        for (int i = 0; i < d.rows; i++) {
            for (int j = 0; j < d.columns; j++) {
                symmetric.re[d.at(i, j)] = (d.re[d.at(i, j)] + d.re[d.at(j, i)]) / 2;
            }
        }
        return symmetric;
    }
}
