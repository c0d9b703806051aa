package io.leat.ops.array;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import java.util.List;

/** Tensors joined along {@code axis}; their other dimensions are equal. */
@OpSpec("ConcatV2(values: N * T, axis: Tidx) -> (output: T); N: int >= 2; T: type; Tidx: {int32, int64} = DT_INT32")
public final class ConcatV2 extends Joining {
    public ConcatV2() {
        super(false);
    }

    @Endpoint("concat")
    public static Output of(Ops tf, List<? extends Operand> values, int axis) {
        return values.size() == 1
                ? values.getFirst().output()
                : tf.op("ConcatV2")
                        .inputs(values)
                        .input(tf.constant(axis))
                        .add()
                        .output(0);
    }
}
