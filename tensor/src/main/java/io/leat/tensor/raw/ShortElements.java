package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.Halves;
import io.leat.tensor.Tensor;

/** int16, uint16, qint16, quint16, half and bfloat16. */
final class ShortElements extends Elements {
    private final short[] a;
    private final int mask;
    private final boolean half;
    private final boolean bfloat;

    ShortElements(Tensor tensor) {
        super(tensor);
        a = Raw.shorts(tensor);
        mask = dtype.isUnsigned() ? 0xFFFF : -1;
        half = dtype == DType.FLOAT16;
        bfloat = dtype == DType.BFLOAT16;
    }

    @Override
    public double real(int i) {
        return half ? Halves.fromFloat16(a[i]) : bfloat ? Halves.fromBfloat16(a[i]) : a[i] & mask;
    }

    @Override
    public long integer(int i) {
        return half || bfloat ? Casts.toLong(real(i)) : a[i] & mask;
    }

    @Override
    public void set(int i, double value) {
        if (half || bfloat) {
            setFloat(i, (float) value);
        } else {
            a[i] = (short) Casts.toInt(value);
        }
    }

    @Override
    public void setInteger(int i, long value) {
        if (half || bfloat) {
            setFloat(i, (float) value);
        } else {
            a[i] = (short) value;
        }
    }

    @Override
    public void setUnsigned(int i, long bits) {
        if (half || bfloat) {
            setFloat(i, Casts.unsignedToFloat(bits));
        } else {
            a[i] = (short) bits;
        }
    }

    private void setFloat(int i, float value) {
        a[i] = half ? Halves.toFloat16(value) : Halves.toBfloat16(value);
    }
}
