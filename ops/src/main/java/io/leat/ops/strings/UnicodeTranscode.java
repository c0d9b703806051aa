package io.leat.ops.strings;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.ops.strings.Decoding.Errors;

/**
 * Strings of {@code input_encoding} in {@code output_encoding}. Bytes that are no characters, and with
 * {@code replace_control_characters} those below 32, are replaced, left out or refused as {@code errors} says.
 */
@OpSpec("UnicodeTranscode(input: string) -> (output: string); input_encoding: string; "
        + "output_encoding: {'UTF-8', 'UTF-16-BE', 'UTF-32-BE'}; errors: {'strict', 'replace', 'ignore'} = 'replace'; "
        + "replacement_char: int = 65533; replace_control_characters: bool = false")
public final class UnicodeTranscode extends StringMap {
    @Override
    protected Rule rule(Compute c) {
        Decoding decoding = Decoding.of(c.attrs().text("input_encoding"));
        Errors errors = Errors.of(c.attrs());
        String encoding = c.attrs().text("output_encoding");
        return s -> Decoding.encode(decoding.decode(s, errors).points(), encoding);
    }
}
