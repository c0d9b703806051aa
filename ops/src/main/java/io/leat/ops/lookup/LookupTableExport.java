package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** All keys of a table as a vector, in no certain order, and their values. By a reference, as in old graphs. */
@OpSpec("LookupTableExport(table_handle: Ref(string)) -> (keys: Tkeys, values: Tvalues); "
        + "Tkeys: type; Tvalues: type")
public final class LookupTableExport extends TableExport {}
