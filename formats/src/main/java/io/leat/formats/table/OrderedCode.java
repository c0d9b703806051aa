package io.leat.formats.table;

import io.leat.formats.bytes.ByteCursor;
import io.leat.formats.bytes.ByteSink;

/** An encoding of strings and numbers whose bytes sort as the values do; checkpoints name their slices in it. */
public final class OrderedCode {
    private OrderedCode() {}

    /** A number from 0: its length in bytes, then its bytes from the highest, without leading zeros. */
    public static void writeUnsigned(ByteSink out, long v) {
        int bytes = (71 - Long.numberOfLeadingZeros(v)) / 8;
        out.write(bytes);
        writeBigEndian(out, v, bytes);
    }

    /** Bytes, with 0 written as {@code 00 ff}, 255 as {@code ff 00}, and {@code 00 01} at the end. */
    public static void writeString(ByteSink out, byte[] s) {
        for (byte b : s) {
            out.write(b);
            if (b == 0) {
                out.write(0xff);
            } else if (b == (byte) 0xff) {
                out.write(0);
            }
        }
        out.write(0);
        out.write(1);
    }

    /**
     * A signed number: as many leading one bits (of a negative number: zero bits) as it takes bytes, one bit of the other
     * kind and of the sign each, then its two's complement.
     */
    public static void writeSigned(ByteSink out, long v) {
        long magnitude = v < 0 ? ~v : v;
        int bits = 64 - Long.numberOfLeadingZeros(magnitude); // without the sign
        int length = bits / 7 + 1; // each byte gives one bit to the prefix
        byte[] b = new byte[10];
        int from = b.length - length;
        for (int i = b.length - 1, shift = 0; i >= from; i--, shift += 8) {
            b[i] = (byte) (shift < 64 ? v >> shift : v >> 63);
        }
        // The prefix replaces sign bits: flipping them makes ones of a non-negative number's zeros and the reverse.
        for (int i = 0; i < length; i++) {
            b[from + i / 8] ^= (byte) (0x80 >> i % 8);
        }
        out.bytes(b, from, length);
    }

    /** What {@link #writeUnsigned} wrote. */
    public static long readUnsigned(ByteCursor in) {
        int bytes = in.unsignedByte();
        if (bytes > 8) {
            throw in.corrupt("a number of " + bytes + " bytes");
        }
        long v = 0;
        for (int i = 0; i < bytes; i++) {
            v = v << 8 | in.unsignedByte();
        }
        return v;
    }

    /** What {@link #writeString} wrote. */
    public static byte[] readString(ByteCursor in) {
        var out = new ByteSink();
        while (true) {
            int b = in.unsignedByte();
            if (b == 0) {
                int kind = in.unsignedByte();
                if (kind == 1) {
                    return out.toByteArray();
                } else if (kind != 0xff) {
                    throw in.corrupt("a broken string");
                }
            } else if (b == 0xff && in.unsignedByte() != 0) {
                throw in.corrupt("a broken string");
            }
            out.write(b);
        }
    }

    /** What {@link #writeSigned} wrote. */
    public static long readSigned(ByteCursor in) {
        int first = in.unsignedByte();
        boolean negative = first < 0x80;
        int lead = negative ? first ^ 0xff : first;
        int second = 0;
        int length = 0;
        while (length < 8 && (lead & 0x80 >> length) != 0) {
            length++;
        }
        boolean two = length == 8;
        if (two) {
            second = in.unsignedByte();
            int s = negative ? second ^ 0xff : second;
            length += (s & 0x80) == 0 ? 0 : (s & 0x40) == 0 ? 1 : 2;
        }
        if (length > 10) {
            throw in.corrupt("a number of " + length + " bytes");
        }
        byte[] b = new byte[length];
        b[0] = (byte) first;
        int have = 1;
        if (two) {
            b[1] = (byte) second;
            have = 2;
        }
        in.copyTo(b, have, length - have);
        for (int i = 0; i < length; i++) {
            b[i / 8] ^= (byte) (0x80 >> i % 8);
        }
        long v = negative ? -1 : 0;
        for (byte x : b) {
            v = v << 8 | x & 0xff;
        }
        return v;
    }

    private static void writeBigEndian(ByteSink out, long v, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            out.write((int) (v >>> 8 * i));
        }
    }
}
