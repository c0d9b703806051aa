package io.leat.tensor.raw;

import io.leat.tensor.Tensor;

/** float32 and complex64. */
final class FloatElements extends Elements {
    private final float[] a;
    private final int lanes;

    FloatElements(Tensor tensor) {
        super(tensor);
        a = Raw.floats(tensor);
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
        set(i, (float) value, 0f);
    }

    @Override
    public void set(int i, double re, double im) {
        set(i, (float) re, (float) im);
    }

    @Override
    public void setInteger(int i, long value) {
        set(i, (float) value, 0f);
    }

    @Override
    public void setUnsigned(int i, long bits) {
        set(i, Casts.unsignedToFloat(bits), 0f);
    }

    private void set(int i, float re, float im) {
        a[i * lanes] = re;
        if (lanes == 2) {
            a[2 * i + 1] = im;
        }
    }
}
