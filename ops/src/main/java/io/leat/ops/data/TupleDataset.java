package io.leat.ops.data;

import io.leat.graph.Attrs;
import io.leat.graph.Compute;
import io.leat.ir.RunContext;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Raw;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as the value of a variant: a recipe from which any number of iterations can start. Immutable.
 *
 * @param types the dtypes of the components of each element
 * @param shapes what is known of their shapes
 */
record TupleDataset(List<DType> types, List<Shape> shapes, Recipe recipe) {
    /** One pass over the elements. */
    @FunctionalInterface
    interface Iteration {
        /** The components of the next element, or null at the end and ever after. */
        Tensor @Nullable [] next(RunContext run);
    }

    /** Starts passes. */
    @FunctionalInterface
    interface Recipe {
        Iteration start();
    }

    TupleDataset {
        types = List.copyOf(types);
        shapes = List.copyOf(shapes);
        if (types.size() != shapes.size()) {
            throw new InvalidArgumentException(
                    "output_types has " + types.size() + " elements and output_shapes " + shapes.size());
        }
    }

    /** With the dtypes and shapes that the attributes of a node say. */
    static TupleDataset of(Attrs a, Recipe recipe) {
        return new TupleDataset(a.types("output_types"), a.shapes("output_shapes"), recipe);
    }

    /** The dataset in a variant input. */
    static TupleDataset of(Compute c, int input) {
        if (c.input(input).size() == 1 && Raw.objects(c.input(input))[0] instanceof TupleDataset d) {
            return d;
        }
        throw new InvalidArgumentException("Tensor must be a Dataset object.");
    }

    Tensor tensor() {
        return Raw.wrap(DType.VARIANT, Shape.SCALAR, new Object[] {this});
    }

    /** @throws InvalidArgumentException if elements are not what someone wants */
    void require(List<DType> wantedTypes, List<Shape> wantedShapes) {
        if (types.size() != wantedTypes.size()) {
            throw new InvalidArgumentException("Number of components does not match: expected " + wantedTypes.size()
                    + " types but got " + types.size() + ".");
        }
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) != wantedTypes.get(i)) {
                throw new InvalidArgumentException("Data type mismatch at component " + i + ": expected "
                        + wantedTypes.get(i).signatureName() + " but got "
                        + types.get(i).signatureName() + ".");
            }
            if (!shapes.get(i).isCompatibleWith(wantedShapes.get(i))) {
                throw new InvalidArgumentException("Incompatible shapes at component " + i + ": expected "
                        + wantedShapes.get(i) + " but got " + shapes.get(i) + ".");
            }
        }
    }
}
