package io.leat.ops.math;

import io.leat.graph.Compute;
import io.leat.graph.OpSpec;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.Broadcast;
import io.leat.ops.family.ComplexFunctions;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;

/** {@code x + y}; strings are joined. The op that {@link AddV2} replaced. */
@OpSpec("Add(x: T, y: T) -> (z: T); "
        + "T: {bfloat16, half, float, double, uint8, int8, int16, int32, int64, complex64, complex128, string}")
public final class Add extends BinaryElementwise {
    @Override
    protected void compute(Compute c) {
        if (c.outputDType(0) == DType.STRING) {
            join(c);
        } else {
            super.compute(c);
        }
    }

    private static void join(Compute c) {
        Shape shape = c.shape(0).broadcast(c.shape(1));
        int[] ia = Broadcast.indices(c.shape(0), shape);
        int[] ib = Broadcast.indices(c.shape(1), shape);
        Elements a = Elements.of(c.input(0));
        Elements b = Elements.of(c.input(1));
        Elements z = Elements.allocate(DType.STRING, shape);
        for (int i = 0; i < ia.length; i++) {
            byte[] head = a.string(ia[i]);
            byte[] tail = b.string(ib[i]);
            byte[] joined = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, joined, head.length, tail.length);
            z.setString(i, joined);
        }
        c.output(0, z.tensor());
    }

    @Override
    protected double reference(double a, double b) {
        return a + b;
    }

    @Override
    protected long reference(long a, long b, DType type) {
        return a + b;
    }

    @Override
    protected double[] reference(double aRe, double aIm, double bRe, double bIm) {
        return ComplexFunctions.of(aRe + bRe, aIm + bIm);
    }

    @Override
    protected Scalar lower(Scalar a, Scalar b) {
        return a.plus(b);
    }

    @Override
    protected Output gradientA(Ops tf, Output a, Output b, Output z, Output dz) {
        return dz;
    }

    @Override
    protected Output gradientB(Ops tf, Output a, Output b, Output z, Output dz) {
        return dz;
    }
}
