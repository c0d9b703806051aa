package io.leat.kernels;

import java.util.List;
import java.util.Locale;

/** Runs the kernel that a golden case names. */
final class KernelCase {
    private KernelCase() {}

    /** All outputs of the op. */
    static List<Object> run(Goldens.Case golden, Parallel parallel) {
        String op = golden.op();
        if (op.contains("Pool")) {
            return PoolCase.run(golden, parallel);
        }
        if (op.startsWith("LRN")) {
            return List.of(lrn(golden, parallel));
        }
        if (op.startsWith("Resize")) {
            return List.of(resize(golden, parallel));
        }
        return List.of(op.startsWith("TensorScatter") ? scatter(golden, parallel) : segments(golden, parallel));
    }

    private static float[] lrn(Goldens.Case golden, Parallel parallel) {
        int[] shape = golden.ints("shape");
        int depth = shape[3];
        int pixels = shape[0] * shape[1] * shape[2];
        Lrn lrn = new Lrn(golden.n("radius"), 1.5f, 0.25f, Float.parseFloat(golden.text("beta")));
        float[] x = GoldenData.floats("reals", 1, pixels * depth);
        float[] y = new float[x.length];
        lrn.forward(x, 0, y, 0, pixels, depth, parallel);
        if (golden.op().equals("LRN")) {
            return y;
        }
        float[] grad = GoldenData.floats("reals", 2, x.length);
        float[] dx = new float[x.length];
        lrn.gradient(x, 0, y, 0, grad, 0, dx, 0, pixels, depth, parallel);
        return dx;
    }

    private static float[] resize(Goldens.Case golden, Parallel parallel) {
        int[] in = golden.ints("shape");
        int[] out = golden.ints("out");
        Resize resize =
                new Resize(in[0], in[1], in[2], in[3], out[1], out[2], golden.flag("align"), golden.flag("half"));
        float[] x = GoldenData.floats("reals", 1, in[0] * in[1] * in[2] * in[3]);
        float[] grad = GoldenData.floats("reals", 2, out[0] * out[1] * out[2] * out[3]);
        float[] y = new float[grad.length];
        float[] dx = new float[x.length];
        switch (golden.op()) {
            case "ResizeBilinear" -> resize.bilinear(x, 0, y, 0, parallel);
            case "ResizeNearestNeighbor" -> resize.nearest(x, 0, y, 0, parallel);
            case "ResizeBilinearGrad" -> resize.bilinearGradient(grad, 0, dx, 0, parallel);
            default -> resize.nearestGradient(grad, 0, dx, 0, parallel);
        }
        return golden.op().endsWith("Grad") ? dx : y;
    }

    private static float[] scatter(Goldens.Case golden, Parallel parallel) {
        int[] indices = golden.ints("indices");
        int rows = golden.n("rows");
        int inner = golden.n("inner");
        float[] target = GoldenData.floats(golden.text("kind"), 1, rows * inner);
        float[] updates = GoldenData.floats(golden.text("kind"), 2, indices.length * inner);
        String name = golden.op().substring("TensorScatter".length()).toUpperCase(Locale.ROOT);
        ScatterOp op = ScatterOp.valueOf(name);
        Scatter.rows(op, target, 0, rows, inner, indices, 0, indices.length, updates, 0, parallel);
        return target;
    }

    private static float[] segments(Goldens.Case golden, Parallel parallel) {
        int[] ids = golden.ints("indices");
        int segments = golden.n("segments");
        int inner = golden.n("inner");
        float[] data = GoldenData.floats("reals", 1, ids.length * inner);
        float[] out = new float[segments * inner];
        Segments.sum(data, 0, ids, 0, ids.length, inner, out, 0, segments, parallel);
        return out;
    }
}
