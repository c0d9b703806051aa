package io.leat.testkit.cases;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import io.leat.testkit.Domain;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reading records, numbers and sounds from bytes. */
public final class ParsingCases {
    private static final DType F32 = DType.FLOAT32;

    private ParsingCases() {}

    public static void addTo(Cases t) {
        raw(t);
        csv(t);
        sound(t);
        examples(t);
    }

    private static Tensor bytes(Shape shape, byte[]... values) {
        Elements e = Elements.allocate(DType.STRING, shape);
        for (int i = 0; i < values.length; i++) {
            e.setString(i, values[i]);
        }
        return e.tensor();
    }

    private static void raw(Cases t) {
        byte[] a = new byte[16];
        byte[] b = new byte[16];
        for (int i = 0; i < 16; i++) {
            a[i] = (byte) (17 * i - 100);
            b[i] = (byte) (31 - 7 * i);
        }
        Tensor two = bytes(Shape.of(2, 1), a, b);
        for (boolean little : new boolean[] {true, false}) {
            for (DType type : new DType[] {
                DType.FLOAT16,
                F32,
                DType.FLOAT64,
                DType.INT32,
                DType.UINT16,
                DType.UINT8,
                DType.INT16,
                DType.INT8,
                DType.INT64,
                DType.COMPLEX64,
                DType.COMPLEX128,
                DType.BFLOAT16
            }) {
                t.op("DecodeRaw")
                        .input(two)
                        .attr("out_type", type)
                        .attr("little_endian", little)
                        .once();
            }
        }
        t.op("DecodeRaw")
                .input(bytes(Shape.of(1), new byte[] {0, 1}))
                .attr("out_type", DType.BOOL)
                .once();
        t.op("DecodeRaw")
                .input(bytes(Shape.of(1), new byte[0]))
                .attr("out_type", F32)
                .once();
        t.op("DecodeRaw").input(bytes(Shape.of(0))).attr("out_type", F32).once();
        t.op("DecodeRaw")
                .input(Tensor.vector("abc"))
                .attr("out_type", F32)
                .fails("that is not a multiple of 4")
                .once();
        t.op("DecodeRaw")
                .input(Tensor.vector("abcd", "ab"))
                .attr("out_type", DType.INT8)
                .fails("to all be the same size")
                .once();
    }

    private static void csv(Cases t) {
        Tensor lines = Tensor.vector("1,2.5,a", "3,,\"b\"\"c\"", "4,1e3,\"x,y\"\n");
        t.op("DecodeCSV")
                .input(Tensor.vector("1,2.5,a", "3,,\"b\"\"c\"", "4,1e3,\"x,y\""))
                .list()
                .input(Tensor.vector(0))
                .input(Tensor.vector(-1f))
                .input(Tensor.scalar("d"))
                .end()
                .once();
        t.op("DecodeCSV")
                .input(lines)
                .list()
                .input(Tensor.vector(0L))
                .input(Tensor.scalar(2.5))
                .input(Tensor.vector(""))
                .end()
                .fails("Quote inside a string has to be escaped")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.scalar("1|NA|x|"))
                .list()
                .input(Tensor.vector(0L))
                .input(Tensor.vector(7.0))
                .input(Tensor.vector(""))
                .input(Tensor.vector("e"))
                .end()
                .attr("field_delim", "|")
                .attr("na_value", "NA")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("a,\"b\",c"))
                .list()
                .input(Tensor.vector(""))
                .input(Tensor.vector(""))
                .end()
                .ints("select_cols", 0, 2)
                .attr("use_quote_delim", false)
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("1"))
                .list()
                .input(Tensor.vector(0))
                .input(Tensor.vector(0))
                .end()
                .fails("Expect 2 fields but have 1 in record 0")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("1.5"))
                .list()
                .input(Tensor.vector(0))
                .end()
                .fails("Field 0 in record 0 is not a valid int32: 1.5")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("1,"))
                .list()
                .input(Tensor.vector(0))
                .input(Tensor.of(Shape.of(0), new int[0]))
                .end()
                .fails("Field 1 is required but missing in record 0!")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("a\"b"))
                .list()
                .input(Tensor.vector(""))
                .end()
                .fails("Unquoted fields cannot have quotes/CRLFs inside")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.vector("\"a\"b\""))
                .list()
                .input(Tensor.vector(""))
                .end()
                .fails("Quote inside a string has to be escaped")
                .once();
        t.op("DecodeCSV")
                .input(Tensor.of(Shape.of(0), new String[0]))
                .list()
                .input(Tensor.vector(0))
                .end()
                .once();
    }

    private static byte[] wav(int channels, int samples) {
        var b = ByteBuffer.allocate(44 + channels * samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        b.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + channels * samples * 2);
        b.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        b.putShort((short) 1).putShort((short) channels).putInt(16000).putInt(32000 * channels);
        b.putShort((short) (2 * channels)).putShort((short) 16);
        b.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(channels * samples * 2);
        for (int i = 0; i < channels * samples; i++) {
            b.putShort((short) (i * 7919 - 20000));
        }
        return b.array();
    }

    private static void sound(Cases t) {
        for (int channels = 1; channels < 3; channels++) {
            Tensor file = bytes(Shape.SCALAR, wav(channels, 10));
            t.op("DecodeWav").input(file).once();
            t.op("DecodeWav")
                    .input(file)
                    .attr("desired_samples", 16)
                    .attr("desired_channels", 2)
                    .once();
            t.op("DecodeWav")
                    .input(file)
                    .attr("desired_samples", 4)
                    .attr("desired_channels", 1)
                    .once();
        }
        t.op("DecodeWav")
                .input(bytes(Shape.SCALAR, Arrays.copyOf(wav(1, 10), 40)))
                .fails("")
                .once();
        t.op("DecodeWav")
                .input(Tensor.scalar("RIFX and what follows it, which is long enough"))
                .fails("Header mismatch: Expected RIFF but found RIFX")
                .once();
        t.op("EncodeWav")
                .of(F32, Domain.of(-1.2, 1.2), 9, 2)
                .input(Tensor.scalar(8000))
                .once();
        t.op("EncodeWav")
                .input(Tensor.of(Shape.of(4, 1), 0.5f, -0.00001f, 1f, -1f))
                .input(Tensor.scalar(44100))
                .once();
        t.op("EncodeWav")
                .of(F32, Domain.UNIT, 9, 2)
                .input(Tensor.scalar(0))
                .fails("sample_rate must be in (0, 2^32), got: 0")
                .once();
        t.op("EncodeWav")
                .of(F32, Domain.UNIT, 9)
                .input(Tensor.scalar(8000))
                .fails("")
                .once();
        for (boolean squared : new boolean[] {true, false}) {
            t.op("AudioSpectrogram")
                    .of(F32, Domain.UNIT, 100, 1)
                    .attr("window_size", 32)
                    .attr("stride", 16)
                    .attr("magnitude_squared", squared)
                    .once();
            t.op("AudioSpectrogram")
                    .of(F32, Domain.UNIT, 70, 2)
                    .attr("window_size", 20)
                    .attr("stride", 7)
                    .attr("magnitude_squared", squared)
                    .once();
        }
        t.op("AudioSpectrogram")
                .of(F32, Domain.UNIT, 10, 1)
                .attr("window_size", 20)
                .attr("stride", 7)
                .once();
        t.op("AudioSpectrogram")
                .of(F32, Domain.UNIT, 10)
                .attr("window_size", 20)
                .attr("stride", 7)
                .fails("")
                .once();
        Domain powers = Domain.of(0, 9);
        t.op("Mfcc").of(F32, powers, 1, 3, 129).input(Tensor.scalar(16000)).once();
        t.op("Mfcc")
                .of(F32, powers, 2, 2, 257)
                .input(Tensor.scalar(16000))
                .attr("dct_coefficient_count", 10)
                .attr("upper_frequency_limit", 7600f)
                .attr("filterbank_channel_count", 20)
                .once();
        t.op("Mfcc").of(F32, powers, 1, 0, 129).input(Tensor.scalar(16000)).once();
        t.op("Mfcc")
                .of(F32, powers, 3, 129)
                .input(Tensor.scalar(16000))
                .fails("")
                .once();
    }

    /** A feature of an {@code Example}: field numbers 1 for strings, 2 for floats, 3 for integers. */
    private static byte[] feature(String name, int kind, byte[] packed) {
        return field(1, join(field(1, name.getBytes(StandardCharsets.UTF_8)), field(2, field(kind, packed))));
    }

    private static byte[] field(int number, byte[] content) {
        return join(new byte[] {(byte) (number << 3 | 2), (byte) content.length}, content);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] p : parts) {
            out.writeBytes(p);
        }
        return out.toByteArray();
    }

    private static byte[] floats(float... values) {
        var b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float v : values) {
            b.putFloat(v);
        }
        return field(1, b.array());
    }

    private static byte[] small(int... values) {
        byte[] b = new byte[values.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) values[i];
        }
        return field(1, b);
    }

    private static byte[] words(String... values) {
        byte[][] all = new byte[values.length][];
        for (int i = 0; i < all.length; i++) {
            all[i] = field(1, values[i].getBytes(StandardCharsets.UTF_8));
        }
        return join(all);
    }

    private static byte[] example(byte[]... features) {
        return field(1, join(features));
    }

    private static void examples(Cases t) {
        byte[] first = example(
                feature("f", 2, floats(1.5f, -2)), feature("i", 3, small(3, 4, 5)), feature("s", 1, words("a", "bc")));
        byte[] second = example(feature("f", 2, floats(7, 8)), feature("s", 1, words("d")));
        Tensor batch = bytes(Shape.of(2), first, second);
        Tensor none = bytes(Shape.of(0));
        Tensor noFloats = Tensor.of(Shape.of(0), new float[0]);
        for (Tensor in : new Tensor[] {batch, bytes(Shape.SCALAR, first)}) {
            parse(t, in, none, Shape.of(2), noFloats).once();
            parse(t, in, none, Shape.of(-1), Tensor.scalar(9f)).once();
            parse(t, in, none, Shape.of(-1, 2), Tensor.scalar(9f)).once();
            parse(t, in, none, Shape.of(3), noFloats).fails("").once();
        }
        t.op("ParseExample")
                .input(batch)
                .input(none)
                .list()
                .input(Tensor.scalar("s"))
                .end()
                .list()
                .input(Tensor.scalar("f"))
                .input(Tensor.scalar("i"))
                .end()
                .list()
                .input(noFloats)
                .input(Tensor.vector(7L, 8L, 9L))
                .end()
                .attr("sparse_types", new Attr.Items(List.of(Attr.of(DType.STRING))))
                .attr("dense_shapes", new Attr.Items(List.of(Attr.of(Shape.of(2)), Attr.of(Shape.of(3)))))
                .once();
        t.op("ParseExample")
                .input(batch)
                .input(Tensor.vector("x", "y"))
                .list()
                .end()
                .list()
                .input(Tensor.scalar("i"))
                .end()
                .list()
                .input(Tensor.of(Shape.of(0), new long[0]))
                .end()
                .attr("sparse_types", new Attr.Items(List.of()))
                .attr("dense_shapes", new Attr.Items(List.of(Attr.of(Shape.of(3)))))
                .fails("Name: y, Feature: i (data type: int64) is required but could not be found.")
                .once();
        t.op("ParseSingleExample")
                .input(bytes(Shape.SCALAR, first))
                .list()
                .input(noFloats)
                .end()
                .attr("num_sparse", 1)
                .attr("sparse_keys", new Attr.Items(List.of(Attr.of("s"))))
                .attr("dense_keys", new Attr.Items(List.of(Attr.of("f"))))
                .attr("sparse_types", new Attr.Items(List.of(Attr.of(DType.STRING))))
                .attr("dense_shapes", new Attr.Items(List.of(Attr.of(Shape.of(2)))))
                .once();
    }

    /** Feature {@code f} dense, {@code i} ragged, {@code s} sparse. */
    private static CaseBuilder parse(Cases t, Tensor in, Tensor names, Shape shape, Tensor ifMissing) {
        return t.op("ParseExampleV2")
                .input(in)
                .input(names)
                .input(Tensor.vector("s"))
                .input(Tensor.vector("f"))
                .input(Tensor.vector("i"))
                .list()
                .input(ifMissing)
                .end()
                .attr("num_sparse", 1)
                .attr("sparse_types", new Attr.Items(List.of(Attr.of(DType.STRING))))
                .attr("ragged_value_types", new Attr.Items(List.of(Attr.of(DType.INT64))))
                .attr("ragged_split_types", new Attr.Items(List.of(Attr.of(DType.INT32))))
                .attr("dense_shapes", new Attr.Items(List.of(Attr.of(shape))));
    }
}
