package io.leat.ops.strings;

/** FarmHash's 64 bit fingerprints, by Pike, whose values never change. */
public final class FarmHash {
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;

    private FarmHash() {}

    /** The fingerprint of all bytes. */
    public static long of(byte[] s) {
        int n = s.length;
        return n <= 16 ? upTo16(s) : n <= 32 ? upTo32(s) : n <= 64 ? upTo64(s) : longer(s);
    }

    /** The 8 bytes from {@code at} on, the first one lowest. */
    static long word(byte[] s, int at) {
        long w = 0;
        for (int i = 7; i >= 0; i--) {
            w = w << 8 | s[at + i] & 0xffL;
        }
        return w;
    }

    /** One fingerprint of two, in this order, as TensorFlow joins them. */
    public static long join(long first, long second) {
        long factor = 0xc6a4a7935bd1e995L;
        long joined = (first ^ factor ^ mix(second * factor) * factor) * factor;
        return mix(mix(joined) * factor);
    }

    private static long half(byte[] s, int at) {
        return s[at] & 0xffL | (s[at + 1] & 0xffL) << 8 | (s[at + 2] & 0xffL) << 16 | (s[at + 3] & 0xffL) << 24;
    }

    private static long mix(long x) {
        return x ^ x >>> 47;
    }

    private static long pair(long u, long v, long factor) {
        long a = (u ^ v) * factor;
        a ^= a >>> 47;
        long b = (v ^ a) * factor;
        b ^= b >>> 47;
        return b * factor;
    }

    private static long upTo16(byte[] s) {
        int n = s.length;
        if (n >= 8) {
            long factor = K2 + n * 2L;
            long a = word(s, 0) + K2;
            long b = word(s, n - 8);
            long c = Long.rotateRight(b, 37) * factor + a;
            long d = (Long.rotateRight(a, 25) + b) * factor;
            return pair(c, d, factor);
        }
        if (n >= 4) {
            return pair(n + (half(s, 0) << 3), half(s, n - 4), K2 + n * 2L);
        }
        if (n > 0) {
            long y = (s[0] & 0xffL) + ((s[n >> 1] & 0xffL) << 8);
            long z = n + ((s[n - 1] & 0xffL) << 2);
            return mix(y * K2 ^ z * K0) * K2;
        }
        return K2;
    }

    private static long upTo32(byte[] s) {
        int n = s.length;
        long factor = K2 + n * 2L;
        long a = word(s, 0) * K1;
        long b = word(s, 8);
        long c = word(s, n - 8) * factor;
        long d = word(s, n - 16) * K2;
        return pair(
                Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d,
                a + Long.rotateRight(b + K2, 18) + c,
                factor);
    }

    private static long upTo64(byte[] s) {
        int n = s.length;
        long factor = K2 + n * 2L;
        long a = word(s, 0) * K2;
        long b = word(s, 8);
        long c = word(s, n - 8) * factor;
        long d = word(s, n - 16) * K2;
        long y = Long.rotateRight(a + b, 43) + Long.rotateRight(c, 30) + d;
        long z = pair(y, a + Long.rotateRight(b + K2, 18) + c, factor);
        long e = word(s, 16) * factor;
        long f = word(s, 24);
        long g = (y + word(s, n - 32)) * factor;
        long h = (z + word(s, n - 24)) * factor;
        return pair(
                Long.rotateRight(e + f, 43) + Long.rotateRight(g, 30) + h, e + Long.rotateRight(f + a, 18) + g, factor);
    }

    /** Mixes 32 bytes with two seeds. */
    private static long[] weak(byte[] s, int at, long seedA, long seedB) {
        long last = word(s, at + 24);
        long a = seedA + word(s, at);
        long b = Long.rotateRight(seedB + a + last, 21);
        long c = a;
        a += word(s, at + 8) + word(s, at + 16);
        b += Long.rotateRight(a, 44);
        return new long[] {a + last, b + c};
    }

    private static long longer(byte[] s) {
        long x = 81;
        long y = x * K1 + 113;
        long z = mix(y * K2 + 113) * K2;
        long[] v = {0, 0};
        long[] w = {0, 0};
        x = x * K2 + word(s, 0);
        int end = (s.length - 1) / 64 * 64;
        int last = end + (s.length - 1 & 63) - 63;
        for (int at = 0; at < end; at += 64) {
            x = Long.rotateRight(x + y + v[0] + word(s, at + 8), 37) * K1;
            y = Long.rotateRight(y + v[1] + word(s, at + 48), 42) * K1;
            x ^= w[1];
            y += v[0] + word(s, at + 40);
            z = Long.rotateRight(z + w[0], 33) * K1;
            v = weak(s, at, v[1] * K1, x + w[0]);
            w = weak(s, at + 32, z + w[1], y + word(s, at + 16));
            long swap = z;
            z = x;
            x = swap;
        }
        long factor = K1 + ((z & 0xff) << 1);
        w[0] += s.length - 1 & 63;
        v[0] += w[0];
        w[0] += v[0];
        x = Long.rotateRight(x + y + v[0] + word(s, last + 8), 37) * factor;
        y = Long.rotateRight(y + v[1] + word(s, last + 48), 42) * factor;
        x ^= w[1] * 9;
        y += v[0] * 9 + word(s, last + 40);
        z = Long.rotateRight(z + w[0], 33) * factor;
        v = weak(s, last, v[1] * factor, x + w[0]);
        w = weak(s, last + 32, z + w[1], y + word(s, last + 16));
        long swap = z;
        z = x;
        x = swap;
        return pair(pair(v[0], w[0], factor) + mix(y) * K0 + z, pair(v[1], w[1], factor) + x, factor);
    }
}
