package io.leat.formats.convert;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes fields of messages to the wire; messages within messages are given as their bytes. */
public final class FieldWriter {
    private FieldWriter() {}

    /** The message with these values, a vector for each field, in the order of the fields' numbers. */
    public static byte[] write(List<FieldDescriptor> fields, List<Tensor> values) {
        var bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        List<Integer> order = IntStream.range(0, fields.size())
                .boxed()
                .sorted(Comparator.comparing(i -> fields.get(i).getNumber()))
                .toList();
        try {
            for (int i : order) {
                write(out, fields.get(i), Elements.of(values.get(i)));
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(CodedOutputStream out, FieldDescriptor f, Elements e) throws IOException {
        int number = f.getNumber();
        if (e.size() > 0 && f.isPacked()) {
            var packed = new ByteArrayOutputStream();
            CodedOutputStream inner = CodedOutputStream.newInstance(packed);
            for (int i = 0; i < e.size(); i++) {
                value(inner, f, e, i);
            }
            inner.flush();
            out.writeByteArray(number, packed.toByteArray());
            return;
        }
        for (int i = 0; i < e.size(); i++) {
            out.writeTag(number, f.getLiteType().getWireType());
            value(out, f, e, i);
            if (f.getType() == FieldDescriptor.Type.GROUP) {
                out.writeTag(number, WireFormat.WIRETYPE_END_GROUP);
            }
        }
    }

    private static void value(CodedOutputStream out, FieldDescriptor f, Elements e, int i) throws IOException {
        switch (f.getType()) {
            case DOUBLE -> out.writeDoubleNoTag(e.real(i));
            case FLOAT -> out.writeFloatNoTag((float) e.real(i));
            case INT64 -> out.writeInt64NoTag(e.integer(i));
            case UINT64 -> out.writeUInt64NoTag(e.integer(i));
            case INT32 -> out.writeInt32NoTag((int) e.integer(i));
            case FIXED64 -> out.writeFixed64NoTag(e.integer(i));
            case FIXED32 -> out.writeFixed32NoTag((int) e.integer(i));
            case BOOL -> out.writeBoolNoTag(e.integer(i) != 0);
            case STRING, BYTES, MESSAGE -> out.writeByteArrayNoTag(e.string(i));
            case GROUP -> out.writeRawBytes(e.string(i));
            case UINT32 -> out.writeUInt32NoTag((int) e.integer(i));
            case ENUM -> out.writeEnumNoTag((int) e.integer(i));
            case SFIXED32 -> out.writeSFixed32NoTag((int) e.integer(i));
            case SFIXED64 -> out.writeSFixed64NoTag(e.integer(i));
            case SINT32 -> out.writeSInt32NoTag((int) e.integer(i));
            case SINT64 -> out.writeSInt64NoTag(e.integer(i));
        }
    }
}
