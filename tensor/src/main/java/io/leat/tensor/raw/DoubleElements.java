package io.leat.tensor.raw;

import io.leat.tensor.Tensor;

/** float64 and complex128. */
final class DoubleElements extends Elements {
    private final double[] a;
    private final int lanes;

    DoubleElements(Tensor tensor) {
        super(tensor);
        a = Raw.doubles(tensor);
        lanes = dtype.lanes();
    }

    @Override
    public double real(int i) {
        return a[i * lanes];
    }

    @Override
    public double imag(int i) {
        return lanes == 1 ? 0 : a[2 * i + 1];
    }

    @Override
    public long integer(int i) {
        return Casts.toLong(real(i));
    }

    @Override
    public void set(int i, double value) {
        set(i, value, 0);
    }

    @Override
    public void set(int i, double re, double im) {
        a[i * lanes] = re;
        if (lanes == 2) {
            a[2 * i + 1] = im;
        }
    }

    @Override
    public void setInteger(int i, long value) {
        set(i, (double) value, 0);
    }

    @Override
    public void setUnsigned(int i, long bits) {
        set(i, Casts.unsignedToDouble(bits), 0);
    }
}
