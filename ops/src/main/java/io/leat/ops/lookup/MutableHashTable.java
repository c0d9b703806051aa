package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** A table whose entries change. By a reference, as in old graphs. */
@OpSpec(
        value = "MutableHashTable() -> (table_handle: Ref(string)); "
                + "container: string = ''; shared_name: string = ''; "
                + "use_node_name_sharing: bool = false; key_dtype: type; value_dtype: type",
        stateful = true)
public final class MutableHashTable extends TableMaker {
    @Override
    boolean isMutable() {
        return true;
    }
}
