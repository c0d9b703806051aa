package io.leat.ops.io;

import io.leat.tensor.DType;
import io.leat.tensor.DataLossException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads and writes protobuf messages: tensors, and messages of types that a graph describes. The module of the ops knows
 * no file formats: an implementation is found by {@link ServiceLoader}.
 */
public interface ProtoIo {
    /** TensorFlow's {@code TensorProto} of a tensor, as {@code SerializeTensor} writes it. */
    byte[] write(Tensor t);

    /**
     * The tensor in a {@code TensorProto}.
     *
     * @throws InvalidArgumentException if the bytes are no such message
     */
    Tensor parse(byte[] message);

    /** Some fields of a type of messages. */
    interface Fields {
        /**
         * The values of each field in a message, as a vector; empty for a field that is missing.
         *
         * @param text whether the message is in protobuf's text format
         * @param checked whether the message is read and written once before
         * @throws DataLossException if the bytes are no message
         */
        List<Tensor> decode(byte[] message, boolean text, boolean checked);

        /** What each field is where it is missing, as vectors of one element. */
        List<Tensor> defaults();

        /** The message with these values, a vector for each field. */
        byte[] encode(List<Tensor> values);
    }

    /**
     * Fields of a type of messages.
     *
     * @param source {@code local://} for the types that the implementation has, {@code bytes://} and a file descriptor
     *     set, or the path of a file that holds one
     * @throws InvalidArgumentException if there is no such type or field, or a field cannot have that dtype
     */
    Fields fields(byte[] source, String message, List<String> names, List<DType> dtypes);

    /** @throws UnimplementedException if there is no implementation */
    static ProtoIo find() {
        return Holder.FOUND.orElseThrow(() -> new UnimplementedException("no module that reads messages is there"));
    }

    /** Looked up once. */
    final class Holder {
        private static final Optional<ProtoIo> FOUND = ServiceLoader.load(ProtoIo.class, ProtoIo.class.getClassLoader())
                .findFirst();

        private Holder() {}
    }
}
