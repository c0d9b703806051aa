package io.leat.ops.lookup;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;

/** Takes keys out of a mutable table; those that it does not have do no harm. */
@OpSpec(value = "LookupTableRemoveV2(table_handle: resource, keys: Tin) -> (); Tin: type", stateful = true)
public final class LookupTableRemoveV2 extends TableOp {
    @Endpoint("lookup.remove")
    public static Node of(Ops tf, Operand table, Operand keys) {
        return tf.op("LookupTableRemoveV2").input(table).input(keys).add();
    }

    @Override
    protected void infer(Inference c) {
        // no outputs
    }

    @Override
    protected void compute(Compute c) {
        table(c).remove(c.input(1));
    }
}
