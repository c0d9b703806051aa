package io.leat.ir;

import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InternalException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mutable cell behind a variable, shared by all runs of a session.
 *
 * <p>Readers get snapshots. A reader that stops using its snapshot before the run ends {@linkplain #borrow() borrows}
 * and {@linkplain #release(Tensor) releases} it; while a snapshot is out, updates write to a new array, otherwise in
 * place. A snapshot that is never released (because it was fetched) costs the next update one copy.
 */
public final class VariableCell {
    private static final AtomicLong IDS = new AtomicLong();

    /** Locks are taken in ascending order of these, so that updates of several cells never block each other. */
    private final long id = IDS.incrementAndGet();

    private final ReentrantLock lock = new ReentrantLock();
    private final String name;
    private final DType dtype;
    private final Shape declaredShape;
    private @Nullable Tensor value;
    private int borrowers;

    /** A cell without a value; values must fit {@code declaredShape}, which may be partly known. */
    public VariableCell(String name, DType dtype, Shape declaredShape) {
        this.name = name;
        this.dtype = dtype;
        this.declaredShape = declaredShape;
    }

    public String name() {
        return name;
    }

    public DType dtype() {
        return dtype;
    }

    public Shape declaredShape() {
        return declaredShape;
    }

    public boolean isInitialized() {
        lock.lock();
        try {
            return value != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A snapshot to be given back with {@link #release}, or kept for ever.
     *
     * @throws FailedPreconditionException before the first assignment
     */
    public Tensor borrow() {
        lock.lock();
        try {
            Tensor v = initialized();
            borrowers++;
            return v;
        } finally {
            lock.unlock();
        }
    }

    private Tensor initialized() {
        if (value == null) {
            throw new FailedPreconditionException("Attempting to use uninitialized value " + name);
        }
        return value;
    }

    /** Ends a {@link #borrow()}; does nothing when the variable has moved on to another array since. */
    public void release(Tensor snapshot) {
        lock.lock();
        try {
            if (snapshot == value && borrowers > 0) {
                borrowers--;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes {@code newValue} the value; it may stay in use elsewhere: the next update in place copies it first.
     *
     * @throws InvalidArgumentException if dtype or shape do not fit
     */
    public void assign(Tensor newValue) {
        if (newValue.dtype() != dtype) {
            throw new InvalidArgumentException("Trying to assign variable with wrong dtype. Expected "
                    + dtype.signatureName() + " got " + newValue.dtype().signatureName());
        }
        if (!declaredShape.isCompatibleWith(newValue.shape())) {
            throw new InvalidArgumentException("Trying to assign to variable with tensor with wrong shape. Expected "
                    + declaredShape + " got " + newValue.shape());
        }
        assignUnchecked(newValue);
    }

    /** {@link #assign} without the check of the shape, for {@code validate_shape=false}. */
    public void assignUnchecked(Tensor newValue) {
        lock.lock();
        try {
            value = newValue;
            borrowers = 1;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the value. */
    public void destroy() {
        lock.lock();
        try {
            value = null;
            borrowers = 0;
        } finally {
            lock.unlock();
        }
    }

    /** {@link #updateAll} of this cell alone. */
    public void update(Consumer<Tensor> change) {
        updateAll(new VariableCell[] {this}, new boolean[] {true}, t -> change.accept(t[0]));
    }

    /**
     * Lets {@code change} write to the arrays of the values of all {@code cells} with {@code written}, which nobody else
     * reads meanwhile: the present values, or copies of them when snapshots are out. Updates of a cell exclude each
     * other. When {@code change} fails, values that needed no copy may be half written.
     *
     * @throws FailedPreconditionException if a cell has no value
     */
    public static void updateAll(VariableCell[] cells, boolean[] written, Consumer<Tensor[]> change) {
        VariableCell[] order = cells.clone();
        Arrays.sort(order, Comparator.comparingLong(c -> c.id));
        for (VariableCell c : order) {
            c.lock.lock();
        }
        try {
            Tensor[] values = new Tensor[cells.length];
            for (int i = 0; i < cells.length; i++) {
                Tensor v = cells[i].initialized();
                values[i] = written[i] && cells[i].borrowers > 0 ? copy(v) : v;
            }
            change.accept(values);
            for (int i = 0; i < cells.length; i++) {
                if (values[i] != cells[i].value) {
                    cells[i].value = values[i];
                    cells[i].borrowers = 0;
                }
            }
        } finally {
            for (VariableCell c : order) {
                c.lock.unlock();
            }
        }
    }

    private static Tensor copy(Tensor t) {
        Object array = Raw.array(t);
        Object copy = switch (array) {
            case float[] a -> a.clone();
            case double[] a -> a.clone();
            case int[] a -> a.clone();
            case long[] a -> a.clone();
            case short[] a -> a.clone();
            case byte[] a -> a.clone();
            case Object[] a -> a.clone();
            default -> throw new InternalException("array " + array.getClass());
        };
        return Raw.wrap(t.dtype(), t.shape(), copy);
    }
}
