package io.leat.compiler.codegen;

import io.leat.ir.Scalar;
import io.leat.ir.ScalarPrinter;
import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.InternalException;
import java.util.List;

/** The debug switch {@code leat.validate}: a map's results against those of the interpreter. */
final class Validation {
    private final List<Scalar> bodies;
    private final List<Access> access;
    private final Driver driver;
    private final int total;

    Validation(List<Scalar> bodies, List<Access> access, Driver driver, int total) {
        this.bodies = bodies;
        this.access = access;
        this.driver = driver;
        this.total = total;
    }

    /** What the interpreter makes of the inputs, in new arrays. */
    Object[] expected(Object[] inputs) {
        Object[] outputs = new Object[bodies.size()];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = bodies.get(k).type().newArray(total);
        }
        driver.run(new InterpretedMap(bodies, access), inputs, outputs, 0, total);
        return outputs;
    }

    /**
     * @throws InternalException if a bit differs that is not one of a NaN
     */
    void check(Object[] outputs, Object[] expected) {
        for (int k = 0; k < outputs.length; k++) {
            DType type = bodies.get(k).type();
            for (int i = 0; i < total; i++) {
                Object is = value(type, outputs[k], i);
                Object should = value(type, expected[k], i);
                if (!is.equals(should)) {
                    throw new InternalException("element " + i + " of output " + k + " is " + is + ", interpreted "
                            + should + ", inputs " + access + ":\n" + ScalarPrinter.print(bodies));
                }
            }
        }
    }

    /** An object whose {@code equals} tells zeros apart, but not NaNs. */
    private static Object value(DType type, Object array, int i) {
        return switch (array) {
            case float[] a -> a[i];
            case double[] a -> a[i];
            case int[] a -> a[i];
            case long[] a -> a[i];
            case byte[] a -> a[i];
            case short[] a ->
                switch (type) {
                    case FLOAT16 -> Halves.fromFloat16(a[i]);
                    case BFLOAT16 -> Halves.fromBfloat16(a[i]);
                    default -> a[i];
                };
            default -> throw new InternalException("not an array of numbers: " + array.getClass());
        };
    }
}
