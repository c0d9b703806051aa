package io.leat.ops.data;

import io.leat.graph.Attr;
import io.leat.graph.Compute;
import io.leat.graph.FunctionCaller;
import io.leat.graph.Graph;
import io.leat.ir.RunContext;
import io.leat.ops.data.TupleDataset.Iteration;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;

/**
 * A function of elements of a dataset.
 *
 * @param captured the arguments after the components of the element
 */
record ElementFunction(FunctionCaller caller, Graph library, Attr.Function function, Tensor[] captured) {
    /** The function {@code f} of an op, whose inputs from 1 on are captured but for the last {@code others}. */
    static ElementFunction of(Compute c, int others) {
        Tensor[] captured = Arrays.copyOfRange(Components.all(c), 1, c.inputs() - others);
        return new ElementFunction(c.caller(), c.node().graph(), c.attrs().function("f"), captured);
    }

    Tensor[] call(Tensor[] element, RunContext run) {
        Tensor[] all = Arrays.copyOf(element, element.length + captured.length);
        System.arraycopy(captured, 0, all, element.length, captured.length);
        return caller.call(library, function, all, run);
    }

    /** A pass over the dataset that the function gives for an element. */
    Iteration start(Tensor[] element, RunContext run) {
        return dataset(call(element, run)).recipe().start();
    }

    /** @throws InvalidArgumentException if the results of a function are no dataset */
    static TupleDataset dataset(Tensor[] results) {
        if (results.length == 1
                && results[0].dtype() == DType.VARIANT
                && results[0].size() == 1
                && Raw.objects(results[0])[0] instanceof TupleDataset d) {
            return d;
        }
        throw new InvalidArgumentException("The function must return a single scalar of dtype DT_VARIANT: a dataset.");
    }
}
