package io.leat.formats.bytes;

import java.util.zip.CRC32C;

/** CRC-32C in the masked form in which TensorFlow stores it, so that a CRC over data with CRCs in it stays strong. */
public final class MaskedCrc {
    private static final int DELTA = 0xa282ead8;

    private MaskedCrc() {}

    public static int mask(int crc) {
        return (crc >>> 15 | crc << 17) + DELTA;
    }

    public static int unmask(int masked) {
        int rotated = masked - DELTA;
        return rotated >>> 17 | rotated << 15;
    }

    /** The masked CRC of {@code data[from, from + count)}. */
    public static int of(byte[] data, int from, int count) {
        var crc = new CRC32C();
        crc.update(data, from, count);
        return mask((int) crc.getValue());
    }

    public static int of(CRC32C crc) {
        return mask((int) crc.getValue());
    }

    /** A CRC as TensorFlow prints it. */
    public static String hex(int crc) {
        return String.format(java.util.Locale.ROOT, "%08x", crc);
    }
}
