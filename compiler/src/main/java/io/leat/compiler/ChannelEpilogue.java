package io.leat.compiler;

import io.leat.ir.BinaryFunction;
import io.leat.ir.CoreOp;
import io.leat.ir.Scalar;
import io.leat.kernels.ChannelAffine;
import io.leat.kernels.Finish;
import io.leat.kernels.VectorSupport;
import io.leat.tensor.DType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most common epilogues, for which there is a hand-written loop: an {@linkplain ChannelAffine affine function} of
 * the product by channel, to which a tensor of the same shape is added or an affine function of one, cut off below and
 * above.
 */
final class ChannelEpilogue {
    private final int channels;
    private final Affine product;
    private final @Nullable Affine more;
    private final float least;
    private final float most;

    /** An affine function of input {@code full}; the inputs with the vectors of channels are -1 where absent. */
    private record Affine(int full, int minus, int times, int plus) {
        ChannelAffine of(Object[] inputs, int channels) {
            return new ChannelAffine(
                    vector(inputs, minus, 0, channels),
                    vector(inputs, times, 1, channels),
                    vector(inputs, plus, 0, channels));
        }

        private static float[] vector(Object[] inputs, int k, float absent, int channels) {
            if (k >= 0) {
                return (float[]) inputs[k];
            }
            float[] same = new float[channels];
            Arrays.fill(same, absent);
            return same;
        }
    }

    private ChannelEpilogue(int channels, Affine product, @Nullable Affine more, float least, float most) {
        this.channels = channels;
        this.product = product;
        this.more = more;
        this.least = least;
        this.most = most;
    }

    /**
     * The epilogue as one of these, or null if it is none.
     *
     * @param dims the dimensions of the inputs, first those of the product
     */
    static @Nullable ChannelEpilogue of(CoreOp.Map epilogue, List<int[]> dims) {
        Scalar e = epilogue.bodies().getFirst();
        int[] shape = dims.getFirst();
        if (!VectorSupport.AVAILABLE || epilogue.bodies().size() > 1 || e.type() != DType.FLOAT32) {
            return null;
        }
        float most = Float.POSITIVE_INFINITY;
        float least = Float.NEGATIVE_INFINITY;
        if (e instanceof Scalar.Binary(var f, var x, Scalar.Constant c, var _) && f == BinaryFunction.MINIMUM) {
            most = (float) c.real();
            e = x;
        }
        if (e instanceof Scalar.Binary(var f, var x, Scalar.Constant c, var _) && f == BinaryFunction.MAXIMUM) {
            least = (float) c.real();
            e = x;
        }
        Affine whole = affine(e, dims, shape);
        if (whole != null && whole.full() == 0) {
            return new ChannelEpilogue(shape[shape.length - 1], whole, null, least, most);
        }
        if (e instanceof Scalar.Binary(var f, var a, var b, var _) && f == BinaryFunction.ADD) {
            Affine first = affine(a, dims, shape);
            Affine second = affine(b, dims, shape);
            if (first != null && second != null && (first.full() == 0) != (second.full() == 0)) {
                Affine product = first.full() == 0 ? first : second;
                Affine more = first.full() == 0 ? second : first;
                return new ChannelEpilogue(shape[shape.length - 1], product, more, least, most);
            }
        }
        return null;
    }

    private static @Nullable Affine affine(Scalar s, List<int[]> dims, int[] shape) {
        int[] vectors = {-1, -1, -1};
        BinaryFunction[] functions = {BinaryFunction.SUBTRACT, BinaryFunction.MULTIPLY, BinaryFunction.ADD};
        Scalar e = s;
        for (int i = 2; i >= 0; i--) {
            if (e instanceof Scalar.Binary(var f, var x, Scalar.Input(int k, var t), var _)
                    && f == functions[i]
                    && t == DType.FLOAT32
                    && isVector(dims.get(k), shape)) {
                vectors[i] = k;
                e = x;
            }
        }
        boolean full =
                e instanceof Scalar.Input(int k, var t) && t == DType.FLOAT32 && Arrays.equals(dims.get(k), shape);
        return full ? new Affine(((Scalar.Input) e).index(), vectors[0], vectors[1], vectors[2]) : null;
    }

    /** Whether an input has one element for each channel, which is the last dimension. */
    private static boolean isVector(int[] dims, int[] shape) {
        for (int i = 0; i < dims.length - 1; i++) {
            if (dims[i] != 1) {
                return false;
            }
        }
        int channels = shape[shape.length - 1];
        return dims.length > 0 && dims[dims.length - 1] == channels && !Arrays.equals(dims, shape);
    }

    /** Overwrites the product, which is {@code inputs[0]}. */
    Finish finish(Object[] inputs) {
        float[] y = (float[]) inputs[0];
        ChannelAffine affine = product.of(inputs, channels);
        if (more == null) {
            return affine.finish(y, channels, least, most);
        }
        float[] other = (float[]) inputs[more.full()];
        boolean plain = more.minus() < 0 && more.times() < 0 && more.plus() < 0;
        return plain
                ? affine.finish(y, channels, other, least, most)
                : affine.finish(y, channels, other, more.of(inputs, channels), least, most);
    }
}
