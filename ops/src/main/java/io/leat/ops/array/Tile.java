package io.leat.ops.array;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Constants;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.kernels.Parallel;
import io.leat.kernels.StridedCopy;
import io.leat.ops.family.Sizes;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The input repeated {@code multiples[i]} times along dimension i. */
@OpSpec("Tile(input: T, multiples: Tmultiples) -> (output: T); T: type; Tmultiples: {int32, int64} = DT_INT32")
public final class Tile extends Op {
    @Endpoint("tile")
    public static Output of(Ops tf, Operand input, Operand multiples) {
        return tf.call("Tile", input, multiples);
    }

    @Override
    protected void infer(Inference c) {
        Shape in = c.shape(0);
        Tensor multiples = c.constant(1);
        if (multiples != null && in.hasRank()) {
            c.output(0, tiled(in, Constants.integers(multiples)));
        } else if (in.hasRank()) {
            c.output(0, Shape.ofRank(in.rank()));
        } else if (c.shape(1).rank() == 1 && c.shape(1).dim(0) >= 0) {
            c.output(0, Shape.ofRank((int) c.shape(1).dim(0)));
        }
    }

    private static Shape tiled(Shape in, long[] multiples) {
        if (multiples.length != in.rank()) {
            throw new InvalidArgumentException("Expected multiples argument to be a vector of length " + in.rank()
                    + " but got length " + multiples.length);
        }
        long[] dims = new long[multiples.length];
        for (int i = 0; i < dims.length; i++) {
            if (multiples[i] < 0) {
                throw new InvalidArgumentException("Expected multiples[" + i + "] >= 0, but got " + multiples[i]);
            }
            dims[i] = multiples[i] == 0 ? 0 : Sizes.product(in.dim(i), multiples[i]);
        }
        return Shape.of(dims);
    }

    @Override
    protected void compute(Compute c) {
        Shape in = c.shape(0);
        Shape out = tiled(in, c.integers(1));
        Elements x = Elements.of(c.input(0));
        Elements y = Elements.allocate(c.outputDType(0), out);
        long[] strides = in.strides();
        long[] outStrides = out.strides();
        for (int i = 0; i < y.size(); i++) {
            long from = 0;
            long rest = i;
            for (int d = 0; d < in.rank(); d++) {
                from += rest / outStrides[d] % in.dim(d) * strides[d];
                rest %= outStrides[d];
            }
            x.copy((int) from, y, i);
        }
        c.output(0, y.tensor());
    }

    @Override
    protected boolean lower(Lowering c) {
        int lanes = c.dtype(0).lanes();
        int rank = c.shape(0).rank();
        int[] in = c.shape(0).intDims();
        int[] out = c.outputShape(0).intDims();
        if (lanes > 1 || c.outputShape(0).size() == 0) {
            return false;
        }
        int[] dims = new int[2 * rank];
        int[] from = new int[2 * rank];
        int[] to = new int[2 * rank];
        int[] inStrides = StridedCopy.rowMajor(in);
        int[] outStrides = StridedCopy.rowMajor(out);
        for (int d = 0; d < rank; d++) {
            dims[2 * d] = out[d] / in[d];
            to[2 * d] = in[d] * outStrides[d];
            dims[2 * d + 1] = in[d];
            from[2 * d + 1] = inStrides[d];
            to[2 * d + 1] = outStrides[d];
        }
        c.output(
                0,
                c.library(
                        "Tile",
                        (x, y, p) -> copy(x[0], from, y[0], to, dims, p),
                        c.dtype(0),
                        c.outputShape(0),
                        c.input(0)));
        return true;
    }

    private static void copy(Object x, int[] from, Object y, int[] to, int[] dims, Parallel p) {
        StridedCopy.copy(x, 0, from, y, 0, to, dims, p);
    }

    @Override
    protected void gradient(Backprop b) {
        Ops tf = b.tf();
        Output shape = tf.call("Shape", b.input(0));
        Output multiples = b.input(1);
        Output pairs = tf.op("Pack")
                .inputs(java.util.List.of(asInt32(tf, multiples), shape))
                .attr("axis", 1)
                .add()
                .output(0);
        Output split = tf.call("Reshape", pairs, tf.constant(new int[] {-1}));
        Output axes = tf.call("Range", tf.constant(0), tf.call("Size", split), tf.constant(2));
        b.dx(0, tf.call("Reshape", tf.call("Sum", tf.call("Reshape", b.dy(0), split), axes), shape));
    }

    private static Output asInt32(Ops tf, Output x) {
        return x.dtype() == io.leat.tensor.DType.INT32
                ? x
                : tf.op("Cast")
                        .input(x)
                        .attr("DstT", io.leat.tensor.DType.INT32)
                        .add()
                        .output(0);
    }
}
