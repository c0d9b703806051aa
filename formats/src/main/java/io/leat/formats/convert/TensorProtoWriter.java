package io.leat.formats.convert;

import com.google.protobuf.ByteString;
import io.leat.formats.bytes.ElementBytes;
import io.leat.formats.proto.TensorProto;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Messages from tensors. Elements that are all the same bits are written as one value, which readers repeat; others as
 * raw little-endian bytes; strings one by one.
 */
public final class TensorProtoWriter {
    /** A message cannot exceed 2 GiB; the rest of it needs little. */
    private static final long MAX_BYTES = Integer.MAX_VALUE - 1024L;

    private TensorProtoWriter() {}

    /**
     * @throws InvalidArgumentException if the elements take 2 GiB or more
     * @throws UnimplementedException for resource and variant elements
     */
    public static TensorProto write(Tensor t) {
        DType dtype = t.dtype();
        if (dtype == DType.RESOURCE || dtype == DType.VARIANT) {
            throw new UnimplementedException("a tensor of dtype " + dtype.signatureName() + " cannot be written");
        }
        var p = TensorProto.newBuilder().setDtypeValue(dtype.number()).setTensorShape(ShapeProtos.write(t.shape()));
        if (dtype == DType.STRING) {
            checkSize(t.byteSize());
            for (byte[] s : Raw.strings(t)) {
                p.addStringVal(ByteString.copyFrom(s));
            }
        } else if (t.size() > 0) {
            Object array = Raw.array(t);
            if (isUniform(array, dtype.lanes())) {
                addFirst(p, dtype, array);
            } else {
                checkSize(t.byteSize());
                ByteBuffer bytes = ByteBuffer.allocate((int) t.byteSize()).order(ByteOrder.LITTLE_ENDIAN);
                ElementBytes.put(bytes, array, 0, ElementBytes.length(array));
                p.setTensorContent(ByteString.copyFrom(bytes.flip()));
            }
        }
        return p.build();
    }

    private static void checkSize(long bytes) {
        if (bytes > MAX_BYTES) {
            throw new InvalidArgumentException("Cannot create a tensor proto whose content is larger than 2GB.");
        }
    }

    /** Whether all groups of {@code lanes} array elements have the same bits. */
    private static boolean isUniform(Object array, int lanes) {
        int n = ElementBytes.length(array) - lanes;
        for (int i = 0; i < n; i++) {
            if (bits(array, i) != bits(array, i + lanes)) {
                return false;
            }
        }
        return true;
    }

    private static long bits(Object array, int i) {
        return switch (array) {
            case byte[] a -> a[i];
            case short[] a -> a[i];
            case int[] a -> a[i];
            case long[] a -> a[i];
            case float[] a -> Float.floatToRawIntBits(a[i]);
            case double[] a -> Double.doubleToRawLongBits(a[i]);
            default -> throw new IllegalArgumentException(array.getClass().getName());
        };
    }

    private static void addFirst(TensorProto.Builder p, DType dtype, Object array) {
        long first = bits(array, 0);
        switch (dtype) {
            case FLOAT32 -> p.addFloatVal(((float[]) array)[0]);
            case FLOAT64 -> p.addDoubleVal(((double[]) array)[0]);
            case COMPLEX64 -> p.addScomplexVal(((float[]) array)[0]).addScomplexVal(((float[]) array)[1]);
            case COMPLEX128 -> p.addDcomplexVal(((double[]) array)[0]).addDcomplexVal(((double[]) array)[1]);
            case FLOAT16, BFLOAT16 -> p.addHalfVal((int) first & 0xffff);
            case UINT16, QUINT16 -> p.addIntVal((int) first & 0xffff);
            case UINT8, QUINT8 -> p.addIntVal((int) first & 0xff);
            case INT8, QINT8, INT16, QINT16, INT32, QINT32 -> p.addIntVal((int) first);
            case UINT32 -> p.addUint32Val((int) first);
            case INT64 -> p.addInt64Val(first);
            case UINT64 -> p.addUint64Val(first);
            case BOOL -> p.addBoolVal(first != 0);
            case STRING, RESOURCE, VARIANT -> throw new IllegalStateException();
        }
    }
}
