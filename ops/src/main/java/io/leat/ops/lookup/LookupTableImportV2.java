package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Replaces all entries of a table. */
@OpSpec(
        value = "LookupTableImportV2(table_handle: resource, keys: Tin, values: Tout) -> (); Tin: type; Tout: type",
        stateful = true)
public final class LookupTableImportV2 extends TableImport {}
