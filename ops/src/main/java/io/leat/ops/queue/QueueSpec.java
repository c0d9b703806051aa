package io.leat.ops.queue;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.List;

/**
 * What a queue is like.
 *
 * @param shapes those of the components, or none when any shape fits
 * @param capacity the most tuples, or negative for any number
 * @param minAfterDequeue how many tuples stay while the queue is open
 */
record QueueSpec(
        String name,
        Kind kind,
        List<DType> types,
        List<Shape> shapes,
        long capacity,
        int minAfterDequeue,
        long seed,
        long seed2) {
    /** The order in which tuples come out. */
    enum Kind {
        FIFO("FIFOQueue"),
        PADDING("PaddingFIFOQueue"),
        PRIORITY("PriorityQueue"),
        SHUFFLE("RandomShuffleQueue");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    QueueSpec {
        types = List.copyOf(types);
        shapes = List.copyOf(shapes);
        boolean all = shapes.size() == types.size();
        if (kind == Kind.PADDING ? !all : !all && !shapes.isEmpty()) {
            throw new InvalidArgumentException("Must have same number of shapes as component types: " + shapes.size()
                    + " shapes and " + types.size() + " types");
        }
        for (Shape s : shapes) {
            if (kind == Kind.PADDING ? !s.hasRank() : !s.isFullyKnown()) {
                throw new InvalidArgumentException("Shapes of components must be "
                        + (kind == Kind.PADDING ? "of known rank" : "fully defined") + ": " + s);
            }
        }
        if (minAfterDequeue < 0) {
            throw new InvalidArgumentException("min_after_dequeue " + minAfterDequeue + " must be >= 0");
        }
        if (capacity >= 0 && minAfterDequeue >= capacity && kind == Kind.SHUFFLE) {
            throw new InvalidArgumentException(
                    "min_after_dequeue " + minAfterDequeue + " must be < capacity " + capacity);
        }
    }

    /** @throws InvalidArgumentException if a queue of this kind cannot serve a node that asks for {@code other} */
    void requireSame(QueueSpec other) {
        if (kind != other.kind) {
            throw different("type", kind.title(), other.kind.title());
        }
        if (capacity != other.capacity) {
            throw different("capacity", capacity, other.capacity);
        }
        if (!types.equals(other.types)) {
            throw different("component types", types, other.types);
        }
        if (!shapes.equals(other.shapes)) {
            throw different("component shapes", shapes, other.shapes);
        }
        if (minAfterDequeue != other.minAfterDequeue) {
            throw different("min_after_dequeue", minAfterDequeue, other.minAfterDequeue);
        }
        if ((other.seed != 0 || other.seed2 != 0) && (seed != other.seed || seed2 != other.seed2)) {
            throw different("random seeds", seed + ", " + seed2, other.seed + ", " + other.seed2);
        }
    }

    private InvalidArgumentException different(String what, Object has, Object wanted) {
        return new InvalidArgumentException(
                "Shared queue '" + name + "' has " + what + " " + has + " but requested " + what + " was " + wanted);
    }
}
