package io.leat.tensor.raw;

import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/** Strings, and the handles of resource and variant tensors. */
final class ObjectElements extends Elements {
    private final Object[] a;

    ObjectElements(Tensor tensor) {
        super(tensor);
        a = Raw.objects(tensor);
    }

    @Override
    public double real(int i) {
        throw wrongKind("a number");
    }

    @Override
    public double imag(int i) {
        throw wrongKind("a number");
    }

    @Override
    public long integer(int i) {
        throw wrongKind("a number");
    }

    @Override
    public void set(int i, double value) {
        throw wrongKind("a number");
    }

    @Override
    public void setInteger(int i, long value) {
        throw wrongKind("a number");
    }

    @Override
    public boolean same(int i, Elements other, int j) {
        return dtype == DType.STRING
                ? Arrays.equals(string(i), other.string(j))
                : Objects.equals(a[i], other.object(j));
    }

    @Override
    public int compare(int i, Elements other, int j) {
        if (dtype != DType.STRING) {
            throw wrongKind("ordered");
        }
        return Arrays.compareUnsigned(string(i), other.string(j));
    }

    @Override
    public byte[] string(int i) {
        return dtype == DType.STRING ? (byte[]) a[i] : super.string(i);
    }

    @Override
    public Object object(int i) {
        return dtype == DType.STRING ? super.object(i) : a[i];
    }

    @Override
    public void setString(int i, byte[] value) {
        if (dtype != DType.STRING) {
            throw wrongKind("a string");
        }
        a[i] = value;
    }

    @Override
    public void setObject(int i, Object value) {
        if (dtype == DType.STRING) {
            throw wrongKind("a handle");
        }
        a[i] = value;
    }
}
