package io.leat.formats.table;

import io.leat.formats.bytes.ByteCursor;

/** Decompresses Snappy's raw format. */
final class Snappy {
    /** A copy of three bytes yields up to 64; no other element expands more. */
    private static final int MAX_RATIO = 22;

    private Snappy() {}

    /**
     * @throws io.leat.tensor.DataLossException if {@code in} is not a whole, valid compressed block
     */
    static byte[] decompress(ByteCursor in) {
        byte[] out = new byte[in.varintUpTo((int) Math.min(Integer.MAX_VALUE - 8L, (long) in.remaining() * MAX_RATIO))];
        int at = 0;
        while (in.hasRemaining()) {
            int tag = in.unsignedByte();
            int high = tag >>> 2;
            if ((tag & 3) == 0) {
                int length = 1 + (high < 60 ? high : number(in, high - 59));
                checkRoom(in, length, out.length - at);
                in.copyTo(out, at, length);
                at += length;
            } else {
                int length = (tag & 3) == 1 ? 4 + (high & 7) : 1 + high;
                int distance = switch (tag & 3) {
                    case 1 -> (tag >>> 5) << 8 | in.unsignedByte();
                    case 2 -> number(in, 2);
                    default -> number(in, 4);
                };
                checkRoom(in, length, out.length - at);
                if (distance <= 0 || distance > at) {
                    throw in.corrupt("a Snappy copy from " + distance + " bytes back, of " + at + " there");
                }
                for (int i = 0; i < length; i++, at++) { // may overlap what it writes: byte by byte
                    out[at] = out[at - distance];
                }
            }
        }
        if (at != out.length) {
            throw in.corrupt("a Snappy block of " + at + " bytes that claims " + out.length);
        }
        return out;
    }

    private static int number(ByteCursor in, int bytes) {
        int v = 0;
        for (int i = 0; i < bytes; i++) {
            v |= in.unsignedByte() << 8 * i;
        }
        return v;
    }

    private static void checkRoom(ByteCursor in, int length, int room) {
        if (length <= 0 || length > room) {
            throw in.corrupt("a Snappy element of " + length + " bytes where " + room + " remain");
        }
    }
}
