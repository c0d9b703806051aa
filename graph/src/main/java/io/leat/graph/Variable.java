package io.leat.graph;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;

/**
 * A variable of the graph; its value lives in the session.
 *
 * @param handle the output of its {@code VarHandleOp} (or of {@code VariableV2} for a reference variable)
 * @param value an output that reads it
 * @param initialValue what the initialiser assigns
 * @param initializer the node that assigns the initial value
 * @param shape its declared shape
 */
public record Variable(Output handle, Output value, Output initialValue, Node initializer, Shape shape)
        implements Operand {
    @Override
    public Output output() {
        return value;
    }

    public String name() {
        return handle.node().name();
    }

    public DType dtype() {
        return value.dtype();
    }

    /** Whether it is a resource variable, as new ones are, and not a reference variable of old graphs. */
    public boolean isResource() {
        return handle.dtype() == DType.RESOURCE;
    }

    public Output plus(Operand b) {
        return value.plus(b);
    }

    public Output minus(Operand b) {
        return value.minus(b);
    }

    public Output times(Operand b) {
        return value.times(b);
    }

    public Output times(double b) {
        return value.times(b);
    }

    public Output matmul(Operand b) {
        return value.matmul(b);
    }
}
