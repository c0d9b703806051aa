package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.NUMBERS;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
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
    }

    static Tensor bytes(int... values) {
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
}
