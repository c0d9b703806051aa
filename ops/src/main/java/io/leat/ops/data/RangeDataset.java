package io.leat.ops.data;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.concurrent.atomic.AtomicLong;

/** The dataset of the integers from {@code start} to {@code stop}, exclusive, in steps. */
@OpSpec(
        value = "RangeDataset(start: int64, stop: int64, step: int64) -> (handle: variant); "
                + "output_types: list(type) >= 1; output_shapes: list(shape) >= 1; metadata: string = ''; "
                + "replicate_on_split: bool = false",
        stateful = true)
public final class RangeDataset extends DatasetOp {
    @Override
    TupleDataset dataset(Compute c) {
        long start = scalar(c, 0, "start");
        long stop = scalar(c, 1, "stop");
        long step = scalar(c, 2, "step");
        if (step == 0) {
            throw new InvalidArgumentException("step must be a non-zero integer.");
        }
        DType type = c.attrs().types("output_types").getFirst();
        return TupleDataset.of(c.attrs(), () -> {
            var next = new AtomicLong(start);
            return run -> {
                long i = next.getAndAdd(step);
                if (step > 0 ? i >= stop : i <= stop) {
                    next.addAndGet(-step);
                    return null;
                }
                Elements y = Elements.allocate(type, Shape.SCALAR);
                y.setInteger(0, i);
                return new Tensor[] {y.tensor()};
            };
        });
    }
}
