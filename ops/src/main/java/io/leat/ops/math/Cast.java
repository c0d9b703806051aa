package io.leat.ops.math;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;

/**
 * Each element converted to another dtype: floats become integers by truncation, integers wrap, whatever is not 0
 * becomes true, an imaginary part is dropped. Attribute {@code Truncate} makes the conversion to a narrower floating
 * dtype cut off bits instead of rounding.
 */
@OpSpec("Cast(x: SrcT) -> (y: DstT); SrcT: type; DstT: type; Truncate: bool = false")
public final class Cast extends Op {
    /** Itself where it has that dtype already. */
    @Endpoint("cast")
    public static Output of(Ops tf, Operand x, DType dtype) {
        Output in = x.output();
        return in.dtype() == dtype
                ? in
                : tf.op("Cast").input(in).attr("DstT", dtype).add().output(0);
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, c.shape(0));
        Shape elements = c.partialValue(0);
        if (elements != null && c.outputDType(0).isInteger()) {
            c.partialValue(0, elements);
        }
    }

    @Override
    protected void compute(Compute c) {
        DType from = c.input(0).dtype();
        DType to = c.outputDType(0);
        if (from == to) {
            c.output(0, c.input(0));
            return;
        }
        if (isHandle(from) || isHandle(to)) {
            throw new UnimplementedException(
                    "Cast " + from.signatureName() + " to " + to.signatureName() + " is not supported");
        }
        Tensor in = c.input(0);
        Elements x = Elements.of(isTruncating(c.attrs().bool("Truncate"), from, to) ? truncated(in, to) : in);
        Elements y = Elements.allocate(to, c.shape(0));
        for (int i = 0; i < x.size(); i++) {
            x.cast(i, y, i);
        }
        c.output(0, y.tensor());
    }

    private static boolean isHandle(DType t) {
        return t == DType.STRING || t == DType.RESOURCE || t == DType.VARIANT;
    }

    private static boolean isTruncating(boolean truncate, DType from, DType to) {
        return truncate && from.isFloating() && to.isFloating() && to.bytes() < from.bytes();
    }

    /** {@code x} without the bits of the significand that {@code to} has not. */
    private static Tensor truncated(Tensor x, DType to) {
        int lost = 52 - (to == DType.FLOAT32 ? 23 : to == DType.FLOAT16 ? 10 : 7);
        Elements in = Elements.of(x);
        Elements out = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < in.size(); i++) {
            double v = in.real(i);
            boolean kept = Double.isNaN(v) || Double.isInfinite(v);
            out.set(i, kept ? v : Double.longBitsToDouble(Double.doubleToRawLongBits(v) >> lost << lost));
        }
        return out.tensor();
    }

    @Override
    protected boolean lower(Lowering c) {
        DType from = c.dtype(0);
        DType to = c.outputDType(0);
        if (from == to) {
            c.output(0, c.input(0));
            return true;
        }
        if (!Scalar.supports(from)
                || !Scalar.supports(to)
                || isTruncating(c.attrs().bool("Truncate"), from, to)) {
            return false;
        }
        c.output(0, c.map(convert(Scalar.input(0, from), to), c.input(0)));
        return true;
    }

    /** The kernel IR's conversion, with the results of {@link io.leat.tensor.raw.Casts} for NaN and too large values. */
    private static Scalar convert(Scalar x, DType to) {
        if (!x.type().isFloating() || !to.isInteger()) {
            return x.cast(to);
        }
        if (to == DType.UINT64) {
            return x.lt(0x1p64).select(x.cast(to), Scalar.constant(Long.MIN_VALUE, to));
        }
        boolean wide = to == DType.INT64 || to == DType.UINT32;
        DType by = wide ? DType.INT64 : DType.INT32;
        Scalar least = Scalar.constant(wide ? Long.MIN_VALUE : Integer.MIN_VALUE, by);
        return x.lt(wide ? 0x1p63 : 0x1p31).select(x.cast(by), least).cast(to);
    }

    @Override
    protected void gradient(Backprop b) {
        DType from = b.input(0).dtype();
        boolean differentiable = from.isFloating() || from.isComplex();
        DType to = b.output(0).dtype();
        if (differentiable && (to.isFloating() || to.isComplex())) {
            b.dx(0, of(b.tf(), b.dy(0), from));
        }
    }
}
