package io.leat.ops.sparse;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/** The tensor {@code b} with the values of a sparse tensor of the same shape added. */
@OpSpec("SparseTensorDenseAdd(a_indices: Tindices, a_values: T, a_shape: Tindices, b: T) -> (output: T); "
        + "T: {float, double, int32, uint8, int16, int8, complex64, int64, qint8, quint8, qint32, bfloat16, qint16, "
        + "quint16, uint16, complex128, half, uint32, uint64}; Tindices: {int32, int64}")
public final class SparseTensorDenseAdd extends Op {
    @Override
    protected void infer(Inference c) {
        Coordinates.infer(c, 0);
        c.output(0, c.shape(3));
    }

    @Override
    protected void compute(Compute c) {
        DType type = c.outputDType(0);
        if (type.isQuantized()) {
            throw new UnimplementedException("SparseTensorDenseAdd of " + type.signatureName());
        }
        var at = Coordinates.of(c.input(0), c.input(1), c.input(2));
        Shape shape = c.shape(3);
        long[] dims = c.integers(2);
        if (at.rank != shape.rank()) {
            throw new InvalidArgumentException(
                    "Two operands have different ranks; received: " + at.rank + " and " + shape.rank());
        }
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] != shape.dim(d)) {
                throw new InvalidArgumentException("Dimension " + d
                        + " does not equal (no broadcasting is supported): sparse side " + dims[d] + " vs dense side "
                        + shape.dim(d));
            }
        }
        Elements values = Elements.of(c.input(1));
        Elements b = Elements.of(c.input(3));
        Elements out = Elements.allocate(type, shape);
        b.copyRange(0, out, 0, b.size());
        for (int i = 0; i < at.count; i++) {
            if (!at.isInside(i, dims)) {
                throw new InvalidArgumentException(
                        "Sparse tensor has an invalid index " + at.text(i) + ", dense tensor shape: " + shape);
            }
            int to = (int) at.offset(i, dims);
            if (type.isInteger()) {
                out.setInteger(to, out.integer(to) + values.integer(i));
            } else {
                out.set(to, out.real(to) + values.real(i), out.imag(to) + values.imag(i));
            }
        }
        c.output(0, out.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        b.dx(1, b.tf().call("GatherNd", b.dy(0), b.input(0)));
        b.dx(3, b.dy(0));
    }
}
