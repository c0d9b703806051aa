package io.leat.conformance.ops;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.nio.charset.StandardCharsets;

/** Tensors with another shape, dtype or value. */
final class ChangedTensors {
    private static final String WORD = "x";

    private ChangedTensors() {}

    /** The elements of {@code t} one after the other, and again from the first where they do not suffice. */
    static Tensor shaped(Tensor t, Shape shape) {
        Elements from = Elements.of(t);
        Elements to = Elements.allocate(t.dtype(), shape);
        for (int i = 0; i < to.size(); i++) {
            if (from.size() > 0) {
                from.copy(i % from.size(), to, i);
            } else if (t.dtype() == DType.STRING) {
                to.setString(i, WORD.getBytes(StandardCharsets.UTF_8));
            }
        }
        return to.tensor();
    }

    /** A dtype of the same kind but another width, or where there is none of another kind. */
    static DType otherThan(DType t) {
        return switch (t) {
            case FLOAT32 -> DType.FLOAT64;
            case FLOAT64, FLOAT16, BFLOAT16 -> DType.FLOAT32;
            case INT32 -> DType.INT64;
            case INT64 -> DType.INT32;
            case COMPLEX64 -> DType.COMPLEX128;
            case COMPLEX128 -> DType.COMPLEX64;
            case STRING, BOOL -> DType.INT32;
            default -> DType.INT16 == t ? DType.INT8 : DType.INT16;
        };
    }

    static Tensor cast(Tensor t, DType to) {
        Elements from = Elements.of(t);
        Elements out = Elements.allocate(to, t.shape());
        for (int i = 0; i < out.size() && t.dtype() != DType.STRING; i++) {
            if (t.dtype().isQuantized()) {
                out.setInteger(i, from.integer(i));
            } else {
                from.cast(i, out, i);
            }
        }
        return out.tensor();
    }

    /** {@code t} with one element set; {@code at} wraps around. */
    static Tensor with(Tensor t, int at, long value) {
        Elements out = Elements.of(shaped(t, t.shape()));
        out.setInteger(at % out.size(), value);
        return out.tensor();
    }

    static long least(DType t) {
        return switch (t.bytes()) {
            case 1 -> Byte.MIN_VALUE;
            case 2 -> Short.MIN_VALUE;
            case 4 -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    /** Floats with what is not finite, zeros of both signs, and the least and greatest among them. */
    static Tensor extremes(Tensor t, int from) {
        double[] special = {
            Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.NEGATIVE_INFINITY, least(t), greatest(t), 0, -greatest(t)
        };
        Elements out = Elements.of(shaped(t, t.shape()));
        for (int i = 0; i < Math.min(special.length, out.size()); i++) {
            int at = Math.toIntExact((long) i * out.size() / Math.min(special.length, out.size()));
            out.set(at, special[(i + from) % special.length]);
        }
        return out.tensor();
    }

    private static double least(Tensor t) {
        return switch (t.dtype()) {
            case FLOAT64, COMPLEX128 -> Double.MIN_VALUE;
            case FLOAT16 -> 0x1p-24;
            default -> 0x1p-133;
        };
    }

    private static double greatest(Tensor t) {
        return switch (t.dtype()) {
            case FLOAT64, COMPLEX128 -> Double.MAX_VALUE;
            case FLOAT16 -> 65504;
            case BFLOAT16 -> 0x1.FEp127;
            default -> Float.MAX_VALUE;
        };
    }
}
