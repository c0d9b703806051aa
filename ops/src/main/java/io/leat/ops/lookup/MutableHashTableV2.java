package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** A table whose entries change. */
@OpSpec(
        value = "MutableHashTableV2() -> (table_handle: resource); "
                + "container: string = ''; shared_name: string = ''; "
                + "use_node_name_sharing: bool = false; key_dtype: type; value_dtype: type",
        stateful = true)
public final class MutableHashTableV2 extends TableMaker {
    @Override
    boolean isMutable() {
        return true;
    }
}
