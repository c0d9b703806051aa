package io.leat.tensor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The element types of tensors, with TensorFlow's numbers and names.
 *
 * <p>Each dtype says in what kind of primitive array its elements are kept ({@link #storage()}): one array element an
 * element, but two (real, imaginary) for the complex ones.
 */
public enum DType {
    FLOAT32(1, "float", "float32", Storage.FLOAT, 4),
    FLOAT64(2, "double", "float64", Storage.DOUBLE, 8),
    INT32(3, "int32", "int32", Storage.INT, 4),
    UINT8(4, "uint8", "uint8", Storage.BYTE, 1),
    INT16(5, "int16", "int16", Storage.SHORT, 2),
    INT8(6, "int8", "int8", Storage.BYTE, 1),
    /** Elements are byte strings: a {@code byte[]} each. */
    STRING(7, "string", "string", Storage.OBJECT, 0),
    COMPLEX64(8, "complex64", "complex64", Storage.FLOAT, 8),
    INT64(9, "int64", "int64", Storage.LONG, 8),
    /** Elements are bytes 0 and 1. */
    BOOL(10, "bool", "bool", Storage.BYTE, 1),
    QINT8(11, "qint8", "qint8", Storage.BYTE, 1),
    QUINT8(12, "quint8", "quint8", Storage.BYTE, 1),
    QINT32(13, "qint32", "qint32", Storage.INT, 4),
    /** The upper 16 bits of a float32. */
    BFLOAT16(14, "bfloat16", "bfloat16", Storage.SHORT, 2),
    QINT16(15, "qint16", "qint16", Storage.SHORT, 2),
    QUINT16(16, "quint16", "quint16", Storage.SHORT, 2),
    UINT16(17, "uint16", "uint16", Storage.SHORT, 2),
    COMPLEX128(18, "complex128", "complex128", Storage.DOUBLE, 16),
    /** IEEE 754 binary16 in 16 bits. */
    FLOAT16(19, "half", "float16", Storage.SHORT, 2),
    /** A handle to a variable, queue, table or iterator of a session. */
    RESOURCE(20, "resource", "resource", Storage.OBJECT, 0),
    /** A handle to any other value: tensor lists, datasets, optionals. */
    VARIANT(21, "variant", "variant", Storage.OBJECT, 0),
    UINT32(22, "uint32", "uint32", Storage.INT, 4),
    UINT64(23, "uint64", "uint64", Storage.LONG, 8);

    /** The kind of Java array that keeps the elements. */
    public enum Storage {
        BYTE,
        SHORT,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        OBJECT
    }

    private static final Map<String, DType> BY_NAME = new HashMap<>();
    private static final byte[] EMPTY = {};
    private static final DType[] BY_NUMBER = new DType[32];

    static {
        for (DType d : values()) {
            BY_NUMBER[d.number] = d;
            BY_NAME.put(d.signatureName, d);
            BY_NAME.put(d.numpyName, d);
        }
    }

    private final int number;
    private final String signatureName;
    private final String numpyName;
    private final Storage storage;
    private final int bytes;

    DType(int number, String signatureName, String numpyName, Storage storage, int bytes) {
        this.number = number;
        this.signatureName = signatureName;
        this.numpyName = numpyName;
        this.storage = storage;
        this.bytes = bytes;
    }

    /** TensorFlow's {@code DataType} number. */
    public int number() {
        return number;
    }

    /** The name in op signatures and TensorFlow's error texts: {@code float}, {@code half}, {@code int32} … */
    public String signatureName() {
        return signatureName;
    }

    /** The name in Python: {@code float32}, {@code float16}, {@code int32} … */
    public String numpyName() {
        return numpyName;
    }

    /** The proto enum's name: {@code DT_FLOAT} … */
    public String protoName() {
        return "DT_" + signatureName.toUpperCase(Locale.ROOT);
    }

    public Storage storage() {
        return storage;
    }

    /** Bytes of one element, 0 where elements have no fixed size. */
    public int bytes() {
        return bytes;
    }

    /** Array elements for one tensor element: 2 for complex dtypes, otherwise 1. */
    public int lanes() {
        return isComplex() ? 2 : 1;
    }

    public boolean isFloating() {
        return this == FLOAT32 || this == FLOAT64 || this == FLOAT16 || this == BFLOAT16;
    }

    public boolean isComplex() {
        return this == COMPLEX64 || this == COMPLEX128;
    }

    /** True for the signed and unsigned integers; not for bool and the quantised dtypes. */
    public boolean isInteger() {
        return switch (this) {
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
            default -> false;
        };
    }

    public boolean isUnsigned() {
        return switch (this) {
            case UINT8, UINT16, UINT32, UINT64, QUINT8, QUINT16 -> true;
            default -> false;
        };
    }

    public boolean isQuantized() {
        return switch (this) {
            case QINT8, QUINT8, QINT16, QUINT16, QINT32 -> true;
            default -> false;
        };
    }

    /** Floating, complex or integer. */
    public boolean isNumeric() {
        return isFloating() || isComplex() || isInteger();
    }

    /** For complex dtypes that of the parts, otherwise itself. */
    public DType realType() {
        return switch (this) {
            case COMPLEX64 -> FLOAT32;
            case COMPLEX128 -> FLOAT64;
            default -> this;
        };
    }

    /** Whether {@code array} is of the kind that keeps elements of this dtype. */
    public boolean isKeptIn(Object array) {
        return switch (storage) {
            case BYTE -> array instanceof byte[];
            case SHORT -> array instanceof short[];
            case INT -> array instanceof int[];
            case LONG -> array instanceof long[];
            case FLOAT -> array instanceof float[];
            case DOUBLE -> array instanceof double[];
            case OBJECT -> array instanceof Object[] && (this == STRING) == (array instanceof byte[][]);
        };
    }

    /**
     * A new array for {@code elements} elements of this dtype: zeros, empty strings, or nulls for handles.
     *
     * @throws InvalidArgumentException if {@code elements} is negative (an unknown size)
     * @throws ResourceExhaustedException if a Java array cannot have that many elements
     */
    public Object newArray(long elements) {
        if (elements < 0) {
            throw new InvalidArgumentException("a tensor cannot have " + elements + " elements");
        }
        if (elements > Integer.MAX_VALUE / lanes()) {
            throw new ResourceExhaustedException("a " + signatureName + " tensor of " + elements
                    + " elements is too large: at most " + Integer.MAX_VALUE / lanes() + " are possible");
        }
        int n = (int) elements * lanes();
        return switch (storage) {
            case BYTE -> new byte[n];
            case SHORT -> new short[n];
            case INT -> new int[n];
            case LONG -> new long[n];
            case FLOAT -> new float[n];
            case DOUBLE -> new double[n];
            case OBJECT -> this == STRING ? emptyStrings(n) : new Object[n];
        };
    }

    private static byte[][] emptyStrings(int n) {
        byte[][] strings = new byte[n][];
        Arrays.fill(strings, EMPTY);
        return strings;
    }

    /**
     * The dtype of a {@code DataType} number; numbers above 100 are TensorFlow's reference types and give the dtype
     * referred to.
     *
     * @throws InvalidArgumentException for a number that names no dtype known here
     */
    public static DType ofNumber(int number) {
        int n = number > 100 ? number - 100 : number;
        if (n <= 0 || n >= BY_NUMBER.length || BY_NUMBER[n] == null) {
            throw new InvalidArgumentException("unknown DataType number " + number);
        }
        return BY_NUMBER[n];
    }

    /**
     * The dtype of a name: that of a signature, of Python, or of the proto enum.
     *
     * @throws InvalidArgumentException for an unknown name
     */
    public static DType ofName(String name) {
        String key = name.startsWith("DT_") ? name.substring(3).toLowerCase(Locale.ROOT) : name;
        DType d = BY_NAME.get(key.endsWith("_ref") ? key.substring(0, key.length() - 4) : key);
        if (d == null) {
            throw new InvalidArgumentException("unknown dtype '" + name + "'");
        }
        return d;
    }
}
