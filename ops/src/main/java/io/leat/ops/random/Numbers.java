package io.leat.ops.random;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Conversions of whole tensors. */
final class Numbers {
    private Numbers() {}

    static double[] doubles(Tensor t) {
        Elements e = Elements.of(t);
        double[] out = new double[e.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = e.real(i);
        }
        return out;
    }

    static float[] floats(Tensor t) {
        Elements e = Elements.of(t);
        float[] out = new float[e.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) e.real(i);
        }
        return out;
    }

    static Tensor cast(Tensor t, DType to) {
        if (t.dtype() == to) {
            return t;
        }
        Elements from = Elements.of(t);
        Elements out = Elements.allocate(to, t.shape());
        for (int i = 0; i < out.size(); i++) {
            from.cast(i, out, i);
        }
        return out.tensor();
    }
}
