package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Puts the rows of tensors into a queue as tuples. */
abstract class EnqueueRows extends QueueOp {
    @Override
    protected void infer(Inference c) {
        Shape rows = Shape.of(Shape.ANY);
        for (int i = 1; i < c.inputs(); i++) {
            Shape s = c.shape(i).withRankAtLeast(1);
            rows = s.hasRank() ? rows.merge(s.slice(0, 1)) : rows;
        }
    }

    @Override
    protected void compute(Compute c) {
        TupleQueue queue = queue(c);
        int components = c.inputs() - 1;
        Tuples.requireCount(queue, components);
        long rows = -1;
        for (int i = 0; i < components; i++) {
            Shape s = c.shape(i + 1);
            if (s.rank() < 1) {
                throw new InvalidArgumentException(
                        "Shape mismatch in tuple component " + i + ". Expected at least a " + "vector, got " + s);
            }
            rows = rows < 0 ? s.dim(0) : rows;
            if (s.dim(0) != rows) {
                throw new InvalidArgumentException(
                        "All input tensors must have the same size in the 0th dimension. Component " + i + " has "
                                + s.dim(0) + ", and should have " + rows);
            }
            queue.requireComponent(i, c.input(i + 1).dtype(), s.from(1));
        }
        List<Tensor[]> tuples = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            Tensor[] tuple = new Tensor[components];
            for (int i = 0; i < components; i++) {
                tuple[i] = Tuples.row(c.input(i + 1), r);
            }
            tuples.add(tuple);
        }
        queue.enqueue(tuples, c.run());
    }
}
