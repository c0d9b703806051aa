package io.leat.kernels;

import java.util.List;

/** Runs the pooling kernel that a golden case names. */
final class PoolCase {
    private PoolCase() {}

    static List<Object> run(Goldens.Case golden, Parallel parallel) {
        PoolShape shape = shape(
                golden.ints("shape"),
                golden.ints("window"),
                golden.text("padding").equals("SAME"));
        return switch (golden.dtype()) {
            case "DT_FLOAT" -> floats(golden, shape, parallel);
            case "DT_DOUBLE" -> doubles(golden, shape, parallel);
            default -> ints(golden, shape, parallel);
        };
    }

    /** Sizes with TensorFlow's paddings. */
    static PoolShape shape(int[] in, int[] window, boolean same) {
        int[] out = new int[2];
        int[] pad = new int[2];
        for (int i = 0; i < 2; i++) {
            int extent = same ? in[i + 1] : in[i + 1] - window[i] + 1;
            out[i] = (extent + window[i + 2] - 1) / window[i + 2];
            pad[i] = same ? Math.max((out[i] - 1) * window[i + 2] + window[i] - in[i + 1], 0) / 2 : 0;
        }
        return new PoolShape(
                in[0], in[1], in[2], in[3], window[0], window[1], window[2], window[3], pad[0], pad[1], out[0], out[1]);
    }

    private static List<Object> floats(Goldens.Case golden, PoolShape s, Parallel parallel) {
        String kind = golden.text("kind");
        String gradKind = kind.equals("special") ? "ties" : kind;
        int inSize = s.batch() * s.inImage();
        int outSize = s.batch() * s.outImage();
        float[] x = GoldenData.floats(kind, 1, inSize);
        float[] y = new float[outSize];
        float[] dx = new float[inSize];
        float[] dy = GoldenData.floats(gradKind, 2, outSize);
        switch (golden.op()) {
            case "MaxPool" -> Pool.max(x, 0, y, 0, s, parallel);
            case "AvgPool" -> Pool.average(x, 0, y, 0, s, parallel);
            case "MaxPoolWithArgmax" -> {
                long[] argmax = new long[outSize];
                Pool.maxWithArgmax(x, 0, y, 0, argmax, 0, false, s, parallel);
                return List.of(y, argmax);
            }
            case "AvgPoolGrad" -> {
                Pool.averageGradient(dy, 0, dx, 0, s, parallel);
                return List.of(dx);
            }
            case "MaxPoolGrad" -> {
                Pool.maxGradient(x, 0, dy, 0, dx, 0, s, parallel);
                return List.of(dx);
            }
            default -> {
                Pool.max(x, 0, y, 0, s, parallel);
                float[] out = new float[outSize];
                Pool.maxGradientOfGradient(x, 0, y, 0, GoldenData.floats(gradKind, 2, inSize), 0, out, 0, s, parallel);
                return List.of(out);
            }
        }
        return List.of(y);
    }

    private static List<Object> doubles(Goldens.Case golden, PoolShape s, Parallel parallel) {
        String kind = golden.text("kind");
        int inSize = s.batch() * s.inImage();
        int outSize = s.batch() * s.outImage();
        double[] x = GoldenData.doubles(kind, 1, inSize);
        double[] y = new double[outSize];
        double[] dx = new double[inSize];
        double[] dy = GoldenData.doubles(kind, 2, outSize);
        switch (golden.op()) {
            case "MaxPool" -> Pool.max(x, 0, y, 0, s, parallel);
            case "AvgPool" -> Pool.average(x, 0, y, 0, s, parallel);
            case "MaxPoolWithArgmax" -> {
                long[] argmax = new long[outSize];
                Pool.maxWithArgmax(x, 0, y, 0, argmax, 0, false, s, parallel);
                return List.of(y, argmax);
            }
            case "AvgPoolGrad" -> {
                Pool.averageGradient(dy, 0, dx, 0, s, parallel);
                return List.of(dx);
            }
            case "MaxPoolGrad" -> {
                Pool.maxGradient(x, 0, dy, 0, dx, 0, s, parallel);
                return List.of(dx);
            }
            default -> {
                Pool.max(x, 0, y, 0, s, parallel);
                double[] out = new double[outSize];
                Pool.maxGradientOfGradient(x, 0, y, 0, GoldenData.doubles(kind, 2, inSize), 0, out, 0, s, parallel);
                return List.of(out);
            }
        }
        return List.of(y);
    }

    private static List<Object> ints(Goldens.Case golden, PoolShape s, Parallel parallel) {
        int[] x = GoldenData.ints(golden.text("kind"), 1, s.batch() * s.inImage());
        int[] y = new int[s.batch() * s.outImage()];
        Pool.max(x, 0, y, 0, s, parallel);
        return List.of(y);
    }
}
