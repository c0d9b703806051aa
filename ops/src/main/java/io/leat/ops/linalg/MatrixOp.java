package io.leat.ops.linalg;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ops on the matrices in the last two dimensions; what precedes them counts a batch. */
abstract class MatrixOp extends Op {
    /** Checks that a shape is one of matrices. */
    static Shape matrices(Shape s) {
        if (s.hasRank() && s.rank() < 2) {
            throw new InvalidArgumentException("Shape must be at least rank 2 but is rank " + s.rank());
        }
        return s;
    }

    /** Checks that a shape is one of square matrices. */
    static Shape square(Shape s) {
        matrices(s);
        if (!s.hasRank()) {
            return s;
        }
        if (s.dim(-2) != s.dim(-1) && s.dim(-2) != Shape.ANY && s.dim(-1) != Shape.ANY) {
            throw new InvalidArgumentException("Input matrix must be square. Dimensions must be equal, but are "
                    + s.dim(-2) + " and " + s.dim(-1));
        }
        long n = Shape.mergeDims(s.dim(-2), s.dim(-1));
        return s.withDim(-2, n).withDim(-1, n);
    }

    static Shape batch(Shape s) {
        return s.hasRank() ? s.slice(0, s.rank() - 2) : Shape.UNKNOWN;
    }

    /** The matrices of a tensor one after the other. */
    static List<Matrix> read(Tensor t) {
        Shape s = matrices(t.shape());
        int rows = (int) s.dim(-2);
        int columns = (int) s.dim(-1);
        Elements e = Elements.of(t);
        int n = Math.toIntExact(batch(s).size());
        List<Matrix> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(Matrix.read(e, i * rows * columns, rows, columns));
        }
        return all;
    }

    /** Writes matrices of the sizes that {@code shape} has. */
    static Tensor write(DType type, Shape shape, List<Matrix> all) {
        Elements e = Elements.allocate(type, shape);
        int at = 0;
        for (Matrix m : all) {
            m.write(e, at);
            at += m.re.length;
        }
        return e.tensor();
    }

    /** Applies {@code f} to each matrix of input 0, for output 0 of that shape. */
    static void each(Compute c, UnaryOperator<Matrix> f) {
        List<Matrix> out = read(c.input(0)).stream().map(f).toList();
        c.output(0, write(c.outputDType(0), c.shape(0), out));
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(256);
    }
}
