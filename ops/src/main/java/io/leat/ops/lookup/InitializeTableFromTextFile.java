package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Fills a table from the lines of a text file: keys and values are columns between delimiters, or the line (index -2),
 * or its number from {@code offset} on (index -1). By a reference, as in old graphs.
 */
@OpSpec("InitializeTableFromTextFile(table_handle: Ref(string), filename: string) -> (); "
        + "key_index: int >= -2; value_index: int >= -2; vocab_size: int >= -1 = -1; delimiter: string = '\t'; "
        + "offset: int = 0")
public final class InitializeTableFromTextFile extends TableFileFill {}
