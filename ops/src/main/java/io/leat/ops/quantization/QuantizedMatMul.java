package io.leat.ops.quantization;

import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.OpSpec;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;

/** The product of two quantised matrices, of which each may be transposed: of levels, counted from the level of 0. */
@OpSpec("QuantizedMatMul(a: T1, b: T2, min_a: float, max_a: float, min_b: float, max_b: float) -> "
        + "(out: Toutput, min_out: float, max_out: float); T1: {qint8, quint8, qint32, qint16, quint16}; "
        + "T2: {qint8, quint8, qint32, qint16, quint16}; "
        + "Toutput: {qint8, quint8, qint32, qint16, quint16} = qint32; transpose_a: bool = false; "
        + "transpose_b: bool = false; Tactivation: {qint8, quint8, qint32, qint16, quint16} = quint8")
public final class QuantizedMatMul extends QuantizedOp {
    @Override
    protected void infer(Inference c) {
        boolean ta = c.attrs().bool("transpose_a");
        boolean tb = c.attrs().bool("transpose_b");
        Shape a = c.shape(0, 2);
        Shape b = c.shape(1, 2);
        Shape.mergeDims(a.dim(ta ? 0 : 1), b.dim(tb ? 1 : 0));
        c.output(0, Shape.of(a.dim(ta ? 1 : 0), b.dim(tb ? 0 : 1)));
        ranges(c, 2);
    }

    @Override
    protected void compute(Compute c) {
        QuantizedRange ra = QuantizedRange.of(c, 0, 2, "a").requireWide("a");
        QuantizedRange rb = QuantizedRange.of(c, 1, 4, "b").requireWide("b");
        for (int i = 0; i < 2; i++) {
            if (c.shape(i).rank() != 2) {
                throw new InvalidArgumentException("In[" + i + "] is not a matrix");
            }
        }
        int[][] a = matrix(c.input(0), c.attrs().bool("transpose_a"), (int) ra.toLevelUnclamped(0));
        int[][] b = matrix(c.input(1), !c.attrs().bool("transpose_b"), (int) rb.toLevelUnclamped(0));
        boolean ta = c.attrs().bool("transpose_a");
        boolean tb = c.attrs().bool("transpose_b");
        if (c.shape(0).dim(ta ? 0 : 1) != c.shape(1).dim(tb ? 1 : 0)) {
            throw new InvalidArgumentException(
                    "Matrix size-incompatible: In[0]: " + c.shape(0) + ", In[1]: " + c.shape(1));
        }
        Elements y = Elements.allocate(c.outputDType(0), Shape.of(a.length, b.length));
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                int sum = 0;
                for (int k = 0; k < a[i].length; k++) {
                    sum += a[i][k] * b[j][k];
                }
                y.setInteger(i * b.length + j, sum);
            }
        }
        c.output(0, y.tensor());
        range(c, QuantizedRange.ofProducts(ra, rb, c.outputDType(0)));
    }

    /** The levels less that of 0, row by row. */
    private static int[][] matrix(Tensor t, boolean transposed, int zero) {
        int rows = (int) t.shape().dim(0);
        int columns = (int) t.shape().dim(1);
        Elements e = Elements.of(t);
        int[][] out = transposed ? new int[columns][rows] : new int[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                out[transposed ? j : i][transposed ? i : j] = (int) e.integer(i * columns + j) - zero;
            }
        }
        return out;
    }
}
