package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;

/**
 * The result of an instruction, or an input, of a core program: defined once, compared by identity.
 *
 * <p>A value whose shape is fully known lives in a primitive array of exactly that size; one of partly known shape is
 * produced and consumed only by {@link CoreOp.Host} instructions, as a tensor.
 */
public final class Value {
    private final int id;
    private final DType dtype;
    private final Shape shape;

    Value(int id, DType dtype, Shape shape) {
        this.id = id;
        this.dtype = dtype;
        this.shape = shape;
    }

    /** Its number in the program, from 0 without gaps. */
    public int id() {
        return id;
    }

    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    /** {@code %7:float[2,3]}. */
    @Override
    public String toString() {
        return "%" + id + ":" + dtype.signatureName() + shape;
    }
}
