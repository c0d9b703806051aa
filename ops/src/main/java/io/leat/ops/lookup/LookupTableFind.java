package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** The value of each key; {@code default_value}, or its element for that key, where there is none. Shape: that of the keys and
 * then that of each value. By a reference, as in old graphs.
 */
@OpSpec("LookupTableFind(table_handle: Ref(string), keys: Tin, default_value: Tout) -> (values: Tout); "
        + "Tin: type; Tout: type")
public final class LookupTableFind extends TableFind {}
