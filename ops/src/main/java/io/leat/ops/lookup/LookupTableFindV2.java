package io.leat.ops.lookup;

import io.leat.graph.Endpoint;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;

/** The value of each key; {@code default_value}, or its element for that key, where there is none. Shape: that of the keys and
 * then that of each value.
 */
@OpSpec(
        value = "LookupTableFindV2(table_handle: resource, keys: Tin, default_value: Tout) -> (values: Tout); "
                + "Tin: type; Tout: type",
        stateful = true)
public final class LookupTableFindV2 extends TableFind {
    @Endpoint("lookup.find")
    public static Output of(Ops tf, Operand table, Operand keys, Operand defaultValue) {
        return tf.call("LookupTableFindV2", table, keys, defaultValue);
    }
}
