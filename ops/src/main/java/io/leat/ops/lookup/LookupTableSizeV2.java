package io.leat.ops.lookup;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The number of entries of a table. */
@OpSpec(value = "LookupTableSizeV2(table_handle: resource) -> (size: int64)", stateful = true)
public final class LookupTableSizeV2 extends TableSize {
    @Endpoint("lookup.size")
    public static Output of(Ops tf, Operand table) {
        return tf.call("LookupTableSizeV2", table);
    }
}
