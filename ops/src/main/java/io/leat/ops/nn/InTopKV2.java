package io.leat.ops.nn;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;

/** For each row of {@code predictions}, whether that for class {@code targets[i]} is among the k greatest; ties count. */
@OpSpec("InTopKV2(predictions: float, targets: T, k: T) -> (precision: bool); T: {int32, int64} = DT_INT32")
public final class InTopKV2 extends InTop {
    /**
     * Whether the prediction for the target is among the k greatest.
     *
     * @param predictions [batch, classes], float32
     * @param targets [batch], class numbers, int32 or int64
     */
    @Endpoint("nn.inTopK")
    public static Output of(Ops tf, Operand predictions, Operand targets, int k) {
        return tf.call(
                "InTopKV2",
                predictions,
                targets,
                tf.constant(k, targets.output().dtype()));
    }

    @Override
    long k(Compute c) {
        if (c.shape(2).rank() != 0) {
            throw new InvalidArgumentException("k must be 0-D, got shape " + c.shape(2));
        }
        return c.integers(2)[0];
    }
}
