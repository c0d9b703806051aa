package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Fills a table with the entries of a key vector and a value vector. By a reference, as in old graphs. */
@OpSpec("InitializeTable(table_handle: Ref(string), keys: Tkey, values: Tval) -> (); Tkey: type; Tval: type")
public final class InitializeTable extends TableFill {}
