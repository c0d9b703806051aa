package io.leat.graph;

import io.leat.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an op sees of one execution while a loop of known length is unrolled: tensors that will be there in the run, and
 * things that exist only now, such as an array of such tensors in the place of a handle. Both go from op to op as objects.
 */
public abstract class Tracing {
    /** Says that the loop cannot be unrolled; it is run as it is. */
    public static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Stop(String why) {
            super(why, null, false, false);
        }
    }

    public abstract Node node();

    public final Attrs attrs() {
        return node().attrs();
    }

    /** A tensor of the run, or a thing. */
    public abstract Object input(int i);

    /** The value of an input that is the same in all runs and small, or null. */
    public abstract @Nullable Tensor constant(int i);

    public abstract void output(int i, Object value);

    /** A tensor of the run with this value. */
    public abstract Object constant(Tensor value);

    /**
     * The first output of a node that is run besides.
     *
     * @param inputs tensors of the run
     * @param maker adds the node, with placeholders for the inputs
     */
    public abstract Object add(List<?> inputs, BiFunction<Ops, List<Output>, Node> maker);

    /** The thing in an input. */
    public final <T> T thing(int i, Class<T> type) {
        if (!type.isInstance(input(i))) {
            throw new Stop(node().name() + " is not given a " + type.getSimpleName());
        }
        return type.cast(input(i));
    }

    /** The elements of an integer input that is the same in all runs. */
    public final int[] ints(int i) {
        Tensor t = constant(i);
        if (t == null) {
            throw new Stop(node().name() + " depends on values of the run");
        }
        return Constants.ints(t);
    }
}
