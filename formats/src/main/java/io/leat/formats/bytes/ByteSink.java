package io.leat.formats.bytes;

import java.io.ByteArrayOutputStream;

/** Collects little-endian numbers, varints and bytes. */
public final class ByteSink extends ByteArrayOutputStream {
    public ByteSink() {
        super(64);
    }

    /** The bytes, in the array that collects them: valid up to {@link #size()} until the next write. */
    public byte[] array() {
        return buf;
    }

    public void fixed32(int v) {
        write(v);
        write(v >>> 8);
        write(v >>> 16);
        write(v >>> 24);
    }

    public void varint(long v) {
        long rest = v;
        while ((rest & ~0x7fL) != 0) {
            write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        write((int) rest);
    }

    public void bytes(byte[] data, int from, int count) {
        write(data, from, count);
    }

    public void bytes(byte[] data) {
        write(data, 0, data.length);
    }
}
