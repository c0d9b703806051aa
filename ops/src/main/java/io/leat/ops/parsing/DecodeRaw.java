package io.leat.ops.parsing;

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
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of strings [...] as numbers [..., n], in the given order of the bytes; all strings have one length. */
@OpSpec("DecodeRaw(bytes: string) -> (output: out_type); "
        + "out_type: {half, float, double, int32, uint16, uint8, int16, int8, int64, complex64, complex128, bool, "
        + "bfloat16}; little_endian: bool = true")
public final class DecodeRaw extends Op {
    @Endpoint("io.decodeRaw")
    public static Output of(Ops tf, Operand bytes, DType outType) {
        return tf.op("DecodeRaw").input(bytes).attr("out_type", outType).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0).concat(Shape.of(Shape.ANY)));
    }

    @Override
    protected void compute(Compute c) {
        byte[][] in = Raw.strings(c.input(0));
        DType type = c.outputDType(0);
        int length = in.length == 0 ? 0 : in[0].length;
        for (int i = 1; i < in.length; i++) {
            if (in[i].length != length) {
                throw new InvalidArgumentException("DecodeRaw requires input strings to all be the same size, but "
                        + "element " + i + " has size " + length + " != " + in[i].length);
            }
        }
        if (length % type.bytes() != 0) {
            throw new InvalidArgumentException("Input to DecodeRaw has length " + length + " that is not a multiple of "
                    + type.bytes() + ", the size of " + type.signatureName());
        }
        Shape shape = c.shape(0).concat(Shape.of(length / type.bytes()));
        var all = ByteBuffer.allocate(in.length * length);
        all.order(c.attrs().bool("little_endian") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (byte[] s : in) {
            all.put(s);
        }
        c.output(0, numbers(type, shape, all.flip()));
    }

    private static Tensor numbers(DType type, Shape shape, ByteBuffer from) {
        Tensor t = Raw.allocate(type, shape);
        switch (type.storage()) {
            case BYTE -> from.get(Raw.bytes(t));
            case SHORT -> from.asShortBuffer().get(Raw.shorts(t));
            case INT -> from.asIntBuffer().get(Raw.ints(t));
            case LONG -> from.asLongBuffer().get(Raw.longs(t));
            case FLOAT -> from.asFloatBuffer().get(Raw.floats(t));
            case DOUBLE -> from.asDoubleBuffer().get(Raw.doubles(t));
            case OBJECT -> throw new UnimplementedException("DecodeRaw of " + type.signatureName());
        }
        return t;
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
