package io.leat.testkit.cases;

import static io.leat.testkit.CaseBuilder.ALL;

import io.leat.graph.Attr;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.Tensors;
import io.leat.testkit.CaseBuilder;
import io.leat.testkit.Cases;
import java.nio.charset.StandardCharsets;

/** Tensors as messages, and fields of messages whose types are known by name. */
public final class MessageCases {
    private static final DType F32 = DType.FLOAT32;

    private MessageCases() {}

    public static void addTo(Cases t) {
        tensors(t);
        decode(t);
        encode(t);
    }

    private static void tensors(Cases t) {
        t.op("SerializeTensor").fixed(2, 3).over(ALL);
        t.op("SerializeTensor").fixed().over(ALL);
        t.op("SerializeTensor").fixed(0).over(F32);
        Tensor floats = bytes(8, 1, 18, 4, 18, 2, 8, 2, 34, 8, 0, 0, 128, 63, 0, 0, 0, 64);
        t.op("ParseTensor").constant(floats).attr("out_type", F32).once();
        t.op("ParseTensor")
                .constant(floats)
                .attr("out_type", DType.INT32)
                .fails("Type mismatch between parsed tensor (float) and dtype (int32)")
                .once();
        t.op("ParseTensor")
                .constant(bytes(255, 255))
                .attr("out_type", F32)
                .fails("Could not parse `serialized` as TensorProto")
                .once();
    }

    private static Tensor bytes(int... values) {
        byte[] b = new byte[values.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = (byte) values[i];
        }
        return Tensors.strings(Shape.SCALAR, b);
    }

    private static CaseBuilder int64List(Cases t, byte[]... messages) {
        return t.op("DecodeProtoV2")
                .constant(Tensors.strings(Shape.of(messages.length), messages))
                .attr("message_type", "tensorflow.Int64List")
                .attr("field_names", Attr.of(new String[] {"value"}))
                .attr("output_types", Attr.of(new DType[] {DType.INT64}));
    }

    private static void decode(Cases t) {
        byte[] packed = {10, 3, 1, 2, 3};
        byte[] single = {8, 9, 8, 7};
        int64List(t, packed, single, new byte[0]).once();
        int64List(t, packed).attr("sanitize", true).once();
        int64List(t, "value: 4 value: -5".getBytes(StandardCharsets.UTF_8))
                .attr("message_format", "text")
                .once();
        t.op("DecodeProtoV2")
                .constant(Tensors.strings(Shape.of(1, 2), new byte[] {8, 3, 8, 5, 18, 1, 'x'}, new byte[] {18, 0}))
                .attr("message_type", "tensorflow.TensorShapeProto.Dim")
                .attr("field_names", Attr.of("name", "size"))
                .attr("output_types", Attr.of(DType.STRING, DType.INT64))
                .once();
        t.op("DecodeProtoV2")
                .constant(Tensors.strings(Shape.of(1), new byte[] {18, 2, 8, 4, 18, 2, 8, 5, 24, 1}))
                .attr("message_type", "tensorflow.TensorShapeProto")
                .attr("field_names", Attr.of("dim", "unknown_rank"))
                .attr("output_types", Attr.of(DType.STRING, DType.BOOL))
                .once();
        t.op("DecodeProtoV2")
                .constant(Tensors.strings(Shape.of(1), packed))
                .attr("message_type", "tensorflow.Int64List")
                .attr("field_names", Attr.of(new String[] {"other"}))
                .attr("output_types", Attr.of(new DType[] {DType.INT64}))
                .fails("Unknown field: other in message type tensorflow.Int64List")
                .once();
        t.op("DecodeProtoV2")
                .constant(Tensors.strings(Shape.of(1), packed))
                .attr("message_type", "tensorflow.NoSuchType")
                .attr("field_names", Attr.of(new String[] {"value"}))
                .attr("output_types", Attr.of(new DType[] {DType.INT64}))
                .fails("No descriptor found for message type tensorflow.NoSuchType")
                .once();
    }

    private static void encode(Cases t) {
        t.op("EncodeProto")
                .input(Tensor.of(Shape.of(2, 1), 3, 1))
                .list()
                .input(Tensor.of(Shape.of(2, 3), 1L, -2L, 300L, 4L, 5L, 6L))
                .end()
                .attr("message_type", "tensorflow.Int64List")
                .attr("field_names", Attr.of(new String[] {"value"}))
                .once();
        t.op("EncodeProto")
                .input(Tensor.of(Shape.of(2, 2), 1, 1, 0, 1))
                .list()
                .input(Tensor.of(Shape.of(2, 1), "x", "y"))
                .input(Tensor.of(Shape.of(2, 1), 7L, 8L))
                .end()
                .attr("message_type", "tensorflow.TensorShapeProto.Dim")
                .attr("field_names", Attr.of("name", "size"))
                .once();
        t.op("EncodeProto")
                .input(Tensor.of(Shape.of(1, 1), 4))
                .list()
                .input(Tensor.of(Shape.of(1, 2), 1L, 2L))
                .end()
                .attr("message_type", "tensorflow.Int64List")
                .attr("field_names", Attr.of(new String[] {"value"}))
                .fails("Size to write must not be larger than value tensor; but saw: 4 > 2 at message 0 field 0")
                .once();
    }
}
