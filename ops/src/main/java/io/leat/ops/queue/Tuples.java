package io.leat.ops.queue;

import io.leat.graph.Compute;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** The tuples of queues as the inputs and outputs of ops. */
final class Tuples {
    private Tuples() {}

    static void requireCount(TupleQueue queue, int components) {
        if (queue.spec().types().size() != components) {
            throw new InvalidArgumentException(
                    "Queue has " + queue.spec().types().size() + " components, the op has " + components);
        }
    }

    /** Row {@code i} of a tensor. */
    static Tensor row(Tensor t, int i) {
        Shape shape = t.shape().from(1);
        Elements y = Elements.allocate(t.dtype(), shape);
        Elements.of(t).copyRange(i * y.size(), y, 0, y.size());
        return y.tensor();
    }

    /** @throws InvalidArgumentException if the outputs of the op are not what the queue holds */
    static void requireOutputs(Compute c, TupleQueue queue) {
        requireCount(queue, c.node().outputCount());
        for (int i = 0; i < c.node().outputCount(); i++) {
            if (c.outputDType(i) != queue.spec().types().get(i)) {
                throw new InvalidArgumentException(
                        "Queue has components of " + queue.spec().types() + ", output " + i + " of the op is "
                                + c.outputDType(i).signatureName());
            }
        }
    }

    /** Takes out {@code n} tuples, or where fewer are enough up to {@code n}, as one tensor for each component. */
    static void dequeue(Compute c, TupleQueue queue, boolean fewer) {
        requireOutputs(c, queue);
        if (!c.shape(1).isScalar()) {
            throw new InvalidArgumentException("n must be a scalar, got shape " + c.shape(1));
        }
        int n = c.ints(1)[0];
        QueueSpec spec = queue.spec();
        if (n < 0) {
            throw new InvalidArgumentException("DequeueManyOp requested " + n + " < 0 elements");
        }
        if (spec.shapes().isEmpty()) {
            throw new InvalidArgumentException(spec.kind().title()
                    + "'s DequeueMany and DequeueUpTo require the components to have specified shapes.");
        }
        List<Tensor[]> tuples = queue.dequeue(n, fewer, c.run());
        for (int i = 0; i < c.node().outputCount(); i++) {
            c.output(i, stacked(tuples, i, c.outputDType(i), spec.shapes().get(i)));
        }
    }

    /** One component of all tuples, each filled up with zeros to the largest where its shape is not fixed. */
    private static Tensor stacked(List<Tensor[]> tuples, int component, DType dtype, Shape declared) {
        long[] dims = declared.dims();
        for (int d = 0; d < dims.length; d++) {
            dims[d] = Math.max(dims[d], 0);
            for (Tensor[] t : tuples) {
                dims[d] = Math.max(dims[d], t[component].shape().dim(d));
            }
        }
        Shape one = Shape.of(dims);
        Elements y = Elements.allocate(dtype, Shape.of(tuples.size()).concat(one));
        int size = Math.toIntExact(one.size());
        for (int k = 0; k < tuples.size(); k++) {
            Tensor t = tuples.get(k)[component];
            if (t.shape().equals(one)) {
                Elements.of(t).copyRange(0, y, k * size, size);
            } else {
                pad(t, y, k * size, one.strides());
            }
        }
        return y.tensor();
    }

    private static void pad(Tensor t, Elements y, int offset, long[] strides) {
        Elements x = Elements.of(t);
        int[] dims = t.shape().intDims();
        int[] at = new int[dims.length];
        for (int e = 0; e < x.size(); e++) {
            long to = offset;
            for (int d = 0; d < at.length; d++) {
                to += at[d] * strides[d];
            }
            x.copy(e, y, (int) to);
            for (int d = at.length - 1; d >= 0 && ++at[d] == dims[d]; d--) {
                at[d] = 0;
            }
        }
    }
}
