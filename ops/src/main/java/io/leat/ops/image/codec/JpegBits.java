package io.leat.ops.image.codec;

/** The bits of the entropy-coded parts of a JPEG file, and the markers around them. */
final class JpegBits {
    /** Thrown at the end of the data, where what is missing must not be made up. */
    static final class Truncated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Truncated() {
            super("the data ends too early", null, false, false);
        }
    }

    static final int END = 0xd9;
    static final int RESTART = 0xd0;
    private static final int FULL = 57;

    private final byte[] data;
    private final boolean recover;
    private int at;
    private long buffer;
    private int available;
    private int marker;
    private boolean insufficient;

    JpegBits(byte[] data, int at, boolean recover) {
        this.data = data;
        this.at = at;
        this.recover = recover;
    }

    int available() {
        return available;
    }

    /** Whether more bits were asked for than there are before the next marker. */
    boolean isInsufficient() {
        return insufficient;
    }

    private int nextByte() {
        if (at < data.length) {
            return data[at++] & 0xff;
        }
        if (!recover) {
            throw new Truncated();
        }
        return -1;
    }

    /** Takes bytes in, until 57 bits are there or a marker comes; zeros where fewer than {@code wanted} are there. */
    void fill(int wanted) {
        while (available < FULL && marker == 0) {
            int b = nextByte();
            if (b == 0xff) {
                while (b == 0xff) {
                    b = nextByte();
                }
                if (b > 0) {
                    marker = b;
                    break;
                }
                b = b == 0 ? 0xff : b;
            }
            if (b < 0) {
                marker = END;
                break;
            }
            buffer = buffer << 8 | b;
            available += 8;
        }
        if (wanted > available) {
            insufficient = true;
            buffer <<= FULL - available;
            available = FULL;
        }
    }

    /** The next n bits, which must be there. */
    int peek(int n) {
        return (int) (buffer >> (available - n)) & ((1 << n) - 1);
    }

    void skip(int n) {
        available -= n;
    }

    int bits(int n) {
        if (available < n) {
            fill(n);
        }
        available -= n;
        return (int) (buffer >> available) & ((1 << n) - 1);
    }

    /** A number of n bits, of which the lower half of the values stands for negative ones (T.81, F.2.2.1). */
    int signed(int n) {
        if (n == 0) {
            return 0;
        }
        int x = bits(n);
        return x < 1 << (n - 1) ? x - (1 << n) + 1 : x;
    }

    /** Ends a part: the bits that are left are dropped, and the next part begins at the next marker. */
    void reset() {
        available = 0;
        insufficient = false;
    }

    /** The marker that comes next, skipping whatever is before it; 0xd9 at the end of the data. */
    int nextMarker() {
        while (marker == 0) {
            int b = nextByte();
            while (b == 0xff) {
                b = nextByte();
                if (b > 0 && b != 0xff) {
                    marker = b;
                    break;
                }
            }
            if (b < 0) {
                marker = END;
            }
        }
        return marker;
    }

    /** Where the bytes after the marker begin that {@link #nextMarker} gave. */
    int positionAfterMarker() {
        marker = 0;
        return at;
    }

    /**
     * Goes on after the restart marker of that number, 0 to 7. Where another marker comes, it is taken for a lost or a
     * wrong one, as far as its number suggests (T.81 leaves this to the decoder).
     */
    void restart(int number) {
        available = 0;
        while (true) {
            int found = nextMarker();
            int ahead = found - RESTART - number & 7;
            boolean isRestart = found >= RESTART && found < RESTART + 8;
            if (isRestart && ahead == 0) {
                marker = 0;
                break;
            }
            if (found >= 0xc0 && (!isRestart || ahead == 1 || ahead == 2)) {
                break; // what is missing stays grey until its turn comes
            }
            marker = 0;
            if (isRestart && ahead >= 3 && ahead <= 5) {
                break;
            }
        }
        if (marker == 0) {
            insufficient = false;
        }
    }
}
