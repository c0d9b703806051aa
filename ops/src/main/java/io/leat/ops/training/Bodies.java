package io.leat.ops.training;

import io.leat.graph.Attrs;
import io.leat.ir.Scalar;
import io.leat.tensor.DType;
import io.leat.tensor.UnimplementedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The expressions of a {@link Rule} for the inputs of a node. */
final class Bodies {
    private Bodies() {}

    /** Expressions of the elements of the inputs alone, of dtypes {@code types}. */
    static List<Scalar> of(Rule rule, List<DType> types, Attrs attrs) {
        List<Scalar> x = inputs(types);
        for (Rule.Common c : rule.common()) {
            x.add(c.body().apply(Arrays.stream(c.inputs()).mapToObj(x::get).toList()));
        }
        return rule.update(x, attrs);
    }

    /** An element of each input. */
    static List<Scalar> inputs(List<DType> types) {
        List<Scalar> x = new ArrayList<>();
        for (DType t : types) {
            x.add(Scalar.input(x.size(), t));
        }
        return x;
    }

    /** @throws UnimplementedException for dtypes without kernel expressions */
    static void require(DType type, String op) {
        if (!type.isFloating()) {
            throw new UnimplementedException(op + " of " + type.signatureName());
        }
    }
}
