package io.leat.ops.math;

import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;

/** What {@link Select} and {@link SelectV2} share: a condition and two alternatives. */
final class Selection {
    private Selection() {}

    /** Input 0 chooses between inputs 1 and 2. */
    static Scalar body(DType type) {
        return Scalar.input(0, DType.BOOL).select(Scalar.input(1, type), Scalar.input(2, type));
    }

    /** Says what a chosen handle refers to, where both alternatives refer to the same. */
    static void passHandle(Inference c) {
        Node.HandleInfo handle = c.handle(1);
        if (handle != null && handle.equals(c.handle(2))) {
            c.handle(0, handle);
        }
    }
}
