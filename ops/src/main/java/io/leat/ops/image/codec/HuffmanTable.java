package io.leat.ops.image.codec;

/** The codes of a Huffman table of JPEG (ITU T.81, annex C), for reading. */
final class HuffmanTable {
    static final int LOOKAHEAD = 8;
    private static final int LONGEST = 16;

    /** For each 8 bits that begin with a code of at most 8: its length, shifted by 8, and its symbol; 0 for others. */
    private final int[] short8 = new int[1 << LOOKAHEAD];

    private final int[] lastCode = new int[LONGEST + 2];
    private final int[] offset = new int[LONGEST + 1];
    private final byte[] symbols;

    /**
     * @param counts how many codes there are of each length from 1 to 16
     * @throws JpegException if there are more codes than fit
     */
    HuffmanTable(byte[] counts, byte[] symbols) throws JpegException {
        this.symbols = symbols;
        int code = 0;
        int at = 0;
        for (int length = 1; length <= LONGEST; length++) {
            int n = counts[length - 1] & 0xff;
            if (code + n > 1 << length) {
                throw new JpegException("bad Huffman table");
            }
            offset[length] = at - code;
            for (int i = 0; i < n; i++, code++, at++) {
                if (length <= LOOKAHEAD) {
                    int from = code << (LOOKAHEAD - length);
                    for (int k = 0; k < 1 << (LOOKAHEAD - length); k++) {
                        short8[from + k] = length << 8 | symbols[at] & 0xff;
                    }
                }
            }
            lastCode[length] = n == 0 ? -1 : code - 1;
            code <<= 1;
        }
        lastCode[LONGEST + 1] = Integer.MAX_VALUE;
    }

    /** Whether all symbols are at most {@code most}. */
    boolean isWithin(int most) {
        for (byte s : symbols) {
            if ((s & 0xff) > most) {
                return false;
            }
        }
        return true;
    }

    /** The next symbol; 0 where no code fits, as there is no better guess. */
    int next(JpegBits in) throws JpegException {
        int length = 1;
        if (in.available() < LOOKAHEAD) {
            in.fill(0);
        }
        if (in.available() >= LOOKAHEAD) {
            int found = short8[in.peek(LOOKAHEAD)];
            if (found != 0) {
                in.skip(found >> 8);
                return found & 0xff;
            }
            length = LOOKAHEAD + 1;
        }
        int code = in.bits(length);
        while (code > lastCode[length]) {
            code = code << 1 | in.bits(1);
            length++;
        }
        return length > LONGEST ? 0 : symbols[code + offset[length]] & 0xff;
    }
}
