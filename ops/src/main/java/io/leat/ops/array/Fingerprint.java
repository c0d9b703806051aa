package io.leat.ops.array;

import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.strings.FarmHash;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fingerprints of the rows of {@code data} [n, ...], of their bytes as they lie in memory, as bytes [n, 8]. Where a
 * row has several strings, it is the fingerprint of their fingerprints. The only {@code method} is {@code farmhash64}.
 */
@OpSpec("Fingerprint(data: T, method: string) -> (fingerprint: uint8); T: type")
public final class Fingerprint extends Op {
    private static final int SIZE = 8;

    /** By {@code farmhash64}. */
    @Endpoint("fingerprint")
    public static Output of(Ops tf, Operand data) {
        return tf.op("Fingerprint")
                .input(data)
                .input(tf.constant("farmhash64"))
                .add()
                .output(0);
    }

    @Override
    protected void infer(Inference c) {
        Shape data = c.shape(0).withRankAtLeast(1);
        c.shape(1, 0);
        c.output(0, Shape.of(data.hasRank() ? data.dim(0) : Shape.ANY, SIZE));
    }

    @Override
    protected void compute(Compute c) {
        Tensor data = c.input(0);
        if (data.shape().rank() == 0) {
            throw new InvalidArgumentException(
                    "`data` should have at least 1 dimension, but got shape " + data.shape());
        }
        if (!c.shape(1).isScalar()) {
            throw new InvalidArgumentException("`method` should be a scalar string: " + c.shape(1));
        }
        String method = new String(Raw.strings(c.input(1))[0], StandardCharsets.UTF_8);
        if (!method.equals("farmhash64")) {
            throw new InvalidArgumentException("Unsupported method: " + method);
        }
        int rows = Math.toIntExact(data.shape().dim(0));
        byte[] bytes = data.dtype() == DType.STRING ? ofStrings(data, rows) : data.toBytes();
        byte[] out = new byte[SIZE * rows];
        if (data.dtype() == DType.STRING && data.size() == rows) {
            out = bytes;
        } else {
            int width = rows == 0 ? 0 : bytes.length / rows;
            var buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
            for (int r = 0; r < rows; r++) {
                buffer.putLong(FarmHash.of(Arrays.copyOfRange(bytes, r * width, (r + 1) * width)));
            }
        }
        c.output(0, Raw.wrap(DType.UINT8, Shape.of(rows, SIZE), out));
    }

    private static byte[] ofStrings(Tensor data, int rows) {
        byte[][] strings = Raw.strings(data);
        var buffer = ByteBuffer.allocate(Math.max(rows, strings.length) * SIZE).order(ByteOrder.LITTLE_ENDIAN);
        for (byte[] s : strings) {
            buffer.putLong(FarmHash.of(s));
        }
        return Arrays.copyOf(buffer.array(), strings.length * SIZE);
    }
}
