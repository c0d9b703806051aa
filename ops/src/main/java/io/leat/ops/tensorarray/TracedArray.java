package io.leat.ops.tensorarray;

import io.leat.graph.Tracing;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An array while a loop is unrolled: its elements are tensors of the run. What would be an error, and what would read as
 * zeros of a shape that is not known yet, is left to the run.
 */
final class TracedArray {
    private final boolean dynamic;
    private final boolean ofGradients;
    private final List<@Nullable Object> elements = new ArrayList<>();
    private final Map<String, TracedArray> gradients = new HashMap<>();

    TracedArray(boolean dynamic, int size) {
        this(dynamic, size, false);
    }

    private TracedArray(boolean dynamic, int size, boolean ofGradients) {
        this.dynamic = dynamic;
        this.ofGradients = ofGradients;
        grow(size);
    }

    private void grow(int size) {
        while (elements.size() < size) {
            elements.add(null);
        }
    }

    int size() {
        return elements.size();
    }

    void write(Tracing t, int index, Object value) {
        if (index < 0 || index >= elements.size() && !dynamic) {
            throw new Tracing.Stop("there is no element " + index);
        }
        grow(index + 1);
        Object there = elements.get(index);
        if (there != null && !ofGradients) {
            throw new Tracing.Stop("element " + index + " is written twice");
        }
        elements.set(
                index,
                there == null
                        ? value
                        : t.add(
                                List.of(there, value),
                                (tf, in) -> tf.op("AddV2")
                                        .input(in.get(0))
                                        .input(in.get(1))
                                        .add()));
    }

    Object read(int index) {
        Object value = index < 0 || index >= elements.size() ? null : elements.get(index);
        if (value == null) {
            throw new Tracing.Stop("element " + index + " is not written");
        }
        return value;
    }

    /** Writes the rows of a tensor. */
    void scatter(Tracing t, int[] indices, Object value) {
        Object strides = t.constant(Tensor.vector(1));
        for (int i = 0; i < indices.length; i++) {
            Object begin = t.constant(Tensor.vector(i));
            Object end = t.constant(Tensor.vector(i + 1));
            Object row = t.add(
                    List.of(value, begin, end, strides),
                    (tf, in) -> tf.op("StridedSlice")
                            .input(in.get(0))
                            .input(in.get(1))
                            .input(in.get(2))
                            .input(in.get(3))
                            .attr("shrink_axis_mask", 1)
                            .add());
            write(t, indices[i], row);
        }
    }

    Object gather(Tracing t, int[] indices) {
        if (indices.length == 0) {
            throw new Tracing.Stop("nothing is gathered");
        }
        List<Object> all = new ArrayList<>();
        for (int i : indices) {
            all.add(read(i));
        }
        return t.add(all, (tf, in) -> tf.op("Pack").inputs(in).add());
    }

    TracedArray gradients(String source) {
        return gradients.computeIfAbsent(source, k -> new TracedArray(false, elements.size(), true));
    }
}
