package io.leat.ir;

import io.leat.kernels.Finish;
import io.leat.kernels.Parallel;

/**
 * Multiplies an input with weights: a matrix product or a convolution, of two inputs and one output. Beside running as
 * any kernel does, it can take weights in an order that is prepared once for many runs, and it tells which parts of the
 * output are final, so that more is done with them while they are in the cache.
 */
public interface ProductKernel extends ArrayKernel {
    /** Which input holds the weights, 0 or 1. */
    int weights();

    /** The number of elements of prepared weights, which have the dtype of the output; 0 if there are none. */
    int preparedSize();

    /** Equal for kernels that prepare the same weights in the same way. */
    default Object preparation() {
        return this;
    }

    /** Fills {@code prepared} from the weights. */
    void prepare(Object weights, Object prepared, Parallel parallel);

    /**
     * How many parts of equal size the first input and the output have, one after the other, each of which is computed
     * from its part alone; 1 where nobody said.
     */
    default int images() {
        return 1;
    }

    /** The kernel that computes one of {@link #images()} parts, from weights in the same order. */
    default ProductKernel ofOneImage() {
        return this;
    }

    /**
     * Computes the output.
     *
     * @param prepared whether the input of the weights holds prepared ones
     * @param finish is told of each element of the output when it is final
     */
    void run(Object[] inputs, Object output, boolean prepared, Finish finish, Parallel parallel);

    @Override
    default void run(Object[] inputs, Object[] outputs, Parallel parallel) {
        run(inputs, outputs[0], false, Finish.NOTHING, parallel);
    }
}
