package io.leat.ops.math;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** The sum of tensors of one shape, element by element. */
@OpSpec("AddN(inputs: N * T) -> (sum: T); N: int >= 1; "
        + "T: {float, double, int32, uint8, int16, int8, complex64, int64, qint8, quint8, qint32, bfloat16, qint16, "
        + "quint16, uint16, complex128, half, uint32, uint64, variant}")
public final class AddN extends Addition {
    @Endpoint("math.addN")
    public static Output of(Ops tf, List<? extends Operand> inputs) {
        return tf.op("AddN").inputs(inputs).add().output(0);
    }
}
