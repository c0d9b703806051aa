package io.leat.formats;

import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signature says about one of its inputs or outputs. */
public sealed interface TensorInfo {
    /** The dtype, or null when the signature leaves it open. */
    @Nullable
    DType dtype();

    Shape shape();

    /** A tensor of the graph by its name, such as {@code x:0}; for an initialiser the name may be that of a node. */
    record Dense(String name, @Nullable DType dtype, Shape shape) implements TensorInfo {}

    /**
     * A sparse tensor, as three tensors of the graph.
     *
     * @param shape of the dense tensor that it stands for
     */
    record Sparse(
            String values,
            String indices,
            String denseShape,
            @Nullable DType dtype,
            Shape shape) implements TensorInfo {}

    /**
     * A value of several tensors, such as a ragged one.
     *
     * @param typeSpec TensorFlow's {@code TypeSpecProto} message
     */
    record Composite(
            byte[] typeSpec,
            List<TensorInfo> components,
            @Nullable DType dtype,
            Shape shape) implements TensorInfo {
        public Composite {
            typeSpec = typeSpec.clone();
            components = List.copyOf(components);
        }

        @Override
        public byte[] typeSpec() {
            return typeSpec.clone();
        }
    }
}
