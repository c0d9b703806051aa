package io.leat.testkit;

import io.leat.graph.Attrs;
import io.leat.graph.Node;
import io.leat.graph.NodeBuilder;
import io.leat.graph.Op;
import io.leat.graph.OpRegistry;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One use of an op: what goes into one node.
 *
 * @param op the op's name
 * @param label what the case is about, for messages
 * @param seed of the random values among the inputs
 * @param inputs the input tensors in one flat list
 * @param sizes for each argument of the signature the number of its tensors, -1 for one that is no list
 * @param constants the inputs whose values decide shapes or dtypes: usually given as constants
 * @param attrs all attributes that the inputs do not imply
 * @param differentiable the inputs in whose direction the op may be differentiated
 * @param failure a fragment of the message with which the node must fail, or null when it must work
 */
public record OpCase(
        String op,
        String label,
        long seed,
        List<Tensor> inputs,
        List<Integer> sizes,
        Set<Integer> constants,
        Attrs attrs,
        Set<Integer> differentiable,
        @Nullable String failure) {
    public OpCase {
        inputs = List.copyOf(inputs);
        sizes = List.copyOf(sizes);
        constants = Set.copyOf(constants);
        differentiable = Set.copyOf(differentiable);
    }

    public Op definition() {
        return OpRegistry.get(op);
    }

    /** Adds the node with {@code in} for its inputs. */
    public Node addTo(Ops tf, List<Output> in) {
        NodeBuilder b = tf.op(op).attrs(attrs);
        int at = 0;
        for (int size : sizes) {
            if (size < 0) {
                b.input(in.get(at++));
            } else {
                b.inputs(in.subList(at, at + size));
                at += size;
            }
        }
        return b.add();
    }

    /** The same case with other input tensors. */
    public OpCase with(List<Tensor> others) {
        return new OpCase(op, label, seed, others, sizes, constants, attrs, differentiable, failure);
    }

    /** The dtype of the first input, or null when there is none. */
    public @Nullable DType dtype() {
        return inputs.isEmpty() ? null : inputs.getFirst().dtype();
    }

    @Override
    public String toString() {
        String in = inputs.stream()
                .map(t -> t.dtype().signatureName() + t.shape())
                .collect(Collectors.joining(", ", "(", ")"));
        return op + in + (attrs.asMap().isEmpty() ? "" : " " + attrs) + " [" + label + ", seed " + seed + "]";
    }
}
