package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The indices of the elements that are not zero (true), one row for each, in row-major order. */
@OpSpec("Where(input: T) -> (index: int64); T: {float, double, int32, uint8, int16, int8, complex64, int64, qint8, "
        + "quint8, qint32, bfloat16, qint16, quint16, uint16, complex128, half, uint32, uint64, bool} = DT_BOOL")
public final class Where extends Op {
    @Endpoint("where")
    public static Output of(Ops tf, Operand condition) {
        return tf.call("Where", condition);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        c.output(0, Shape.of(Shape.ANY, in.hasRank() ? in.rank() : Shape.ANY));
    }

    @Override
    protected void compute(Compute c) {
        Elements x = Elements.of(c.input(0));
        DType t = c.input(0).dtype();
        int[] found = new int[x.size()];
        int n = 0;
        for (int i = 0; i < x.size(); i++) {
            boolean set = t.isComplex() ? x.real(i) != 0 || x.imag(i) != 0 : x.truth(i);
            if (set) {
                found[n++] = i;
            }
        }
        long[] strides = c.shape(0).strides();
        Elements y = Elements.allocate(DType.INT64, Shape.of(n, strides.length));
        for (int i = 0; i < n; i++) {
            long rest = found[i];
            for (int d = 0; d < strides.length; d++) {
                y.setInteger(i * strides.length + d, rest / strides[d]);
                rest %= strides[d];
            }
        }
        c.output(0, y.tensor());
    }

    @Override
    protected void gradient(Backprop b) {
        // integers: no gradient
    }
}
