package io.leat.ops.family;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.ReduceKind;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ops that combine the elements along the axes that their second input lists, with attribute {@code keep_dims}. */
public abstract class Reduction extends Op {
    /** The core reduction that this op is. */
    protected abstract ReduceKind kind();

    /** The plain meaning for the elements that go into one element of the result; the result goes to element {@code at}. */
    protected abstract void reduce(Elements x, int[] elements, Elements y, int at);

    @Override
    protected void infer(Inference c) {
        boolean keep = c.attrs().bool("keep_dims");
        Shape in = c.shape(0);
        Tensor axes = c.constant(1);
        if (axes != null && in.hasRank()) {
            c.output(0, reduced(in, axes(axes, in.rank()), keep));
        } else if (keep && in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank()));
        }
    }

    /** The axes as a mask over the dimensions. */
    private static boolean[] axes(Tensor axes, int rank) {
        boolean[] mask = new boolean[rank];
        for (long a : Constants.integers(axes)) {
            int i = Constants.axis(a, rank);
            if (mask[i]) {
                throw new InvalidArgumentException(
                        "Invalid reduction arguments: Axes contains duplicate dimension: " + i);
            }
            mask[i] = true;
        }
        return mask;
    }

    private static Shape reduced(Shape in, boolean[] mask, boolean keep) {
        long[] out = new long[mask.length];
        int n = 0;
        for (int i = 0; i < mask.length; i++) {
            if (!mask[i]) {
                out[n++] = in.dim(i);
            } else if (keep) {
                out[n++] = 1;
            }
        }
        return Shape.of(Arrays.copyOf(out, n));
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        boolean[] mask = axes(c.input(1), in.rank());
        Shape kept = reduced(in, mask, true);
        int[] target = Broadcast.indices(kept, in);
        int outputs = Math.toIntExact(kept.size());
        int[] counts = new int[outputs];
        for (int t : target) {
            counts[t]++;
        }
        int[][] members = new int[outputs][];
        for (int i = 0; i < outputs; i++) {
            members[i] = new int[counts[i]];
        }
        int[] filled = new int[outputs];
        for (int i = 0; i < target.length; i++) {
            members[target[i]][filled[target[i]]++] = i;
        }
        Elements x = Elements.of(c.input(0));
        Elements y =
                Elements.allocate(c.outputDType(0), reduced(in, mask, c.attrs().bool("keep_dims")));
        for (int i = 0; i < outputs; i++) {
            reduce(x, members[i], y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        int[] list = axes(c);
        DType by = kernelType(c.dtype(0));
        if (list == null || by == null) {
            return false;
        }
        boolean widened = by != c.dtype(0);
        if (widened && c.shape(0).size() == 0) {
            return false; // the lowest and highest elements of nothing are the narrow dtype's own
        }
        Value x = widened ? c.map(Scalar.input(0, c.dtype(0)).cast(by), c.input(0)) : c.input(0);
        Value y = reduce(c, x, list);
        c.output(0, widened ? c.map(Scalar.input(0, by).cast(c.dtype(0)), y) : y);
        return true;
    }

    /** The core instructions for {@code x}, the input in a dtype that has kernels. */
    protected Value reduce(Lowering c, Value x, int[] axes) {
        return c.reduce(kind(), x, axes, c.attrs().bool("keep_dims"));
    }

    /** The axes, or null where they are not known before the run. */
    private static int @Nullable [] axes(Lowering c) {
        Tensor axes = c.constant(1);
        if (axes == null) {
            return null;
        }
        boolean[] mask = axes(axes, c.shape(0).rank());
        return IntStream.range(0, mask.length).filter(i -> mask[i]).toArray();
    }

    /** The dtype in which elements of {@code t} are reduced: a wider one for those without kernels. */
    private static @Nullable DType kernelType(DType t) {
        return switch (t) {
            case FLOAT32, FLOAT64, INT32, INT64, BOOL -> t;
            case FLOAT16, BFLOAT16 -> DType.FLOAT32;
            case INT8, UINT8, INT16, UINT16 -> DType.INT32;
            case UINT32 -> DType.INT64;
            default -> null;
        };
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(16);
    }
}
