package io.leat.formats.convert;

import com.google.protobuf.ByteString;
import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.ElementBytes;
import io.leat.formats.bytes.Sizes;
import io.leat.formats.proto.TensorProto;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Tensors from messages. A message holds its elements either raw and little-endian, or in a list for its dtype that may
 * be shorter than the shape, whose last value then repeats (zeros if there is none), or longer, whose rest is ignored.
 */
public final class TensorProtos {
    private static final String WHAT = "a tensor in a message";

    private TensorProtos() {}

    /**
     * @throws InvalidArgumentException for an unknown dtype, a shape that is not fully known or does not fit the content
     * @throws io.leat.tensor.ResourceExhaustedException if there is no memory for the shape
     * @throws UnimplementedException for resource and variant elements
     */
    public static Tensor parse(TensorProto p) {
        return parse(DType.ofNumber(p.getDtypeValue()), ShapeProtos.parse(p.getTensorShape()), p);
    }

    /** The elements of a message whose dtype and shape are known from elsewhere. */
    public static Tensor parse(DType dtype, Shape shape, TensorProto p) {
        long elements = Sizes.elements(shape, WHAT);
        if (dtype == DType.RESOURCE || dtype == DType.VARIANT) {
            throw new UnimplementedException("a constant of dtype " + dtype.signatureName() + " cannot be read");
        }
        ByteString content = p.getTensorContent();
        if (!content.isEmpty() && dtype == DType.STRING) {
            checkContent(elements <= content.size(), content.size(), dtype, shape);
            byte[][] strings = (byte[][]) Sizes.newArray(dtype, shape, WHAT);
            parseStrings(content, strings);
            return Raw.wrap(dtype, shape, strings);
        }
        if (!content.isEmpty()) {
            checkContent(
                    elements == content.size() / dtype.bytes() && content.size() % dtype.bytes() == 0,
                    content.size(),
                    dtype,
                    shape);
        }
        Object array = Sizes.newArray(dtype, shape, WHAT);
        if (content.isEmpty()) {
            fillFromList(p, dtype, array);
        } else {
            ByteBuffer bytes = content.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            ElementBytes.get(bytes, array, 0, ElementBytes.length(array));
        }
        return Raw.wrap(dtype, shape, array);
    }

    private static void checkContent(boolean fits, int bytes, DType dtype, Shape shape) {
        if (!fits) {
            throw new InvalidArgumentException(
                    "tensor_content of " + bytes + " bytes does not fit " + dtype.signatureName() + " " + shape);
        }
    }

    /** All lengths as varints, then all bytes. */
    private static void parseStrings(ByteString content, byte[][] into) {
        var in = new ByteCursor(content.toByteArray(), WHAT);
        int[] lengths = new int[into.length];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.varintUpTo(in.remaining());
        }
        for (int i = 0; i < lengths.length; i++) {
            into[i] = in.bytes(lengths[i]);
        }
    }

    private static void fillFromList(TensorProto p, DType dtype, Object array) {
        switch (dtype) {
            case FLOAT32 -> fill((float[]) array, p.getFloatValList(), 1);
            case COMPLEX64 -> fill((float[]) array, p.getScomplexValList(), 2);
            case FLOAT64 -> fill((double[]) array, p.getDoubleValList(), 1);
            case COMPLEX128 -> fill((double[]) array, p.getDcomplexValList(), 2);
            case FLOAT16, BFLOAT16 -> fill((short[]) array, p.getHalfValList());
            case INT16, UINT16, QINT16, QUINT16 -> fill((short[]) array, p.getIntValList());
            case INT8, UINT8, QINT8, QUINT8 -> fill((byte[]) array, p.getIntValList());
            case INT32, QINT32 -> fill((int[]) array, p.getIntValList());
            case UINT32 -> fill((int[]) array, p.getUint32ValList());
            case INT64 -> fill((long[]) array, p.getInt64ValList());
            case UINT64 -> fill((long[]) array, p.getUint64ValList());
            case BOOL -> fillBooleans((byte[]) array, p.getBoolValList());
            case STRING -> fillStrings((byte[][]) array, p.getStringValList());
            case RESOURCE, VARIANT -> throw new IllegalStateException();
        }
    }

    private static void fill(float[] a, List<Float> values, int lanes) {
        int n = usable(values.size(), a.length, lanes);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i);
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - lanes];
        }
    }

    private static void fill(double[] a, List<Double> values, int lanes) {
        int n = usable(values.size(), a.length, lanes);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i);
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - lanes];
        }
    }

    private static void fill(int[] a, List<Integer> values) {
        int n = usable(values.size(), a.length, 1);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i);
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - 1];
        }
    }

    private static void fill(long[] a, List<Long> values) {
        int n = usable(values.size(), a.length, 1);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i);
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - 1];
        }
    }

    private static void fill(short[] a, List<Integer> values) {
        int n = usable(values.size(), a.length, 1);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i).shortValue();
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - 1];
        }
    }

    private static void fill(byte[] a, List<Integer> values) {
        int n = usable(values.size(), a.length, 1);
        for (int i = 0; i < n; i++) {
            a[i] = values.get(i).byteValue();
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - 1];
        }
    }

    private static void fillBooleans(byte[] a, List<Boolean> values) {
        int n = usable(values.size(), a.length, 1);
        for (int i = 0; i < n; i++) {
            a[i] = (byte) (values.get(i) ? 1 : 0);
        }
        for (int i = n; n > 0 && i < a.length; i++) {
            a[i] = a[i - 1];
        }
    }

    private static void fillStrings(byte[][] a, List<ByteString> values) {
        byte[] last = {};
        for (int i = 0; i < a.length; i++) {
            last = i < values.size() ? values.get(i).toByteArray() : last;
            a[i] = last;
        }
    }

    private static int usable(int values, int array, int lanes) {
        if (values % lanes != 0) {
            throw new InvalidArgumentException("half a complex number at the end of " + WHAT);
        }
        return Math.min(values, array);
    }
}
