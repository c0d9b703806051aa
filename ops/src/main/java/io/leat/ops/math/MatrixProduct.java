package io.leat.ops.math;

import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Lowering;
import io.leat.graph.Op;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.ops.family.Broadcast;
import io.leat.ops.family.ComplexFunctions;
import io.leat.ops.family.Strides;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.raw.Elements;

/** Ops that multiply matrices: the last two dimensions of two tensors, for each index of the dimensions before them. */
abstract class MatrixProduct extends Op {
    /** How one operand is read: as it is, transposed, or also conjugated. */
    record Side(boolean transposed, boolean conjugated) {
        long rows(Shape s) {
            return s.dim(transposed ? -1 : -2);
        }

        long columns(Shape s) {
            return s.dim(transposed ? -2 : -1);
        }
    }

    /**
     * The shape of the product under its leading dimensions {@code batch}; operands of unknown rank are taken as
     * matrices of unknown sizes.
     */
    static Shape product(Shape batch, Shape a, Side left, Shape b, Side right) {
        long rows = a.hasRank() ? left.rows(a) : Shape.ANY;
        long columns = b.hasRank() ? right.columns(b) : Shape.ANY;
        if (a.hasRank() && b.hasRank()) {
            long inner = left.columns(a);
            long other = right.rows(b);
            if (inner != other && inner != Shape.ANY && other != Shape.ANY) {
                throw new InvalidArgumentException("Dimensions must be equal, but are " + inner + " and " + other
                        + ": Matrix size-incompatible: In[0]: " + a + ", In[1]: " + b);
            }
        }
        return batch.concat(Shape.of(rows, columns));
    }

    /** The plain meaning; the shapes fit, the batch dimensions of the operands broadcast to those of {@code out}. */
    static void multiply(Compute c, Elements a, Side left, Elements b, Side right, Shape out) {
        Shape batch = out.slice(0, out.rank() - 2);
        int[] batchA = Broadcast.indices(a.shape().slice(0, a.shape().rank() - 2), batch);
        int[] batchB = Broadcast.indices(b.shape().slice(0, b.shape().rank() - 2), batch);
        int m = (int) out.dim(-2);
        int n = (int) out.dim(-1);
        int k = (int) left.columns(a.shape());
        Elements y = Elements.allocate(c.outputDType(0), out);
        int stepA = left.transposed() ? m : 1;
        int stepB = right.transposed() ? 1 : n;
        var dot = new Dot(a, stepA, left.conjugated(), b, stepB, right.conjugated(), k);
        for (int e = 0; e < y.size(); e++) {
            int row = e / n % m;
            int column = e % n;
            int atA = batchA[e / n / m] * m * k + (left.transposed() ? row : row * k);
            int atB = batchB[e / n / m] * k * n + (right.transposed() ? column * k : column);
            dot.to(y, e, atA, atB);
        }
        c.output(0, y.tensor());
    }

    /** Sums of products of {@code k} elements, {@code stepA} and {@code stepB} apart. */
    private record Dot(Elements a, int stepA, boolean conjA, Elements b, int stepB, boolean conjB, int k) {
        void to(Elements y, int at, int fromA, int fromB) {
            if (y.dtype().isInteger()) {
                long sum = 0;
                for (int i = 0; i < k; i++) {
                    sum += a.integer(fromA + i * stepA) * b.integer(fromB + i * stepB);
                }
                y.setInteger(at, sum);
                return;
            }
            double re = 0;
            double im = 0;
            for (int i = 0; i < k; i++) {
                int p = fromA + i * stepA;
                int q = fromB + i * stepB;
                double imA = conjA ? -a.imag(p) : a.imag(p);
                double imB = conjB ? -b.imag(q) : b.imag(q);
                if (y.dtype().isComplex()) {
                    double[] z = ComplexFunctions.multiply(a.real(p), imA, b.real(q), imB);
                    re += z[0];
                    im += z[1];
                } else {
                    re += a.real(p) * b.real(q);
                }
            }
            y.set(at, re, im);
        }
    }

    /** In core instructions, for floating dtypes; 16 bit ones are multiplied as float32. */
    static boolean lower(Lowering c, Side left, Side right) {
        DType type = c.outputDType(0);
        if (!type.isFloating()) {
            return false;
        }
        Shape out = c.outputShape(0);
        if (out.size() == 0 || left.columns(c.shape(0)) == 0) {
            c.output(0, c.mapTo(out, Scalar.constant(0.0, type)));
            return true;
        }
        DType by = type == DType.FLOAT64 ? type : DType.FLOAT32;
        Value a = operand(c, 0, out.rank(), by);
        Value b = operand(c, 1, out.rank(), by);
        Value y = c.matMul(a, b, left.transposed(), right.transposed());
        c.output(0, by == type ? y : c.map(Scalar.input(0, by).cast(type), y));
        return true;
    }

    /** Input {@code i} as {@code type} with {@code rank} dimensions. */
    private static Value operand(Lowering c, int i, int rank, DType type) {
        Value x = c.input(i);
        Shape s = x.shape();
        Value full = c.reshape(x, Shape.of(Strides.ones(rank - s.rank())).concat(s));
        return x.dtype() == type ? full : c.map(Scalar.input(0, x.dtype()).cast(type), full);
    }

    @Override
    public Accuracy accuracy() {
        return Accuracy.ulps(64);
    }
}
