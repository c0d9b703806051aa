package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;

/** For each row of {@code predictions}, whether that for class {@code targets[i]} is among the k greatest; ties count. */
@OpSpec("InTopK(predictions: float, targets: T) -> (precision: bool); k: int; T: {int32, int64} = DT_INT32")
public final class InTopK extends InTop {
    @Override
    long k(Compute c) {
        return c.attrs().integer("k");
    }
}
