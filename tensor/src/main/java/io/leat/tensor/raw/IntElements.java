package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;

/** int32, qint32 and uint32. */
final class IntElements extends Elements {
    private final int[] a;
    private final boolean unsigned;

    IntElements(Tensor tensor) {
        super(tensor);
        a = Raw.ints(tensor);
        unsigned = dtype == DType.UINT32;
    }

    @Override
    public double real(int i) {
        return integer(i);
    }

    @Override
    public long integer(int i) {
        return unsigned ? a[i] & 0xFFFF_FFFFL : a[i];
    }

    @Override
    public void set(int i, double value) {
        a[i] = unsigned ? (int) Casts.toLong(value) : Casts.toInt(value);
    }

    @Override
    public void setInteger(int i, long value) {
        a[i] = (int) value;
    }
}
