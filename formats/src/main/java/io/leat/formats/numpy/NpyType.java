package io.leat.formats.numpy;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A dtype in NumPy's notation: byte order, kind, and bytes of an element (characters of a {@code U}).
 *
 * @param dtype {@link DType#STRING} for byte strings and for Unicode strings
 * @param size bytes of an element in the file
 * @param unicode whether elements are UTF-32, zero-padded
 */
public record NpyType(DType dtype, ByteOrder order, long size, boolean unicode) {

    /**
     * @throws InvalidArgumentException for a notation that stands for no dtype known here
     */
    public static NpyType parse(String descr, String source) {
        if (descr.length() < 3) {
            throw unknown(descr, source);
        }
        ByteOrder order = switch (descr.charAt(0)) {
            case '<', '|' -> ByteOrder.LITTLE_ENDIAN;
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '=' -> ByteOrder.nativeOrder();
            default -> throw unknown(descr, source);
        };
        long size;
        try {
            size = Long.parseLong(descr.substring(2));
        } catch (NumberFormatException e) {
            throw unknown(descr, source);
        }
        char kind = descr.charAt(1);
        if ((kind == 'S' || kind == 'a' || kind == 'U') && size >= 0 && size < Integer.MAX_VALUE / 4) {
            return new NpyType(DType.STRING, order, kind == 'U' ? 4 * size : size, kind == 'U');
        }
        DType dtype = ofKind("" + kind + size);
        if (dtype == null) {
            throw unknown(descr, source);
        }
        return new NpyType(dtype, order, size, false);
    }

    private static @Nullable DType ofKind(String kind) {
        return switch (kind) {
            case "b1", "?1" -> DType.BOOL;
            case "i1" -> DType.INT8;
            case "i2" -> DType.INT16;
            case "i4" -> DType.INT32;
            case "i8" -> DType.INT64;
            case "u1" -> DType.UINT8;
            case "u2" -> DType.UINT16;
            case "u4" -> DType.UINT32;
            case "u8" -> DType.UINT64;
            case "f2" -> DType.FLOAT16;
            case "f4" -> DType.FLOAT32;
            case "f8" -> DType.FLOAT64;
            case "c8" -> DType.COMPLEX64;
            case "c16" -> DType.COMPLEX128;
            case "V2" -> DType.BFLOAT16; // what Python's bfloat16 is saved as
            default -> null;
        };
    }

    /** The little-endian notation of a dtype of fixed size; quantised dtypes are written as the integers they are. */
    public static String descr(DType dtype) {
        return switch (dtype) {
            case BOOL -> "|b1";
            case INT8, QINT8 -> "|i1";
            case UINT8, QUINT8 -> "|u1";
            case INT16, QINT16 -> "<i2";
            case UINT16, QUINT16 -> "<u2";
            case INT32, QINT32 -> "<i4";
            case UINT32 -> "<u4";
            case INT64 -> "<i8";
            case UINT64 -> "<u8";
            case FLOAT16 -> "<f2";
            case BFLOAT16 -> "<V2";
            case FLOAT32 -> "<f4";
            case FLOAT64 -> "<f8";
            case COMPLEX64 -> "<c8";
            case COMPLEX128 -> "<c16";
            case STRING, RESOURCE, VARIANT ->
                throw new InvalidArgumentException("a tensor of dtype " + dtype.signatureName() + " has no npy form");
        };
    }

    private static InvalidArgumentException unknown(String descr, String source) {
        return new InvalidArgumentException(source + ": the dtype '" + descr + "' cannot be read"
                + (descr.contains("O") ? ": it holds pickled Python objects" : ""));
    }
}
