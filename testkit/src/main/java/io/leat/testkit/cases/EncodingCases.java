package io.leat.testkit.cases;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;

/** Encodings of texts, and runs of words. */
public final class EncodingCases {
    private static final Tensor WORDS =
            Tensor.of(Shape.of(2, 3), "abc", "", " Leat  runs ", "a-b--c", "h\u00e9llo", "\tx\n");

    private EncodingCases() {}

    public static void addTo(Cases t) {
        unicode(t);
        grams(t);
    }

    private static void unicode(Cases t) {
        Tensor[] inputs = {
            Tensor.vector("h\u00e9llo", "", "\u0001a\n", "\ud83d\ude00"),
            TextCases.bytes(0xff, 0x80, 'a'),
            TextCases.bytes(0xed, 0xa0, 0x80),
            TextCases.bytes(0xf0, 0x9f, 0x98),
            TextCases.bytes(0xe9, 1, 'a')
        };
        for (Tensor in : inputs) {
            for (String errors : new String[] {"replace", "ignore"}) {
                for (boolean controls : new boolean[] {true, false}) {
                    for (String op : new String[] {"UnicodeDecode", "UnicodeDecodeWithOffsets"}) {
                        t.op(op)
                                .input(in)
                                .attr("input_encoding", "UTF-8")
                                .attr("errors", errors)
                                .attr("replace_control_characters", controls)
                                .once();
                    }
                    for (String out : new String[] {"UTF-8", "UTF-16-BE", "UTF-32-BE"}) {
                        t.op("UnicodeTranscode")
                                .input(in)
                                .attr("input_encoding", "UTF-8")
                                .attr("output_encoding", out)
                                .attr("errors", errors)
                                .attr("replace_control_characters", controls)
                                .once();
                    }
                }
            }
        }
        t.op("UnicodeDecodeWithOffsets")
                .input(TextCases.bytes(0, 'a', 0xd8, 0x3d, 0xde, 0))
                .attr("input_encoding", "UTF-16-BE")
                .once();
        t.op("UnicodeDecode")
                .input(TextCases.bytes('c', 0xe9))
                .attr("input_encoding", "ISO-8859-1")
                .attr("Tsplits", DType.INT32)
                .once();
        t.op("UnicodeDecode")
                .input(TextCases.bytes(0xff))
                .attr("input_encoding", "UTF-8")
                .attr("errors", "strict")
                .fails("Invalid formatting on input string")
                .once();
        t.op("UnicodeDecode")
                .input(WORDS)
                .attr("input_encoding", "nope")
                .fails("Could not create converter")
                .once();
        t.op("UnicodeDecodeWithOffsets")
                .input(WORDS)
                .attr("input_encoding", "nope")
                .fails("Could not create converter")
                .once();
        t.op("UnicodeTranscode")
                .input(TextCases.bytes(0xff))
                .attr("input_encoding", "UTF-8")
                .attr("output_encoding", "UTF-8")
                .attr("errors", "strict")
                .fails("Invalid formatting on input string")
                .once();
        for (String out : new String[] {"UTF-8", "UTF-16-BE", "UTF-32-BE"}) {
            t.op("UnicodeEncode")
                    .input(Tensor.vector(104, 233, 128512, 55296, 65, 1114112))
                    .ids(Shape.of(4), 0, 2, 2, 6)
                    .attr("output_encoding", out)
                    .once();
            t.op("UnicodeEncode")
                    .input(Tensor.vector(104, 233, 128512, 1114112))
                    .ids(Shape.of(4), 0, 2, 2, 4)
                    .attr("output_encoding", out)
                    .attr("errors", "ignore")
                    .once();
        }
        t.op("UnicodeEncode")
                .input(Tensor.vector(55296))
                .ids(Shape.of(2), 0, 1)
                .attr("output_encoding", "UTF-8")
                .attr("errors", "strict")
                .fails("Code point is out of range")
                .once();
        t.op("UnicodeEncode")
                .input(Tensor.vector(104))
                .ids(Shape.of(2), 0, 2)
                .attr("output_encoding", "UTF-8")
                .fails("Last value in input_splits")
                .once();
    }

    private static void grams(Cases t) {
        Tensor words = Tensor.vector("a", "b", "c", "d");
        for (int pad : new int[] {-1, 0, 1}) {
            for (boolean keep : new boolean[] {true, false}) {
                for (long[] widths : new long[][] {{2, 1}, {3}, {5, 4}}) {
                    grams(t, words, pad, keep, widths)
                            .ids(Shape.of(4), 0, 3, 4, 4)
                            .onceWide();
                }
            }
        }
        grams(t, words, 0, false, 0)
                .ids(Shape.of(2), 0, 4)
                .fails("ngram_widths must contain positive values")
                .onceWide();
        grams(t, words, 0, false, 2)
                .ids(Shape.of(2), 0, 5)
                .fails("Invalid split value 5")
                .onceWide();
        grams(t, words, 0, false, 2)
                .ids(Shape.of(2), 0, 3)
                .fails("Last split value must be data size")
                .onceWide();
        grams(t, words, 0, false, 2)
                .ids(Shape.of(2), 1, 4)
                .fails("First split value must be 0")
                .onceWide();
    }

    private static CaseBuilder grams(Cases t, Tensor words, int pad, boolean keep, long... widths) {
        return t.op("StringNGrams")
                .input(words)
                .attr("separator", "|")
                .ints("ngram_widths", widths)
                .attr("left_pad", "L")
                .attr("right_pad", "R")
                .attr("pad_width", pad)
                .attr("preserve_short_sequences", keep);
    }
}
