package io.leat.kernels;

/** The input data of the golden cases; {@code tools/golden} makes the same. */
final class GoldenData {
    private GoldenData() {}

    /** {@code ties} are few different numbers, {@code special} also NaN and infinity, {@code reals} are many. */
    static float[] floats(String kind, int seed, int n) {
        float[] data = new float[n];
        int state = seed * 0x9E3779B9;
        for (int i = 0; i < n; i++) {
            state = state * 1664525 + 1013904223;
            int bits = state >>> 9;
            data[i] = switch (kind) {
                case "reals" -> bits * 0x1p-21f - 2;
                case "ties" -> (bits % 7 - 3) * 0.5f;
                default -> bits % 3 == 0 ? Float.NaN : bits % 3 == 1 ? Float.NEGATIVE_INFINITY : bits % 7 - 3;
            };
        }
        return data;
    }

    static double[] doubles(String kind, int seed, int n) {
        float[] floats = floats(kind, seed, n);
        double[] data = new double[n];
        for (int i = 0; i < n; i++) {
            data[i] = floats[i];
        }
        return data;
    }

    static int[] ints(String kind, int seed, int n) {
        float[] floats = floats(kind, seed, n);
        int[] data = new int[n];
        for (int i = 0; i < n; i++) {
            data[i] = (int) floats[i];
        }
        return data;
    }
}
