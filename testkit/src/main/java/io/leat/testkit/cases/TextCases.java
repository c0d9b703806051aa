package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.NUMBERS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;

/** Ops on texts: cutting, joining, hashing, numbers and encodings. */
public final class TextCases {
    private static final Tensor WORDS =
            Tensor.of(Shape.of(2, 3), "abc", "", " Leat  runs ", "a-b--c", "h\u00e9llo", "\tx\n");

    private TextCases() {}

    public static void addTo(Cases t) {
        maps(t);
        splits(t);
        parts(t);
        numbers(t);
        unicode(t);
        grams(t);
    }

    private static Tensor bytes(int... values) {
        Elements e = Elements.allocate(DType.STRING, Shape.of(1));
        byte[] b = new byte[values.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) values[i];
        }
        e.setString(0, b);
        return e.tensor();
    }

    private static void maps(Cases t) {
        for (String op : new String[] {"StringLower", "StringUpper"}) {
            t.op(op).input(Tensor.vector("aB\u00e9\u00c9", "\u00df", "")).once();
            t.op(op)
                    .input(Tensor.vector("aB\u00e9\u00c9", "\u00df", "\u0130", "\u0391\u03a3"))
                    .attr("encoding", "utf-8")
                    .once();
            t.op(op)
                    .input(WORDS)
                    .attr("encoding", "latin")
                    .fails("only utf-8 or ''")
                    .once();
        }
        t.op("StringStrip").input(WORDS).once();
        t.op("EncodeBase64").input(WORDS).once();
        t.op("EncodeBase64").input(bytes(0xfb, 0xff, 1, 2)).attr("pad", true).once();
        t.op("DecodeBase64").input(Tensor.vector("YQ==", "YQ", "-_8", "")).once();
        t.op("DecodeBase64")
                .input(Tensor.vector("Y"))
                .fails("Base64 string length cannot be 1 modulo 4")
                .once();
        t.op("DecodeBase64")
                .input(Tensor.vector("+/8"))
                .fails("Invalid character found in base64")
                .once();
        for (int n :
                new int[] {0, 1, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 100, 127, 128, 129, 200, 513}) {
            Tensor text =
                    Tensor.scalar("The quick brown fox ".repeat(n / 20 + 1).substring(0, n));
            for (String op : new String[] {"StringToHashBucketFast", "StringToHashBucket"}) {
                t.op(op).input(text).attr("num_buckets", Long.MAX_VALUE).once();
            }
            t.op("StringToHashBucketStrong")
                    .input(text)
                    .attr("num_buckets", 1L << 60)
                    .ints("key", 17, -3)
                    .once();
        }
        t.op("StringToHashBucketFast").input(WORDS).attr("num_buckets", 10).once();
        t.op("StringToHashBucketStrong")
                .input(WORDS)
                .attr("num_buckets", 10)
                .ints("key", 1)
                .fails("Key must have 2 elements")
                .once();
        String[][] rewrites = {
            {"a", "X"},
            {"x*", "-"},
            {"(l+)", "<\\1\\0>"},
            {"\\s+", "\\\\"},
            {"^a", "-"},
            {"[[:alpha:]]", "."},
            {"a", "\\1"},
            {"(?P<name>b)", "\\1\\1"},
            {"(?i)ABC", "x"},
            {"b|-", ""},
            {"[^a-c]", "_"},
            {".", "\u00e9"}
        };
        for (String[] r : rewrites) {
            for (boolean all : new boolean[] {true, false}) {
                t.op("StaticRegexReplace")
                        .input(WORDS)
                        .attr("pattern", r[0])
                        .attr("rewrite", r[1])
                        .attr("replace_global", all)
                        .once();
            }
            t.op("RegexReplace")
                    .input(WORDS)
                    .input(Tensor.scalar(r[0]))
                    .input(Tensor.scalar(r[1]))
                    .once();
        }
        t.op("StaticRegexReplace")
                .input(bytes('a', 0xff, 'a'))
                .attr("pattern", "a")
                .attr("rewrite", "b")
                .once();
        t.op("StaticRegexReplace")
                .input(WORDS)
                .attr("pattern", "(")
                .attr("rewrite", "")
                .fails("Invalid pattern")
                .once();
        t.op("RegexReplace")
                .input(WORDS)
                .input(Tensor.scalar("["))
                .input(Tensor.scalar(""))
                .fails("Invalid pattern")
                .once();
        t.op("RegexReplace")
                .input(WORDS)
                .input(Tensor.vector("a", "b"))
                .input(Tensor.scalar(""))
                .fails("")
                .once();
    }

    private static void splits(Cases t) {
        Tensor rows = Tensor.vector(" a b  c ", "", "x", "a--b-c", "\ta\nb");
        for (String sep : new String[] {" ", "", "-", " -", "--"}) {
            for (boolean skip : new boolean[] {true, false}) {
                t.op("StringSplit")
                        .input(rows)
                        .input(Tensor.scalar(sep))
                        .attr("skip_empty", skip)
                        .once();
            }
            for (int most : new int[] {-1, 0, 1, 2}) {
                t.op("StringSplitV2")
                        .input(rows)
                        .input(Tensor.scalar(sep))
                        .attr("maxsplit", most)
                        .once();
            }
        }
        t.op("StringSplit")
                .input(Tensor.of(Shape.of(0), new String[0]))
                .input(Tensor.scalar(" "))
                .once();
        t.op("StringSplitV2")
                .input(Tensor.of(Shape.of(0), new String[0]))
                .input(Tensor.scalar(" "))
                .once();
        t.op("StringSplitV2").input(WORDS).input(Tensor.scalar(" ")).fails("").once();
        t.op("StringSplitV2")
                .input(rows)
                .input(Tensor.vector(" ", "-"))
                .fails("")
                .once();
    }

    private static void parts(Cases t) {
        for (String unit : new String[] {"BYTE", "UTF8_CHAR"}) {
            t.op("StringLength").input(WORDS).attr("unit", unit).once();
            t.op("StringLength")
                    .input(bytes(0xff, 0x80, 'a'))
                    .attr("unit", unit)
                    .once();
            long[][] places = {{0, 2}, {-3, 2}, {3, 10}, {5, 1}, {1, -1}, {2, 0}};
            for (long[] p : places) {
                t.op("Substr")
                        .input(Tensor.vector("hello", "h\u00e9ll\u00f6"))
                        .input(Tensor.scalar(p[0]))
                        .input(Tensor.scalar(p[1]))
                        .attr("unit", unit)
                        .once();
            }
            t.op("Substr")
                    .input(WORDS)
                    .input(Tensor.of(Shape.of(2, 3), 0, 0, 1, 2, 3, 1))
                    .input(Tensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6))
                    .attr("unit", unit)
                    .once();
            t.op("Substr")
                    .input(Tensor.scalar("hello"))
                    .input(Tensor.vector(1, 2))
                    .input(Tensor.vector(2, 2))
                    .attr("unit", unit)
                    .once();
            t.op("Substr")
                    .input(Tensor.vector("hello"))
                    .input(Tensor.scalar(6))
                    .input(Tensor.scalar(1))
                    .attr("unit", unit)
                    .fails("pos 6 out of range")
                    .once();
        }
        t.op("Substr")
                .input(Tensor.vector("a", "b", "c"))
                .input(Tensor.vector(1, 2))
                .input(Tensor.vector(1, 2))
                .fails("")
                .once();
        for (boolean keep : new boolean[] {true, false}) {
            t.op("ReduceJoin")
                    .input(WORDS)
                    .index(0, 1)
                    .attr("keep_dims", keep)
                    .attr("separator", "+")
                    .once();
            t.op("ReduceJoin").input(WORDS).index(1, 0).attr("keep_dims", keep).once();
            t.op("ReduceJoin")
                    .input(WORDS)
                    .index(-2)
                    .attr("keep_dims", keep)
                    .attr("separator", "+")
                    .once();
            t.op("ReduceJoin").input(WORDS).axis(1).attr("keep_dims", keep).once();
            t.op("ReduceJoin").input(WORDS).index().attr("keep_dims", keep).once();
        }
        t.op("ReduceJoin")
                .input(Tensor.of(Shape.of(0, 2), new String[0]))
                .axis(0)
                .once();
        t.op("ReduceJoin").input(WORDS).index(0, 0).fails("").once();
        t.op("ReduceJoin").input(WORDS).index(2).fails("").once();
    }

    private static void numbers(Cases t) {
        t.op("AsString").x(2, 3).over(NUMBERS);
        t.op("AsString").x(3).over(DType.BOOL, DType.STRING);
        t.op("AsString").x(0).over(DType.FLOAT32);
        double[] extreme = {
            1.5,
            -2,
            1e20,
            0.1,
            1e-7,
            123456.789,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0,
            2.5
        };
        DType[] floats = {DType.FLOAT32, DType.FLOAT64, DType.COMPLEX64};
        for (String form : new String[] {"", "scientific", "shortest"}) {
            for (int precision : new int[] {-1, 0, 3, 12}) {
                for (String fill : new String[] {"", "0", "-", "+", " "}) {
                    var b = t.op("AsString")
                            .values(Shape.of(12), extreme)
                            .attr("precision", precision)
                            .attr("fill", fill)
                            .attr("width", 9);
                    (form.isEmpty() ? b : b.attr(form, true)).over(floats);
                }
            }
        }
        for (String fill : new String[] {"", "0", "-", "+", " "}) {
            t.op("AsString")
                    .values(Shape.of(3), -5, 0, 77)
                    .attr("width", 6)
                    .attr("fill", fill)
                    .over(DType.INT32, DType.INT64, DType.INT8);
        }
        t.op("AsString").input(Tensor.vector(Long.MIN_VALUE, Long.MAX_VALUE)).once();
        t.op("AsString")
                .x(1)
                .attr("precision", 3)
                .fails("precision not supported")
                .over(DType.INT32);
        t.op("AsString")
                .x(1)
                .attr("scientific", true)
                .attr("shortest", true)
                .fails("Cannot select both")
                .over(DType.FLOAT32);
        t.op("AsString")
                .x(1)
                .attr("fill", "ab")
                .fails("Fill string must be one")
                .over(DType.FLOAT32);
        t.op("AsString")
                .x(1)
                .attr("fill", "x")
                .fails("Fill argument not supported")
                .over(DType.FLOAT32);
        Tensor reals = Tensor.vector(
                "1.5", "  2 ", "1e3", "inf", "nan", "0x10", "1e400", "-1e-400", ".5", "5.", "3.4028236e38");
        Tensor whole = Tensor.vector("12", " 12 ", "0", "007");
        for (DType type : new DType[] {DType.FLOAT32, DType.FLOAT64}) {
            t.op("StringToNumber").input(reals).attr("out_type", type).once();
        }
        for (DType type : new DType[] {DType.INT32, DType.INT64, DType.UINT32, DType.UINT64}) {
            t.op("StringToNumber").input(whole).attr("out_type", type).once();
            for (String wrong : new String[] {"", "1.0", "0x10", "- 1", "99999999999999999999"}) {
                t.op("StringToNumber")
                        .input(Tensor.scalar(wrong))
                        .attr("out_type", type)
                        .fails("could not correctly convert")
                        .once();
            }
        }
        for (String wrong : new String[] {"", "abc", "1f", "1.5d", "+-3", "1e", "infin", "1_0"}) {
            t.op("StringToNumber")
                    .input(Tensor.scalar(wrong))
                    .attr("out_type", DType.FLOAT32)
                    .fails("could not correctly convert")
                    .once();
        }
    }

    private static void unicode(Cases t) {
        Tensor[] inputs = {
            Tensor.vector("h\u00e9llo", "", "\u0001a\n", "\ud83d\ude00"),
            bytes(0xff, 0x80, 'a'),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf0, 0x9f, 0x98),
            bytes(0xe9, 1, 'a')
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
                .input(bytes(0, 'a', 0xd8, 0x3d, 0xde, 0))
                .attr("input_encoding", "UTF-16-BE")
                .once();
        t.op("UnicodeDecode")
                .input(bytes('c', 0xe9))
                .attr("input_encoding", "ISO-8859-1")
                .attr("Tsplits", DType.INT32)
                .once();
        t.op("UnicodeDecode")
                .input(bytes(0xff))
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
                .input(bytes(0xff))
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
