package io.leat.ops.tensorarray;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The array behind a handle of a {@code TensorArray}: it lives in one run. Each element is written once, and read once
 * when reads clear. In an array of gradients writes to the same element add up, and what was never written reads as
 * zeros. Thread-safe.
 */
final class ElementArray {
    private static final class Element {
        @Nullable
        Tensor value;

        Shape shape = Shape.UNKNOWN;
        boolean written;
        boolean read;
        boolean cleared;
    }

    private final String name;
    private final DType dtype;
    private final boolean identicalShapes;
    private final boolean clearAfterRead;
    private final boolean ofGradients;
    private final List<Element> elements = new ArrayList<>();
    private final Map<String, ElementArray> gradients = new HashMap<>();
    private Shape elementShape;
    private boolean dynamicSize;
    private int markedSize;
    private boolean aggregated;
    private boolean closed;

    private ElementArray(
            String name,
            DType dtype,
            Shape elementShape,
            boolean identicalShapes,
            boolean clearAfterRead,
            boolean ofGradients) {
        this.name = name;
        this.dtype = dtype;
        this.elementShape = elementShape;
        this.identicalShapes = identicalShapes;
        this.clearAfterRead = clearAfterRead;
        this.ofGradients = ofGradients;
    }

    /** An array of {@code size} elements; a dynamic one grows when it is written to behind its end. */
    static ElementArray create(
            String name,
            DType dtype,
            int size,
            Shape elementShape,
            boolean identicalShapes,
            boolean dynamicSize,
            boolean clearAfterRead) {
        if (size < 0) {
            throw new InvalidArgumentException("Size should be >= 0.");
        }
        var array = new ElementArray(name, dtype, elementShape, identicalShapes, clearAfterRead, false);
        array.dynamicSize = dynamicSize;
        array.grow(size);
        return array;
    }

    private void grow(int size) {
        while (elements.size() < size) {
            elements.add(new Element());
        }
    }

    private InvalidArgumentException wrong(String what) {
        return new InvalidArgumentException("TensorArray " + name + ": " + what);
    }

    private void requireOpen() {
        if (closed) {
            throw new InvalidArgumentException("TensorArray " + name + " has already been closed.");
        }
    }

    /** @throws InvalidArgumentException if the elements are of another dtype */
    void require(DType wanted) {
        if (dtype != wanted) {
            throw new InvalidArgumentException("TensorArray dtype is " + dtype.signatureName()
                    + " but Op requested dtype " + wanted.signatureName() + ".");
        }
    }

    synchronized int size() {
        requireOpen();
        return elements.size();
    }

    /** How many elements the whole of it has: of gradients, as many as were marked by writing the whole at once. */
    synchronized int wholeSize() {
        requireOpen();
        return ofGradients ? markedSize : elements.size();
    }

    /** Further knowledge of the shape of each element. */
    synchronized void refine(Shape shape) {
        if (!elementShape.isCompatibleWith(shape)) {
            throw new InvalidArgumentException("TensorArray " + name + ": element shapes " + elementShape + " and "
                    + shape + " are not compatible");
        }
        elementShape = elementShape.merge(shape);
    }

    /**
     * Makes room for writing {@code size} elements at once, and marks them: those that are not written read as zeros.
     *
     * @param what says what is too large, from the size that there is
     */
    synchronized void mark(int size, boolean exactly, java.util.function.IntFunction<LeatException> what) {
        requireOpen();
        int now = dynamicSize ? Math.max(elements.size(), size) : elements.size();
        if (exactly ? now != size : now < size) {
            throw what.apply(now);
        }
        if (!ofGradients) {
            markedSize = now;
        }
    }

    synchronized void write(int index, Tensor value) {
        requireOpen();
        if (index < 0 || !dynamicSize && index >= elements.size()) {
            throw wrong("Tried to write to index " + index + " but array is not resizeable and size is: "
                    + elements.size());
        }
        grow(index + 1);
        String where = "Could not write to TensorArray index " + index;
        if (value.dtype() != dtype) {
            throw wrong(where + " because the value dtype is " + value.dtype().signatureName()
                    + " but TensorArray dtype is " + dtype.signatureName() + ".");
        }
        if (!elementShape.isCompatibleWith(value.shape())) {
            throw wrong(where + " because the value shape is " + value.shape()
                    + " which is incompatible with the TensorArray's inferred element shape: " + elementShape
                    + " (consider setting infer_shape=False).");
        }
        if (identicalShapes && !elementShape.isFullyKnown()) {
            elementShape = value.shape();
        }
        Element e = elements.get(index);
        if (e.read) {
            throw wrong(where + " because it has already been read.");
        }
        if (e.written && !ofGradients) {
            throw wrong(where + " because it has already been written to.");
        }
        if (e.written) {
            aggregate(e, index, value);
        } else {
            e.value = value;
            e.shape = value.shape();
            e.written = true;
        }
    }

    private void aggregate(Element e, int index, Tensor value) {
        aggregated = true;
        if (!e.shape.equals(value.shape())) {
            throw wrong("Could not aggregate to TensorArray index " + index + " because the existing shape is "
                    + e.shape + " but the new input shape is " + value.shape() + ".");
        }
        if (!dtype.isNumeric()) {
            throw new InvalidArgumentException("tensor_array::AddToTensor type not supported: " + dtype.protoName());
        }
        e.value = e.value == null ? value : sum(e.value, value);
    }

    private static Tensor sum(Tensor a, Tensor b) {
        Elements x = Elements.of(a);
        Elements y = Elements.of(b);
        Elements sum = Elements.allocate(a.dtype(), a.shape());
        for (int i = 0; i < sum.size(); i++) {
            if (a.dtype().isInteger()) {
                sum.setInteger(i, x.integer(i) + y.integer(i));
            } else {
                sum.set(i, x.real(i) + y.real(i), x.imag(i) + y.imag(i));
            }
        }
        return sum.tensor();
    }

    synchronized Tensor read(int index) {
        requireOpen();
        if (index < 0 || !ofGradients && index >= elements.size()) {
            throw new InvalidArgumentException(
                    "Tried to read from index " + index + " but array size is: " + elements.size());
        }
        boolean there = index < elements.size() && elements.get(index).written;
        if (!there && (ofGradients || index < markedSize)) {
            makeZeros(index);
        }
        Element e = elements.get(index);
        if (!e.written) {
            throw wrong("Could not read from TensorArray index " + index + " because it has not been written to.");
        }
        if (e.cleared) {
            throw wrong("Could not read index " + index + " twice because it was cleared after a previous read "
                    + "(perhaps try setting clear_after_read = false?).");
        }
        Tensor value = e.value == null ? Tensor.zeros(dtype, e.shape) : e.value;
        if (clearAfterRead) {
            e.value = null;
            e.cleared = true;
        }
        e.read = true;
        return value;
    }

    /** Says that an element which nobody wrote is zeros. */
    private void makeZeros(int index) {
        boolean shaped = ofGradients
                && index < elements.size()
                && elements.get(index).shape.rank() > 0;
        Shape shape = shaped ? elements.get(index).shape : elementShape;
        if (!shape.isFullyKnown()) {
            throw wrong("Could not read from TensorArray index " + index
                    + ".  Furthermore, the element shape is not fully defined: " + elementShape
                    + ".  It is possible you are working with a resizeable TensorArray and stop_gradients is not "
                    + "allowing the gradients to be written.  If you set the full element_shape property on the "
                    + "forward TensorArray, the proper all-zeros tensor will be returned instead of incurring this "
                    + "error.");
        }
        int from = Math.min(index, elements.size());
        grow(index + 1);
        for (Element e : elements.subList(from, index + 1)) {
            e.shape = shape;
            e.written = true;
        }
    }

    /** The array of the gradients of the elements, one for each {@code source}; this one does not grow from now on. */
    synchronized ElementArray gradients(String source) {
        requireOpen();
        dynamicSize = false;
        if (aggregated) {
            throw new InvalidArgumentException("Unable to create a gradients TensorArray for " + name
                    + ".  Perhaps you used the multiple_writes_aggregate flag on a previous write?  Gradient "
                    + "calculation is impossible when multiple writes are performed to the same index.");
        }
        return gradients.computeIfAbsent(source, this::newGradients);
    }

    private ElementArray newGradients(String source) {
        var g = new ElementArray(name + "@" + source, dtype, elementShape, identicalShapes, true, true);
        g.grow(elements.size());
        g.markedSize = markedSize;
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).written) {
                g.elements.get(i).shape = elements.get(i).shape;
                g.elements.get(i).written = true;
            }
        }
        return g;
    }

    /** Forgets the elements: nothing can be done with the array any more. */
    synchronized void close() {
        closed = true;
        elements.clear();
    }
}
