package io.leat.ops.training;

import io.leat.ir.Scalar;

/** The proximal step of l1 and l2 regularisation. */
final class Shrink {
    private Shrink() {}

    /** {@code sign(x) * max(|x| - rate * l1, 0) / (1 + l2 * rate)} where {@code l1 > 0}, else {@code x / (1 + l2 * rate)}. */
    static Scalar of(Scalar x, Scalar rate, Scalar l1, Scalar l2) {
        Scalar bounded = x.sign().times(x.abs().minus(rate.times(l1)).max(0));
        return l1.gt(0).select(bounded, x).dividedBy(l2.times(rate).plus(1));
    }
}
