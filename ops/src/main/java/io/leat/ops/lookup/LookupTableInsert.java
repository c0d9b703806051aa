package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Sets the values of keys of a mutable table. By a reference, as in old graphs. */
@OpSpec("LookupTableInsert(table_handle: Ref(string), keys: Tin, values: Tout) -> (); Tin: type; Tout: type")
public final class LookupTableInsert extends TableInsert {}
