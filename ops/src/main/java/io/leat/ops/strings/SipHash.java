package io.leat.ops.strings;

/** SipHash-2-4 by Aumasson and Bernstein. */
final class SipHash {
    private long a;
    private long b;
    private long c;
    private long d;

    private SipHash(long k0, long k1) {
        a = k0 ^ 0x736f6d6570736575L;
        b = k1 ^ 0x646f72616e646f6dL;
        c = k0 ^ 0x6c7967656e657261L;
        d = k1 ^ 0x7465646279746573L;
    }

    static long of(byte[] s, long k0, long k1) {
        var h = new SipHash(k0, k1);
        int at = 0;
        for (; at + 8 <= s.length; at += 8) {
            h.add(FarmHash.word(s, at));
        }
        long last = (long) s.length << 56;
        for (int i = at; i < s.length; i++) {
            last |= (s[i] & 0xffL) << 8 * (i - at);
        }
        h.add(last);
        h.c ^= 0xff;
        for (int i = 0; i < 4; i++) {
            h.round();
        }
        return h.a ^ h.b ^ h.c ^ h.d;
    }

    private void add(long word) {
        d ^= word;
        round();
        round();
        a ^= word;
    }

    private void round() {
        a += b;
        c += d;
        b = Long.rotateLeft(b, 13) ^ a;
        d = Long.rotateLeft(d, 16) ^ c;
        a = Long.rotateLeft(a, 32);
        c += b;
        a += d;
        b = Long.rotateLeft(b, 17) ^ c;
        d = Long.rotateLeft(d, 21) ^ a;
        c = Long.rotateLeft(c, 32);
    }
}
