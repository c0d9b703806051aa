package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** A table that is filled once. */
@OpSpec(
        value = "HashTableV2() -> (table_handle: resource); "
                + "container: string = ''; shared_name: string = ''; "
                + "use_node_name_sharing: bool = false; key_dtype: type; value_dtype: type",
        stateful = true)
public final class HashTableV2 extends TableMaker {
    @Override
    boolean isMutable() {
        return false;
    }
}
