package io.leat.formats.bytes;

import io.leat.tensor.DataLossException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads little-endian numbers and varints from bytes that may be corrupt: every read is checked, and what does not fit
 * is a {@link DataLossException} that names the source and the offset in it.
 */
public final class ByteCursor {
    private final byte[] data;
    private final int limit;
    private final String source;
    private final long sourceOffset;
    private int position;

    /**
     * A cursor over {@code data[from, to)}.
     *
     * @param source what the bytes belong to, for messages: a file's name
     * @param sourceOffset where {@code data[0]} stands in the source
     */
    public ByteCursor(byte[] data, int from, int to, String source, long sourceOffset) {
        this.data = data;
        this.position = from;
        this.limit = to;
        this.source = source;
        this.sourceOffset = sourceOffset;
    }

    public ByteCursor(byte[] data, String source) {
        this(data, 0, data.length, source, 0);
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return limit - position;
    }

    public boolean hasRemaining() {
        return position < limit;
    }

    public int unsignedByte() {
        need(1);
        return data[position++] & 0xff;
    }

    /** A 32-bit little-endian number, as the bits of an int. */
    public int fixed32() {
        need(4);
        int v = ByteBuffer.wrap(data, position, 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        position += 4;
        return v;
    }

    /** A base-128 number of at most ten bytes. */
    public long varint64() {
        long v = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = unsignedByte();
            v |= (long) (b & 0x7f) << shift;
            if (b < 0x80) {
                return v;
            }
        }
        throw corrupt("a varint longer than ten bytes");
    }

    /** A varint that counts something inside these bytes, so that it cannot exceed {@code max}. */
    public int varintUpTo(int max) {
        long v = varint64();
        if (v < 0 || v > max) {
            throw corrupt("the number " + Long.toUnsignedString(v) + " where at most " + max + " can stand");
        }
        return (int) v;
    }

    /** A copy of the next {@code n} bytes. */
    public byte[] bytes(int n) {
        need(n);
        position += n;
        return Arrays.copyOfRange(data, position - n, position);
    }

    /** Copies the next {@code n} bytes into {@code target}. */
    public void copyTo(byte[] target, int at, int n) {
        need(n);
        System.arraycopy(data, position, target, at, n);
        position += n;
    }

    public void skip(int n) {
        need(n);
        position += n;
    }

    /** The error that says what is wrong at the current position. */
    public DataLossException corrupt(String what) {
        return new DataLossException(source + ": " + what + " at offset " + (sourceOffset + position));
    }

    private void need(int n) {
        if (n < 0 || n > limit - position) {
            throw corrupt("the data end where " + n + " more bytes are needed");
        }
    }
}
