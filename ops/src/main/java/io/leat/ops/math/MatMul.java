package io.leat.ops.math;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Lowering;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** The product [m, n] of the matrices {@code a} [m, k] and {@code b} [k, n], each of which may be given transposed. */
@OpSpec("MatMul(a: T, b: T) -> (product: T); transpose_a: bool = false; transpose_b: bool = false; "
        + "T: {bfloat16, half, float, double, int32, int64, uint8, uint16, uint32, uint64, complex64, complex128}; "
        + "grad_a: bool = false; grad_b: bool = false")
public final class MatMul extends MatrixProduct {
    /** Of more than two dimensions, a product for each leading index. */
    @Endpoint("matmul")
    @Endpoint("linalg.matmul")
    public static Output of(Ops tf, Operand a, Operand b) {
        return of(tf, a, b, false, false);
    }

    /** Of more than two dimensions, a product for each leading index. */
    @Endpoint("matmul")
    @Endpoint("linalg.matmul")
    public static Output of(Ops tf, Operand a, Operand b, boolean transposeA, boolean transposeB) {
        boolean batch = a.output().shape().rank() > 2 || b.output().shape().rank() > 2;
        if (batch && (a.output().dtype().isComplex() && (transposeA || transposeB))) {
            throw new InvalidArgumentException(
                    "matmul: batches of complex matrices are only transposed conjugated, see linalg.batchMatmul");
        }
        return tf.op(batch ? "BatchMatMulV2" : "MatMul")
                .input(a)
                .input(b)
                .attr(batch ? "adj_x" : "transpose_a", transposeA)
                .attr(batch ? "adj_y" : "transpose_b", transposeB)
                .add()
                .output(0);
    }

    private static Side left(Attrs attrs) {
        return new Side(attrs.bool("transpose_a"), false);
    }

    private static Side right(Attrs attrs) {
        return new Side(attrs.bool("transpose_b"), false);
    }

    @Override
    protected void infer(Inference c) {
        Shape a = c.shape(0, 2);
        Shape b = c.shape(1, 2);
        c.output(0, product(Shape.SCALAR, a, left(c.attrs()), b, right(c.attrs())));
    }

    @Override
    protected void compute(Compute c) {
        for (int i = 0; i < 2; i++) {
            if (c.shape(i).rank() != 2) {
                throw new InvalidArgumentException("In[" + i + "] is not a matrix. Instead it has shape " + c.shape(i));
            }
        }
        Side left = left(c.attrs());
        Side right = right(c.attrs());
        Shape out = product(Shape.SCALAR, c.shape(0), left, c.shape(1), right);
        multiply(c, Elements.of(c.input(0)), left, Elements.of(c.input(1)), right, out);
    }

    @Override
    protected boolean lower(Lowering c) {
        return lower(c, left(c.attrs()), right(c.attrs()));
    }

    @Override
    protected void gradient(Backprop g) {
        Ops tf = g.tf();
        Output a = Conj.of(tf, g.input(0));
        Output b = Conj.of(tf, g.input(1));
        Output dy = g.dy(0);
        boolean ta = g.attrs().bool("transpose_a");
        boolean tb = g.attrs().bool("transpose_b");
        g.dx(0, ta ? product(tf, b, dy, tb, true) : product(tf, dy, b, false, !tb));
        g.dx(1, tb ? product(tf, dy, a, true, ta) : product(tf, a, dy, !ta, false));
    }

    private static Output product(Ops tf, Output a, Output b, boolean transposeA, boolean transposeB) {
        return tf.op("MatMul")
                .input(a)
                .input(b)
                .attr("transpose_a", transposeA)
                .attr("transpose_b", transposeB)
                .add()
                .output(0);
    }
}
