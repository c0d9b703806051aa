package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Replaces all entries of a table. By a reference, as in old graphs. */
@OpSpec("LookupTableImport(table_handle: Ref(string), keys: Tin, values: Tout) -> (); Tin: type; Tout: type")
public final class LookupTableImport extends TableImport {}
