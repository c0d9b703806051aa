package io.leat.compiler;

import io.leat.graph.Node.HandleInfo;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one tensor of a program for fully known feeds.
 *
 * @param constant its value when that is the same in every run of the plan
 * @param partialValue what is known of the elements of an integer vector
 * @param handle what a resource handle refers to
 */
record Fact(
        DType dtype,
        Shape shape,
        @Nullable Tensor constant,
        @Nullable Shape partialValue,
        @Nullable HandleInfo handle) {
    static Fact ofFeed(DType dtype, Shape shape) {
        return new Fact(dtype, shape, null, null, null);
    }
}
