package io.leat.bench.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One message in the wire format of protocol buffers, field after field. Written by hand, since the protobuf library
 * stays in module formats.
 */
final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A field of an integer type. */
    Message integer(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    /** A field of type float. */
    Message real(int field, float value) {
        varint((long) field << 3 | 5);
        int bits = Float.floatToRawIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes.write(bits >>> shift);
        }
        return this;
    }

    /** A field of type string. */
    Message text(int field, String value) {
        return blob(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A field that holds a message. */
    Message message(int field, Message value) {
        return blob(field, value.toBytes());
    }

    /** The start of a field of {@code length} bytes, which the caller writes. */
    Message begin(int field, long length) {
        varint((long) field << 3 | 2);
        varint(length);
        return this;
    }

    /** Fields that are written already. */
    Message raw(byte[] fields) {
        bytes.writeBytes(fields);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private Message blob(int field, byte[] value) {
        begin(field, value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
