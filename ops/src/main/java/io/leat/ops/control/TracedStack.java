package io.leat.ops.control;

import io.leat.graph.Tracing;
import java.util.ArrayList;
import java.util.List;

/** A stack while a loop is unrolled. */
final class TracedStack {
    private final List<Object> elements = new ArrayList<>();

    void push(Object value) {
        elements.add(value);
    }

    Object pop() {
        if (elements.isEmpty()) {
            throw new Tracing.Stop("a stack is empty");
        }
        return elements.removeLast();
    }
}
