package io.leat.ops.math;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The {@code BatchMatMul} ops: attributes {@code adj_x} and {@code adj_y} ask for the conjugate transpose. */
abstract class BatchProduct extends MatrixProduct {
    /** Whether the leading dimensions broadcast; otherwise they must be equal. */
    protected abstract boolean broadcasts();

    private static Side left(Attrs attrs) {
        return new Side(attrs.bool("adj_x"), attrs.bool("adj_x"));
    }

    private static Side right(Attrs attrs) {
        return new Side(attrs.bool("adj_y"), attrs.bool("adj_y"));
    }

    private Shape product(Shape x, Shape y, Attrs attrs) {
        requireMatrices(0, x);
        requireMatrices(1, y);
        if (!x.hasRank() || !y.hasRank()) {
            return Shape.UNKNOWN;
        }
        return product(batch(x, y), x, left(attrs), y, right(attrs));
    }

    private static void requireMatrices(int input, Shape s) {
        if (s.hasRank() && s.rank() < 2) {
            throw new InvalidArgumentException("In[" + input + "] ndims must be >= 2: " + s.rank()
                    + ". Shape must be at least rank 2 but is rank " + s.rank());
        }
    }

    private Shape batch(Shape x, Shape y) {
        Shape batchX = x.slice(0, x.rank() - 2);
        Shape batchY = y.slice(0, y.rank() - 2);
        if (!broadcasts()) {
            if (x.rank() != y.rank()) {
                throw new InvalidArgumentException("In[0] and In[1] has different ndims: " + x + " vs. " + y);
            }
            for (int i = 0; i < batchX.rank(); i++) {
                if (!Shape.of(batchX.dim(i)).isCompatibleWith(Shape.of(batchY.dim(i)))) {
                    throw new InvalidArgumentException(
                            "In[0].dim(" + i + ") and In[1].dim(" + i + ") must be the same: " + x + " vs " + y);
                }
            }
            return batchX.merge(batchY);
        }
        try {
            return batchX.broadcast(batchY);
        } catch (InvalidArgumentException e) {
            throw new InvalidArgumentException(
                    "In[0] and In[1] must have compatible batch dimensions: " + x + " vs. " + y, null, e);
        }
    }

    @Override
    protected void infer(Inference c) {
        c.output(0, product(c.shape(0), c.shape(1), c.attrs()));
    }

    @Override
    protected void compute(Compute c) {
        Shape out = product(c.shape(0), c.shape(1), c.attrs());
        Elements x = as(c.outputDType(0), c.input(0));
        Elements y = as(c.outputDType(0), c.input(1));
        multiply(c, x, left(c.attrs()), y, right(c.attrs()), out);
    }

    private static Elements as(DType type, Tensor t) {
        Elements from = Elements.of(t);
        if (t.dtype() == type) {
            return from;
        }
        Elements to = Elements.allocate(type, t.shape());
        for (int i = 0; i < from.size(); i++) {
            from.cast(i, to, i);
        }
        return to;
    }

    @Override
    protected boolean lower(Lowering c) {
        boolean floating = c.dtype(0).isFloating() && c.dtype(1).isFloating();
        return floating && lower(c, left(c.attrs()), right(c.attrs()));
    }

    @Override
    protected void gradient(Backprop g) {
        Ops tf = g.tf();
        Output x = g.input(0);
        Output y = g.input(1);
        Output dz = g.dy(0);
        boolean ax = g.attrs().bool("adj_x");
        boolean ay = g.attrs().bool("adj_y");
        Output dx = ax ? product(g, y, dz, ay, true) : product(g, dz, y, false, !ay);
        Output dy = ay ? product(g, dz, x, true, ax) : product(g, x, dz, !ax, false);
        g.dx(0, broadcasts() ? sumTo(tf, dx, x, y) : dx);
        g.dx(1, broadcasts() ? sumTo(tf, dy, y, x) : dy);
    }

    /** The same op on other operands, in the dtype of its output. */
    private Output product(Backprop g, Output a, Output b, boolean adjA, boolean adjB) {
        Ops tf = g.tf();
        DType type = g.output(0).dtype();
        var node = tf.op(broadcasts() ? "BatchMatMulV2" : "BatchMatMul")
                .input(Cast.of(tf, a, type))
                .input(Cast.of(tf, b, type))
                .attr("adj_x", adjA)
                .attr("adj_y", adjB);
        return node.add().output(0);
    }

    /** The gradient {@code d} of {@code x} summed over the leading dimensions that were broadcast to those of {@code other}. */
    private static Output sumTo(Ops tf, Output d, Output x, Output other) {
        Output cast = Cast.of(tf, d, x.dtype());
        Shape s = x.shape();
        if (s.isFullyKnown()
                && other.shape().hasRank()
                && s.rank() >= other.shape().rank()) {
            Shape rest = other.shape().slice(0, other.shape().rank() - 2);
            Shape mine = s.slice(0, s.rank() - 2);
            if (rest.isFullyKnown() && mine.broadcast(rest).equals(mine)) {
                return cast;
            }
        }
        Output shape = tf.call("Shape", x);
        Output axes = tf.call("BroadcastGradientArgs", batchOf(tf, shape), batchOf(tf, tf.call("Shape", other)));
        return tf.call("Reshape", tf.call("Sum", cast, axes), shape);
    }

    private static Output batchOf(Ops tf, Output shape) {
        return tf.op("StridedSlice")
                .input(shape)
                .input(tf.constant(new int[] {0}))
                .input(tf.constant(new int[] {-2}))
                .input(tf.constant(new int[] {1}))
                .attr("begin_mask", 1)
                .add()
                .output(0);
    }
}
