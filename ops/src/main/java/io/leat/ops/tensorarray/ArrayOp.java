package io.leat.ops.tensorarray;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ir.Resources;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.tensor.raw.Raw;
import java.util.Arrays;
import java.util.List;

/**
 * Ops on the array behind a handle. A scalar "flow" that goes from op to op orders them: it has no meaning as a number.
 */
abstract class ArrayOp extends Op {
    /** The array behind the first input. */
    static ElementArray array(Compute c) {
        return Resources.of(scalar(c, 0, "handle"), ElementArray.class);
    }

    private static Object scalar(Compute c, int input, String what) {
        if (c.input(input).size() != 1) {
            throw new InvalidArgumentException(
                    "TensorArray " + what + " must be scalar, but had shape: " + c.shape(input));
        }
        return Raw.objects(c.input(input))[0];
    }

    /** The only element of an integer input. */
    static int scalarInt(Compute c, int input, String what) {
        if (!c.shape(input).isScalar()) {
            throw new InvalidArgumentException(
                    "TensorArray " + what + " must be scalar, but had shape: " + c.shape(input));
        }
        return c.ints(input)[0];
    }

    /** What is known of each element, unknown when nothing is. */
    static Shape element(Inference c) {
        Node.HandleInfo info = c.handle(0);
        return info == null ? Shape.UNKNOWN : info.shape();
    }

    /** Rows {@code from} to {@code to} of a tensor. */
    static Tensor rows(Tensor t, long from, long to) {
        Shape row = t.shape().from(1);
        int size = (int) row.size();
        Elements y = Elements.allocate(t.dtype(), Shape.of(to - from).concat(row));
        Elements.of(t).copyRange((int) from * size, y, 0, y.size());
        return y.tensor();
    }

    /** Tensors of equal shape but for their first dimension, one after another along it. */
    static Tensor joined(List<Tensor> parts, Shape shape) {
        Elements y = Elements.allocate(parts.getFirst().dtype(), shape);
        int at = 0;
        for (Tensor t : parts) {
            Elements x = Elements.of(t);
            x.copyRange(0, y, at, x.size());
            at += x.size();
        }
        return y.tensor();
    }

    /** The array of gradients of an array, with the flow that has waited for it. */
    record GradientArray(Ops tf, Output handle, Output flow) {
        /**
         * @param forward the flow after which the elements are all written
         * @param gradient the flow after which the gradients are all written
         */
        static GradientArray of(Backprop b, Output forward, Output gradient) {
            Ops tf = b.tf();
            Node made = tf.op("TensorArrayGradV3")
                    .input(b.input(0))
                    .input(forward)
                    .attr("source", source(b))
                    .add();
            Output flow = tf.withControlDependencies(List.of(made)).call("Identity", gradient);
            return new GradientArray(tf, made.output(0), flow);
        }

        /** The scope of the whole gradient: all writes to the gradients of one array within it meet in one array. */
        private static String source(Backprop b) {
            String[] scopes = b.tf().prefix().split("/");
            int own = b.node().name().split("/").length;
            return String.join("/", Arrays.copyOf(scopes, Math.max(1, scopes.length - own)));
        }
    }
}
