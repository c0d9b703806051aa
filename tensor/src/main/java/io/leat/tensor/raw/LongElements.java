package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;

/** int64 and uint64. */
final class LongElements extends Elements {
    private final long[] a;
    private final boolean unsigned;

    LongElements(Tensor tensor) {
        super(tensor);
        a = Raw.longs(tensor);
        unsigned = dtype == DType.UINT64;
    }

    @Override
    public double real(int i) {
        return unsigned ? Casts.unsignedToDouble(a[i]) : a[i];
    }

    @Override
    public long integer(int i) {
        return a[i];
    }

    @Override
    public void set(int i, double value) {
        a[i] = unsigned ? Casts.toUnsignedLong(value) : Casts.toLong(value);
    }

    @Override
    public void setInteger(int i, long value) {
        a[i] = value;
    }
}
