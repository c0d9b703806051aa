package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** All keys of a table as a vector, in no certain order, and their values. */
@OpSpec(
        value = "LookupTableExportV2(table_handle: resource) -> (keys: Tkeys, values: Tvalues); "
                + "Tkeys: type; Tvalues: type",
        stateful = true)
public final class LookupTableExportV2 extends TableExport {}
