package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;

/** int8, uint8, qint8, quint8 and bool. */
final class ByteElements extends Elements {
    private final byte[] a;
    private final int mask;
    private final boolean bool;

    ByteElements(Tensor tensor) {
        super(tensor);
        a = Raw.bytes(tensor);
        mask = dtype.isUnsigned() ? 0xFF : -1;
        bool = dtype == DType.BOOL;
    }

    @Override
    public double real(int i) {
        return a[i] & mask;
    }

    @Override
    public long integer(int i) {
        return a[i] & mask;
    }

    @Override
    public void set(int i, double value) {
        a[i] = bool ? (byte) (value != 0 ? 1 : 0) : (byte) Casts.toInt(value);
    }

    @Override
    public void setInteger(int i, long value) {
        a[i] = bool ? (byte) (value != 0 ? 1 : 0) : (byte) value;
    }
}
