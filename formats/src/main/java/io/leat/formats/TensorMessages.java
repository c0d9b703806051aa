package io.leat.formats;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.leat.formats.bytes.ElementBytes;
import io.leat.formats.convert.ShapeProtos;
import io.leat.formats.convert.TensorProtos;
import io.leat.formats.proto.TensorProto;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Single tensors as messages, as TensorFlow's {@code tf.io.serialize_tensor} writes them. */
public final class TensorMessages {
    private TensorMessages() {}

    /**
     * The message of a tensor: elements as raw bytes in little-endian order, strings one by one.
     *
     * @throws InvalidArgumentException if the elements take 2 GiB or more
     * @throws UnimplementedException for resource and variant elements
     */
    public static byte[] write(Tensor t) {
        DType dtype = t.dtype();
        if (dtype == DType.RESOURCE || dtype == DType.VARIANT) {
            throw new UnimplementedException("a tensor of dtype " + dtype.signatureName() + " cannot be written");
        }
        if (t.byteSize() > Integer.MAX_VALUE - 1024L) {
            throw new InvalidArgumentException("Cannot serialize tensor larger than 2GB.");
        }
        var p = TensorProto.newBuilder().setDtypeValue(dtype.number()).setTensorShape(ShapeProtos.write(t.shape()));
        if (dtype == DType.STRING) {
            for (byte[] s : Raw.strings(t)) {
                p.addStringVal(ByteString.copyFrom(s));
            }
        } else {
            Object array = Raw.array(t);
            ByteBuffer bytes = ByteBuffer.allocate((int) t.byteSize()).order(ByteOrder.LITTLE_ENDIAN);
            ElementBytes.put(bytes, array, 0, ElementBytes.length(array));
            p.setTensorContent(ByteString.copyFrom(bytes.flip()));
        }
        return p.build().toByteArray();
    }

    /**
     * The tensor in a message.
     *
     * @throws InvalidArgumentException if {@code message} is none
     */
    public static Tensor parse(byte[] message) {
        try {
            return TensorProtos.parse(TensorProto.parseFrom(message));
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidArgumentException(
                    "Could not parse `serialized` as TensorProto, message: " + e.getMessage(), null, e);
        }
    }
}
