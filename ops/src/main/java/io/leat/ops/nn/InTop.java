package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Whether the prediction for the right class is among the k greatest of its row. */
abstract class InTop extends Op {
    abstract long k(Compute c);

    @Override
    protected void infer(Inference c) {
        Shape predictions = c.shape(0, 2);
        Shape targets = c.shape(1, 1);
        if (c.inputs() > 2) {
            c.shape(2).withRank(0);
        }
        c.output(0, Shape.of(Shape.mergeDims(predictions.dim(0), targets.dim(0))));
    }

    @Override
    protected void compute(Compute c) {
        Shape predictions = c.shape(0);
        if (predictions.rank() != 2) {
            throw new InvalidArgumentException("predictions must be 2-dimensional");
        }
        if (c.shape(1).rank() != 1) {
            throw new InvalidArgumentException("targets must be 1-dimensional");
        }
        if (predictions.dim(0) != c.shape(1).dim(0)) {
            throw new InvalidArgumentException("First dimension of predictions " + predictions.dim(0)
                    + " must match length of targets " + c.shape(1).dim(0));
        }
        long k = k(c);
        long[] targets = c.integers(1);
        int classes = (int) predictions.dim(1);
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(DType.BOOL, c.shape(1));
        for (int r = 0; r < targets.length; r++) {
            y.set(r, isIn(x, r * classes, classes, targets[r], k));
        }
        c.output(0, y.tensor());
    }

    /** False when the class does not exist, or when its prediction, or one compared with it, is not finite. */
    private static boolean isIn(Elements x, int start, int classes, long target, long k) {
        if (target < 0 || target >= classes || !Double.isFinite(x.real(start + (int) target))) {
            return false;
        }
        double own = x.real(start + (int) target);
        long greater = 0;
        for (int j = 0; j < classes; j++) {
            double other = x.real(start + j);
            if (!Double.isFinite(other)) {
                return false;
            }
            if (other > own) {
                greater++;
            }
            if (greater > k) {
                return false;
            }
        }
        return greater < k;
    }
}
