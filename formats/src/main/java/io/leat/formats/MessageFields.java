package io.leat.formats;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import io.leat.formats.convert.DescriptorPool;
import io.leat.formats.convert.FieldReader;
import io.leat.formats.convert.FieldWriter;
import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Some fields of a type of protobuf messages that is known at run time only, as tensors. */
public final class MessageFields {
    private final Descriptor type;
    private final List<FieldDescriptor> fields;
    private final List<DType> dtypes;

    private MessageFields(Descriptor type, List<FieldDescriptor> fields, List<DType> dtypes) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.dtypes = List.copyOf(dtypes);
    }

    /**
     * @param source {@code local://} for TensorFlow's own types, {@code bytes://} and a serialised
     *     {@code FileDescriptorSet}, or the path of a file that holds one
     * @param message the full name of the type
     * @param names of fields, or full names of extensions
     * @param dtypes what each is to be read as
     * @throws InvalidArgumentException if there is no such source, type or field, or a field cannot be of that dtype
     */
    public static MessageFields of(byte[] source, String message, List<String> names, List<DType> dtypes) {
        if (names.size() != dtypes.size()) {
            throw new InvalidArgumentException("field_names and output_types attributes must have the same length");
        }
        DescriptorPool pool = DescriptorPool.of(source);
        Descriptor type = pool.message(message);
        if (type == null) {
            throw new InvalidArgumentException("No descriptor found for message type " + message);
        }
        List<FieldDescriptor> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            FieldDescriptor f = pool.field(type, names.get(i));
            if (f == null) {
                throw new InvalidArgumentException("Unknown field: " + names.get(i) + " in message type " + message);
            }
            if (!FieldReader.dtypes(f).contains(dtypes.get(i))) {
                throw new InvalidArgumentException("Unexpected output type for " + f.getFullName() + ": " + f.getType()
                        + " to " + dtypes.get(i).signatureName());
            }
            fields.add(f);
        }
        return new MessageFields(type, fields, dtypes);
    }

    /**
     * The values of each field in a message, as vectors.
     *
     * @param text whether the message is in protobuf's text format
     * @param checked whether the message is to be read and written once before, which sorts out what it should not hold
     * @throws DataLossException if the bytes are no message
     */
    public List<Tensor> decode(byte[] message, boolean text, boolean checked) {
        return FieldReader.read(FieldReader.binary(type, message, text, checked), fields, dtypes);
    }

    /** What each field is where it is missing, as vectors of one element. */
    public List<Tensor> defaults() {
        List<Tensor> all = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            all.add(FieldReader.ifMissing(fields.get(i), dtypes.get(i)));
        }
        return all;
    }

    /** The message with these values, a vector for each field, in the order of the fields' numbers. */
    public byte[] encode(List<Tensor> values) {
        return FieldWriter.write(fields, values);
    }
}
