package io.leat.formats.convert;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TextFormat;
import com.google.protobuf.WireFormat;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads fields of messages from the wire, so that messages within messages stay the bytes that they are. */
public final class FieldReader {
    private FieldReader() {}

    /** The dtypes that a field can be read as. */
    public static Set<DType> dtypes(FieldDescriptor f) {
        return switch (f.getType()) {
            case DOUBLE -> Set.of(DType.FLOAT64);
            case FLOAT -> Set.of(DType.FLOAT32, DType.FLOAT64);
            case INT64, SINT64, SFIXED64 -> Set.of(DType.INT64);
            case UINT64, FIXED64 -> Set.of(DType.UINT64);
            case INT32, SINT32, SFIXED32 -> Set.of(DType.INT32, DType.INT64);
            case UINT32, FIXED32 -> Set.of(DType.UINT32, DType.UINT64);
            case BOOL -> Set.of(DType.BOOL);
            case ENUM -> Set.of(DType.INT32);
            case STRING, BYTES, MESSAGE, GROUP -> Set.of(DType.STRING);
        };
    }

    /** The message on the wire. */
    public static byte[] binary(Descriptor type, byte[] message, boolean text, boolean checked) {
        try {
            if (text) {
                var builder = DynamicMessage.newBuilder(type);
                TextFormat.merge(new String(message, StandardCharsets.UTF_8), builder);
                return builder.buildPartial().toByteArray();
            }
            return checked ? DynamicMessage.parseFrom(type, message).toByteArray() : message;
        } catch (TextFormat.ParseException e) {
            throw new DataLossException("Unable to parse text protobuf: " + e.getMessage(), null, e);
        } catch (InvalidProtocolBufferException e) {
            throw new DataLossException("Unable to parse binary protobuf: " + e.getMessage(), null, e);
        }
    }

    /** The values of each field as a vector, of one that is not repeated the last. */
    public static List<Tensor> read(byte[] message, List<FieldDescriptor> fields, List<DType> dtypes) {
        Map<Integer, Found> wanted = new HashMap<>();
        List<List<Object>> values = new ArrayList<>();
        for (FieldDescriptor f : fields) {
            Found found = wanted.computeIfAbsent(f.getNumber(), n -> new Found(f, new ArrayList<>()));
            values.add(found.values);
        }
        try {
            read(CodedInputStream.newInstance(message), wanted);
        } catch (IOException e) {
            throw new DataLossException("Unable to parse binary protobuf: " + e.getMessage(), null, e);
        }
        List<Tensor> out = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            List<Object> all = values.get(i);
            boolean one = !fields.get(i).isRepeated() && all.size() > 1;
            out.add(vector(one ? List.of(all.getLast()) : all, dtypes.get(i)));
        }
        return out;
    }

    /** The values of a field so far. */
    private record Found(FieldDescriptor field, List<Object> values) {}

    private static void read(CodedInputStream in, Map<Integer, Found> wanted) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            Found found = wanted.get(WireFormat.getTagFieldNumber(tag));
            int wire = WireFormat.getTagWireType(tag);
            if (found == null) {
                in.skipField(tag);
            } else if (wire == WireFormat.WIRETYPE_LENGTH_DELIMITED && found.field.isPackable()) {
                int before = in.pushLimit(in.readRawVarint32());
                while (in.getBytesUntilLimit() > 0) {
                    found.values.add(value(in, found.field));
                }
                in.popLimit(before);
            } else if (wire == found.field.getLiteType().getWireType()) {
                found.values.add(value(in, found.field));
            } else {
                in.skipField(tag);
            }
        }
    }

    private static Object value(CodedInputStream in, FieldDescriptor f) throws IOException {
        return switch (f.getType()) {
            case DOUBLE -> in.readDouble();
            case FLOAT -> (double) in.readFloat();
            case INT64 -> in.readInt64();
            case UINT64 -> in.readUInt64();
            case INT32 -> (long) in.readInt32();
            case FIXED64 -> in.readFixed64();
            case FIXED32 -> Integer.toUnsignedLong(in.readFixed32());
            case BOOL -> in.readBool() ? 1L : 0L;
            case STRING, BYTES, MESSAGE -> in.readByteArray();
            case GROUP -> {
                var group = new ByteArrayOutputStream();
                CodedOutputStream out = CodedOutputStream.newInstance(group);
                in.skipMessage(out);
                in.checkLastTagWas(f.getNumber() << 3 | WireFormat.WIRETYPE_END_GROUP);
                out.flush();
                yield group.toByteArray();
            }
            case UINT32 -> Integer.toUnsignedLong(in.readUInt32());
            case ENUM -> (long) in.readEnum();
            case SFIXED32 -> (long) in.readSFixed32();
            case SFIXED64 -> in.readSFixed64();
            case SINT32 -> (long) in.readSInt32();
            case SINT64 -> in.readSInt64();
        };
    }

    /** The value of a field that is missing, as a vector of one element. */
    public static Tensor ifMissing(FieldDescriptor f, DType dtype) {
        if (f.isRepeated() || f.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return Tensor.zeros(dtype, Shape.of(1));
        }
        Object value = switch (f.getDefaultValue()) {
            case EnumValueDescriptor e -> (long) e.getNumber();
            case Boolean b -> b ? 1L : 0L;
            case Integer i -> dtypes(f).contains(DType.UINT32) ? Integer.toUnsignedLong(i) : Long.valueOf(i);
            case Float x -> x.doubleValue();
            case String s -> s.getBytes(StandardCharsets.UTF_8);
            case ByteString b -> b.toByteArray();
            case Object other -> other;
        };
        return vector(List.of(value), dtype);
    }

    private static Tensor vector(List<Object> values, DType dtype) {
        Elements e = Elements.allocate(dtype, Shape.of(values.size()));
        for (int i = 0; i < values.size(); i++) {
            switch (values.get(i)) {
                case Long whole -> e.setInteger(i, whole);
                case Double real -> e.set(i, real);
                case byte[] bytes -> e.setString(i, bytes);
                default -> throw new IllegalStateException();
            }
        }
        return e.tensor();
    }
}
