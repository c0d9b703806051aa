package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.InternalException;

/** Elements of the arrays that dtypes are kept in, as the values that the arithmetic works on. */
final class ArrayElements {
    private ArrayElements() {}

    static double real(DType type, Object array, int i) {
        return switch (type) {
            case FLOAT64 -> ((double[]) array)[i];
            case FLOAT32 -> ((float[]) array)[i];
            case FLOAT16 -> Halves.fromFloat16(((short[]) array)[i]);
            case BFLOAT16 -> Halves.fromBfloat16(((short[]) array)[i]);
            default -> throw new InternalException(type + " is not floating");
        };
    }

    static long integer(DType type, Object array, int i) {
        long bits = switch (type.storage()) {
            case BYTE -> ((byte[]) array)[i];
            case SHORT -> ((short[]) array)[i];
            case INT -> ((int[]) array)[i];
            case LONG -> ((long[]) array)[i];
            default -> throw new InternalException(type + " is not an integer");
        };
        return IntegerArithmetic.wrap(type, bits);
    }

    /** Sets an element to {@code real} if {@code type} is floating, else to {@code integer}. */
    static void set(DType type, Object array, int i, double real, long integer) {
        switch (type.storage()) {
            case DOUBLE -> ((double[]) array)[i] = real;
            case FLOAT -> ((float[]) array)[i] = (float) real;
            case BYTE -> ((byte[]) array)[i] = (byte) integer;
            case INT -> ((int[]) array)[i] = (int) integer;
            case LONG -> ((long[]) array)[i] = integer;
            case SHORT ->
                ((short[]) array)[i] = switch (type) {
                    case FLOAT16 -> Halves.toFloat16((float) real);
                    case BFLOAT16 -> Halves.toBfloat16((float) real);
                    default -> (short) integer;
                };
            case OBJECT -> throw new InternalException(type + " has no numbers");
        }
    }
}
