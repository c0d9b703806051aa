package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a step of an optimiser does to one element, shared by the forms of its op: dense and by rows, of resource and of
 * reference variables. Inputs come in the order of the dense op; the first {@link #cells} are variables.
 *
 * <p>The formulas are those of TensorFlow's CPU kernels, in their order of operations.
 */
interface Rule {
    /** Something that is the same for all elements: {@code body} is an expression of the scalar inputs {@code inputs}. */
    record Common(int[] inputs, Function<List<Scalar>, Scalar> body) {}

    int cells();

    /** Which cells get a new value, in the order of {@link #update}'s results. */
    int[] writes(Attrs attrs);

    /**
     * The new values.
     *
     * @param x an element of each input, then the values of {@link #common}
     */
    List<Scalar> update(List<Scalar> x, Attrs attrs);

    /** What {@link #update} sees behind the inputs. */
    default List<Common> common() {
        return List.of();
    }

    /** {@link #update} for constant scalar inputs that allow a simpler form. */
    default List<Scalar> update(List<Scalar> x, Attrs attrs, IntFunction<@Nullable Tensor> constants) {
        return update(x, attrs);
    }
}
