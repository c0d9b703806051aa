package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** The number of entries of a table. By a reference, as in old graphs. */
@OpSpec("LookupTableSize(table_handle: Ref(string)) -> (size: int64)")
public final class LookupTableSize extends TableSize {}
