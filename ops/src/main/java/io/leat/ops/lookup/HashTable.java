package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** A table that is filled once. By a reference, as in old graphs. */
@OpSpec(
        value = "HashTable() -> (table_handle: Ref(string)); "
                + "container: string = ''; shared_name: string = ''; "
                + "use_node_name_sharing: bool = false; key_dtype: type; value_dtype: type",
        stateful = true)
public final class HashTable extends TableMaker {
    @Override
    boolean isMutable() {
        return false;
    }
}
