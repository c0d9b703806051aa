package io.leat.ops.control;

import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.ir.Resources;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.ArrayList;
import java.util.List;

/** A stack of tensors, which lives as long as its handle: what loops keep for their gradients. */
final class Stacks {
    private final DType type;
    private final String name;
    private final long maxSize;
    private final List<Tensor> elements = new ArrayList<>();
    private boolean closed;

    /** @param maxSize the most elements it takes; any number when negative */
    Stacks(DType type, String name, long maxSize) {
        this.type = type;
        this.name = name;
        this.maxSize = maxSize;
    }

    static Stacks of(Compute c) {
        return Resources.of(Raw.objects(c.input(0))[0], Stacks.class);
    }

    static long maxSize(Tensor t) {
        return Constants.integers(t)[0];
    }

    synchronized void push(Tensor t) {
        checkOpen();
        if (t.dtype() != type) {
            throw new InvalidArgumentException("Must have matching data types. Expected " + type.signatureName()
                    + " but got " + t.dtype().signatureName());
        }
        if (maxSize >= 0 && elements.size() >= maxSize) {
            throw new InvalidArgumentException("Stack[" + name + "] overflowed its max_size (" + maxSize + ")");
        }
        elements.add(t);
    }

    synchronized Tensor pop() {
        checkOpen();
        if (elements.isEmpty()) {
            throw new InvalidArgumentException("Stack[" + name + "] is empty when calling Pop().");
        }
        return elements.removeLast();
    }

    synchronized void close() {
        elements.clear();
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new InvalidArgumentException("Stack[" + name + "] has already been closed.");
        }
    }
}
