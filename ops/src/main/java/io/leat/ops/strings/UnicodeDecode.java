package io.leat.ops.strings;

import io.leat.graph.OpSpec;

/** The code points of strings: row i of the ragged tensor has those of string i. */
@OpSpec("UnicodeDecode(input: string) -> (row_splits: Tsplits, char_values: int32); input_encoding: string; "
        + "errors: {'strict', 'replace', 'ignore'} = 'replace'; replacement_char: int = 65533; "
        + "replace_control_characters: bool = false; Tsplits: {int32, int64} = DT_INT64")
public final class UnicodeDecode extends CodePoints {}
