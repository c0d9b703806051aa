package io.leat.ir;

import io.leat.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an instruction of a core program does. The compiler treats exactly these cases; everything it need not look into
 * is a {@link Library} or {@link Host} call.
 */
public sealed interface CoreOp {
    /** No inputs; the value of the tensor. */
    record Constant(Tensor tensor) implements CoreOp {
        @Override
        public String toString() {
            return tensor.size() == 1 && tensor.dtype().isNumeric() ? "Constant[" + tensor + "]" : "Constant";
        }
    }

    /**
     * Elementwise: output {@code j} is {@code bodies[j]} of the inputs, broadcast by NumPy's rules to the shape that all
     * outputs share.
     */
    record Map(List<Scalar> bodies) implements CoreOp {
        public Map {
            bodies = List.copyOf(bodies);
        }

        @Override
        public String toString() {
            return "Map[" + ScalarPrinter.print(bodies).strip().replace("\n", "; ") + "]";
        }
    }

    /** Combines the elements along {@code axes} (ascending, not negative). */
    record Reduce(ReduceKind kind, int[] axes, boolean keepDims) implements CoreOp {
        @Override
        public String toString() {
            return "Reduce[" + kind + " " + Arrays.toString(axes) + "]";
        }
    }

    /**
     * Matrix product of the last two dimensions of two inputs of equal rank of at least 2, float32 or float64; the
     * dimensions before them are equal or 1.
     */
    record MatMul(boolean transposeA, boolean transposeB) implements CoreOp {}

    /**
     * The sum of the products of pairs of matrices, of which the inputs are the first left operand, the first right
     * operand, the second left operand and so on; each pair as for {@link MatMul}, of rank 2. Pairs may differ in their
     * inner dimension.
     */
    record ProductSum(boolean transposeA, boolean transposeB) implements CoreOp {}

    /** The same elements in the same order under the output's shape; no work is done. */
    record Reshape() implements CoreOp {}

    /** Output dimension {@code i} is input dimension {@code permutation[i]}. */
    record Transpose(int[] permutation) implements CoreOp {
        @Override
        public String toString() {
            return "Transpose" + Arrays.toString(permutation);
        }
    }

    /** Output element {@code o} is the input element at {@code begin + o * stride} in every dimension; strides may be negative. */
    record Slice(int[] begin, int[] strides) implements CoreOp {
        @Override
        public String toString() {
            return "Slice[" + Arrays.toString(begin) + " by " + Arrays.toString(strides) + "]";
        }
    }

    /** The inputs one after the other along {@code axis}. */
    record Concat(int axis) implements CoreOp {}

    /** The first input surrounded by copies of the second, a scalar; {@code before[i]} of them in front of dimension i. */
    record Pad(int[] before) implements CoreOp {
        @Override
        public String toString() {
            return "Pad" + Arrays.toString(before);
        }
    }

    /** A hand-written loop from {@code io.leat.kernels}, or an op's own. */
    record Library(String name, ArrayKernel kernel) implements CoreOp {
        @Override
        public String toString() {
            return "Library[" + name + "]";
        }
    }

    /**
     * A product with weights. With an epilogue, the outputs are those of the epilogue, an elementwise map over the shape
     * of the product, whose first input is the product and whose others follow the product's two. The product itself is
     * then the last output when it is used elsewhere too, or when the epilogue cannot overwrite it, which it can if it
     * has one output of the product's dtype.
     *
     * @param prepared whether the weights come from a {@link Prepare}
     */
    record Product(
            String name,
            ProductKernel kernel,
            boolean prepared,
            @Nullable Map epilogue) implements CoreOp {
        @Override
        public String toString() {
            return "Product[" + name + (prepared ? ", prepared" : "")
                    + (epilogue == null ? "]" : ", " + epilogue + "]");
        }
    }

    /**
     * Weights in the order that a {@link Product} wants.
     *
     * @param kept whether the result serves further runs as long as the input is the same array; that input must then
     *     not be overwritten after the run
     */
    record Prepare(String name, ProductKernel kernel, boolean kept) implements CoreOp {
        @Override
        public String toString() {
            return "Prepare[" + name + (kept ? ", kept]" : "]");
        }
    }

    /** An op on whole tensors. A stateful one keeps its place among the other stateful ones. */
    record Host(String name, HostKernel kernel, boolean stateful) implements CoreOp {
        @Override
        public String toString() {
            return "Host[" + name + "]";
        }
    }

    /** The value of a variable; the input is its handle. */
    record ReadVariable() implements CoreOp {}

    /**
     * Elementwise update of variables in place, in one pass. The first {@code cells} inputs are handles of variables of
     * one shape, the others broadcast to that shape; variable {@code writes[j]} gets {@code bodies[j]}, an expression of
     * the elements of all inputs. All bodies see the values from before the update. No outputs.
     */
    record Update(int cells, int[] writes, List<Scalar> bodies) implements CoreOp {
        public Update {
            bodies = List.copyOf(bodies);
        }

        @Override
        public String toString() {
            return "Update[" + cells + " cells, writes " + Arrays.toString(writes) + ": "
                    + ScalarPrinter.print(bodies).strip().replace("\n", "; ") + "]";
        }
    }

    /** True when order and repetition of the instruction matter. */
    default boolean hasEffect() {
        return this instanceof Update || this instanceof ReadVariable || this instanceof Host h && h.stateful();
    }

    /** Text of a list of values. */
    static String text(List<Value> values) {
        return values.stream().map(Value::toString).collect(Collectors.joining(", "));
    }
}
