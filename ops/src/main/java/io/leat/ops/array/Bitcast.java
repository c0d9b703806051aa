package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.ArrayKernel;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The same bytes, in little-endian order, as another dtype. Elements of a smaller dtype become a new last dimension;
 * those of a larger one are made of the last dimension, which goes away.
 */
@OpSpec("Bitcast(input: T) -> (output: type); T: {bfloat16, half, float, double, int64, int32, uint8, uint16, uint32, "
        + "uint64, int8, int16, complex64, complex128, qint8, quint8, qint16, quint16, qint32}; "
        + "type: {bfloat16, half, float, double, int64, int32, uint8, uint16, uint32, uint64, int8, int16, complex64, "
        + "complex128, qint8, quint8, qint16, quint16, qint32}")
public final class Bitcast extends Op {
    @Endpoint("bitcast")
    public static Output of(Ops tf, Operand input, DType type) {
        return tf.op("Bitcast").input(input).attr("type", type).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, cast(c.shape(0), c.dtype(0), c.outputDType(0)));
    }

    private static Shape cast(Shape in, DType from, DType to) {
        int a = from.bytes();
        int b = to.bytes();
        if (a == b || !in.hasRank()) {
            return in;
        }
        if (a > b) {
            return in.concat(Shape.of(a / b));
        }
        if (in.rank() == 0 || in.dim(-1) != Shape.ANY && in.dim(-1) != b / a) {
            throw new InvalidArgumentException(
                    "Cannot bitcast from " + from.signatureName() + " to " + to.signatureName() + ": shape " + in);
        }
        return in.slice(0, in.rank() - 1);
    }

    @Override
    protected void compute(Compute c) {
        Tensor x = c.input(0);
        Tensor y = Raw.allocate(c.outputDType(0), cast(c.shape(0), x.dtype(), c.outputDType(0)));
        convert(Raw.array(x), Raw.array(y), x.size() * x.dtype().bytes());
        c.output(0, y);
    }

    private static void convert(Object from, Object to, long size) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        switch (from) {
            case byte[] x -> bytes.put(0, x, 0, bytes.capacity());
            case short[] x -> bytes.asShortBuffer().put(x, 0, bytes.capacity() / Short.BYTES);
            case int[] x -> bytes.asIntBuffer().put(x, 0, bytes.capacity() / Integer.BYTES);
            case long[] x -> bytes.asLongBuffer().put(x, 0, bytes.capacity() / Long.BYTES);
            case float[] x -> bytes.asFloatBuffer().put(x, 0, bytes.capacity() / Float.BYTES);
            case double[] x -> bytes.asDoubleBuffer().put(x, 0, bytes.capacity() / Double.BYTES);
            default -> throw new InvalidArgumentException("Cannot bitcast " + from.getClass());
        }
        switch (to) {
            case byte[] y -> bytes.get(0, y, 0, bytes.capacity());
            case short[] y -> bytes.asShortBuffer().get(y, 0, bytes.capacity() / Short.BYTES);
            case int[] y -> bytes.asIntBuffer().get(y, 0, bytes.capacity() / Integer.BYTES);
            case long[] y -> bytes.asLongBuffer().get(y, 0, bytes.capacity() / Long.BYTES);
            case float[] y -> bytes.asFloatBuffer().get(y, 0, bytes.capacity() / Float.BYTES);
            case double[] y -> bytes.asDoubleBuffer().get(y, 0, bytes.capacity() / Double.BYTES);
            default -> throw new InvalidArgumentException("Cannot bitcast to " + to.getClass());
        }
    }

    @Override
    protected boolean lower(Lowering c) {
        long size = c.shape(0).size() * c.dtype(0).bytes();
        if (size > Integer.MAX_VALUE - 8) {
            return false;
        }
        ArrayKernel kernel = (in, out, p) -> convert(in[0], out[0], size);
        c.output(0, c.library("Bitcast", kernel, c.outputDType(0), c.outputShape(0), c.input(0)));
        return true;
    }
}
