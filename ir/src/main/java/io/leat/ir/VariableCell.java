package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The mutable cell behind a variable, shared by all runs of a session.
 *
 * <p>Readers get snapshots. A reader that stops using its snapshot before the run ends {@linkplain #borrow() borrows}
 * and {@linkplain #release(Tensor) releases} it; while a snapshot is out, updates write to a new array, otherwise in
 * place. A snapshot that is never released (because it was fetched) costs the next update one copy.
 */
public final class VariableCell {
    private final String name;
    private final DType dtype;
    private @Nullable Tensor value;
    private int borrowers;

    public VariableCell(String name, DType dtype) {
        this.name = name;
        this.dtype = dtype;
    }

    public String name() {
        return name;
    }

    public DType dtype() {
        return dtype;
    }

    public synchronized boolean isInitialized() {
        return value != null;
    }

    /** The shape of the present value, or unknown before the first assignment. */
    public synchronized Shape shape() {
        return value == null ? Shape.UNKNOWN : value.shape();
    }

    /**
     * A snapshot to be given back with {@link #release}, or kept for ever.
     *
     * @throws FailedPreconditionException before the first assignment
     */
    public synchronized Tensor borrow() {
        if (value == null) {
            throw new FailedPreconditionException("Attempting to use uninitialized value " + name);
        }
        borrowers++;
        return value;
    }

    /** Ends a {@link #borrow()}; does nothing when the variable has moved on to another array since. */
    public synchronized void release(Tensor snapshot) {
        if (snapshot == value && borrowers > 0) {
            borrowers--;
        }
    }

    /** Makes {@code newValue} the value; its array must not be written by anyone else from now on. */
    public synchronized void assign(Tensor newValue) {
        value = newValue;
        borrowers = 0;
    }

    /** The value becomes {@code newValue}, which stays shared with others: the next update in place copies it. */
    public synchronized void assignShared(Tensor newValue) {
        value = newValue;
        borrowers = 1;
    }

    /** Forgets the value. */
    public synchronized void destroy() {
        value = null;
        borrowers = 0;
    }

    /**
     * Lets {@code change} write to the array of a tensor that nobody else reads: the present value, or a copy of it when
     * snapshots are out. Updates of one variable exclude each other.
     */
    public synchronized void update(UnaryOperator<Tensor> change) {
        if (value == null) {
            throw new FailedPreconditionException("Attempting to use uninitialized value " + name);
        }
        Tensor writable = value;
        if (borrowers > 0) {
            writable = Raw.allocate(value.dtype(), value.shape());
            int length = java.lang.reflect.Array.getLength(Raw.array(value));
            System.arraycopy(Raw.array(value), 0, Raw.array(writable), 0, length);
        }
        Tensor changed = change.apply(writable);
        if (changed != value) {
            value = changed;
            borrowers = 0;
        }
    }
}
