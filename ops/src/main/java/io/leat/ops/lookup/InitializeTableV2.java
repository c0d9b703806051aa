package io.leat.ops.lookup;

import io.leat.graph.Endpoint;
import io.leat.graph.Node;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;

/** Fills a table with the entries of a key vector and a value vector. */
@OpSpec(
        value = "InitializeTableV2(table_handle: resource, keys: Tkey, values: Tval) -> (); Tkey: type; Tval: type",
        stateful = true)
public final class InitializeTableV2 extends TableFill {
    @Endpoint("lookup.initialize")
    public static Node of(Ops tf, Operand table, Operand keys, Operand values) {
        return tf.op("InitializeTableV2").input(table).input(keys).input(values).add();
    }
}
