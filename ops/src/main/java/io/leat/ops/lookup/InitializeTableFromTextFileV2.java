package io.leat.ops.lookup;

import io.leat.graph.OpSpec;

/** Fills a table from the lines of a text file: keys and values are columns between delimiters, or the line (index -2),
 * or its number from {@code offset} on (index -1).
 */
@OpSpec(
        value = "InitializeTableFromTextFileV2(table_handle: resource, filename: string) -> (); "
                + "key_index: int >= -2; value_index: int >= -2; vocab_size: int >= -1 = -1; delimiter: string = '\t'; "
                + "offset: int = 0",
        stateful = true)
public final class InitializeTableFromTextFileV2 extends TableFileFill {}
