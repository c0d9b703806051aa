package io.leat.ops.lookup;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;

/** Sets the values of keys of a mutable table. */
@OpSpec(
        value = "LookupTableInsertV2(table_handle: resource, keys: Tin, values: Tout) -> (); Tin: type; Tout: type",
        stateful = true)
public final class LookupTableInsertV2 extends TableInsert {
    @Endpoint("lookup.insert")
    public static Node of(Ops tf, Operand table, Operand keys, Operand values) {
        return tf.op("LookupTableInsertV2")
                .input(table)
                .input(keys)
                .input(values)
                .add();
    }
}
