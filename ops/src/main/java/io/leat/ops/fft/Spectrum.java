package io.leat.ops.fft;

import io.leat.kernels.Fft;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** Complex numbers [outer, inner...] with transforms along the inner dimensions. */
record Spectrum(int outer, int[] inner, double[] re, double[] im) {
    static Spectrum zeros(int outer, int[] inner) {
        int size = outer;
        for (int d : inner) {
            size = Math.multiplyExact(size, d);
        }
        return new Spectrum(outer, inner.clone(), new double[size], new double[size]);
    }

    /** The first {@code inner} elements along the last dimensions of a tensor, or fewer if it has fewer. */
    static Spectrum read(Elements x, int[] inner) {
        int rank = inner.length;
        Shape s = x.shape();
        int lead = s.rank() - rank;
        int outer = 1;
        for (int i = 0; i < lead; i++) {
            outer *= (int) s.dim(i);
        }
        Spectrum y = zeros(outer, inner);
        int[] from = new int[rank];
        for (int i = 0; i < rank; i++) {
            from[i] = (int) s.dim(lead + i);
        }
        for (int i = 0; i < y.re.length; i++) {
            int at = y.place(i, from);
            if (at >= 0) {
                y.re[i] = x.real(at);
                y.im[i] = x.dtype().isComplex() ? x.imag(at) : 0;
            }
        }
        return y;
    }

    /** The place of element i in an array with other inner dimensions, or -1 if it is not in there. */
    private int place(int i, int[] other) {
        int rest = i;
        int at = 0;
        int weight = 1;
        for (int d = inner.length - 1; d >= 0; d--) {
            int k = rest % inner[d];
            rest /= inner[d];
            if (k >= other[d]) {
                return -1;
            }
            at += k * weight;
            weight *= other[d];
        }
        return at + rest * weight;
    }

    /** Transforms along one of the inner dimensions. */
    void transform(int axis, boolean inverse) {
        int n = inner[axis];
        if (re.length == 0) {
            return;
        }
        Fft fft = Fft.of(n);
        int stride = 1;
        for (int d = axis + 1; d < inner.length; d++) {
            stride *= inner[d];
        }
        double[] x = new double[n];
        double[] y = new double[n];
        for (int line = 0; line < re.length / n; line++) {
            int start = line / stride * stride * n + line % stride;
            for (int k = 0; k < n; k++) {
                x[k] = re[start + k * stride];
                y[k] = im[start + k * stride];
            }
            if (inverse) {
                fft.inverse(x, y);
            } else {
                fft.forward(x, y);
            }
            for (int k = 0; k < n; k++) {
                re[start + k * stride] = x[k];
                im[start + k * stride] = y[k];
            }
        }
    }

    /** The same along the last dimension with {@code length} elements, of which those above the half mirror the others. */
    Spectrum mirrored(int length) {
        int last = inner.length - 1;
        int[] wide = inner.clone();
        wide[last] = length;
        Spectrum y = zeros(outer, wide);
        int half = inner[last];
        for (int line = 0; line < (length == 0 ? 0 : y.re.length / length); line++) {
            for (int k = 0; k < length; k++) {
                int from = line * half + (k < half ? k : length - k);
                boolean own = k == 0 || 2 * k == length; // such numbers are real
                y.re[line * length + k] = re[from];
                y.im[line * length + k] = own ? 0 : k < half ? im[from] : -im[from];
            }
        }
        return y;
    }

    /** As a tensor with the leading dimensions of {@code like}, cut to {@code kept} inner elements. */
    Tensor write(DType dtype, Shape like, int[] kept) {
        int lead = like.rank() - kept.length;
        long[] dims = new long[like.rank()];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = i < lead ? like.dim(i) : kept[i - lead];
        }
        Elements y = Elements.allocate(dtype, Shape.of(dims));
        for (int i = 0; i < re.length; i++) {
            int at = place(i, kept);
            if (at >= 0 && dtype.isComplex()) {
                y.set(at, re[i], im[i]);
            } else if (at >= 0) {
                y.set(at, re[i]);
            }
        }
        return y.tensor();
    }
}
