package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.ir.Resources;
import io.leat.ir.RunContext;
import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.tensor.DType;
import io.leat.tensor.FailedPreconditionException;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.OutOfRangeException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The iterator behind a handle: a pass over a dataset that runs of a session share. Thread-safe. */
final class IteratorCell {
    private final String name;
    private final List<DType> types;
    private final List<Shape> shapes;
    private @Nullable Iteration pass;

    IteratorCell(String name, List<DType> types, List<Shape> shapes) {
        this.name = name;
        this.types = List.copyOf(types);
        this.shapes = List.copyOf(shapes);
    }

    static IteratorCell of(Compute c, int input) {
        if (c.input(input).size() != 1) {
            throw new InvalidArgumentException("the handle of an iterator must be a scalar, not " + c.shape(input));
        }
        return Resources.of(Raw.objects(c.input(input))[0], IteratorCell.class);
    }

    String name() {
        return name;
    }

    Tensor tensor() {
        return Raw.wrap(DType.RESOURCE, Shape.SCALAR, new Object[] {this});
    }

    /** @throws InvalidArgumentException if the elements are not what someone wants */
    void require(List<DType> wantedTypes, List<Shape> wantedShapes) {
        new TupleDataset(types, shapes, () -> run -> null).require(wantedTypes, wantedShapes);
    }

    /** Starts a pass over a dataset. */
    synchronized void start(TupleDataset dataset) {
        if (!types.isEmpty()) {
            dataset.require(types, shapes);
        }
        pass = dataset.recipe().start();
    }

    /** Starts the only pass, over a dataset that is made when none has started yet. */
    synchronized void startOnce(Supplier<TupleDataset> dataset) {
        if (pass == null) {
            start(dataset.get());
        }
    }

    /**
     * The next element.
     *
     * @throws FailedPreconditionException before the first pass
     * @throws OutOfRangeException at the end of one
     */
    synchronized Tensor[] next(RunContext run) {
        if (pass == null) {
            throw new FailedPreconditionException("GetNext() failed because the iterator has not been initialized. "
                    + "Ensure that you have run the initializer operation for this iterator before getting the next "
                    + "element.");
        }
        Tensor[] element = pass.next(run);
        if (element == null) {
            throw new OutOfRangeException("End of sequence");
        }
        return element;
    }
}
