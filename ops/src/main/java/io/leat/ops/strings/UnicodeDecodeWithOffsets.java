package io.leat.ops.strings;

import io.leat.graph.OpSpec;

/** The code points of strings, and the place of the first byte of each in its string. */
@OpSpec("UnicodeDecodeWithOffsets(input: string) -> "
        + "(row_splits: Tsplits, char_values: int32, char_to_byte_starts: int64); input_encoding: string; "
        + "errors: {'strict', 'replace', 'ignore'} = 'replace'; replacement_char: int = 65533; "
        + "replace_control_characters: bool = false; Tsplits: {int32, int64} = DT_INT64")
public final class UnicodeDecodeWithOffsets extends CodePoints {}
