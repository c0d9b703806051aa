package io.leat.kernels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Arrays as golden files see them. */
final class GoldenBits {
    private GoldenBits() {}

    /** The CRC-32 of the little-endian bytes. */
    static int crc(Object array) {
        CRC32 crc = new CRC32();
        crc.update(bytes(array));
        return (int) crc.getValue();
    }

    private static byte[] bytes(Object out) {
        int size = switch (out) {
            case double[] x -> 8 * x.length;
            case long[] x -> 8 * x.length;
            case float[] x -> 4 * x.length;
            case int[] x -> 4 * x.length;
            case short[] x -> 2 * x.length;
            default -> throw new AssertionError(out);
        };
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        switch (out) {
            case double[] x -> buffer.asDoubleBuffer().put(x);
            case long[] x -> buffer.asLongBuffer().put(x);
            case float[] x -> buffer.asFloatBuffer().put(x);
            case int[] x -> buffer.asIntBuffer().put(x);
            case short[] x -> buffer.asShortBuffer().put(x);
            default -> throw new AssertionError(out);
        }
        return buffer.array();
    }
}
