package io.leat.ops.linalg;

import io.leat.graph.Backprop;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.ops.math.Conj;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of {@link Einsum} with respect to an input: the einsum of the output's gradient and the other input.
 * Dimensions that were summed for this input alone are repeated, those that were broadcast are summed.
 */
final class EinsumGradient {
    private final Backprop b;
    private final Ops tf;
    private final EinsumEquation equation;

    EinsumGradient(Backprop b) {
        this.b = b;
        this.tf = b.tf();
        this.equation = EinsumEquation.parse(b.attrs().text("equation"));
    }

    void run() {
        for (int i = 0; i < b.node().inputCount(); i++) {
            b.dx(i, of(i));
        }
    }

    private Output of(int i) {
        boolean pair = b.node().inputCount() == 2;
        String own = equation.inputs().get(i);
        String other = pair ? equation.inputs().get(1 - i) : "";
        var kept = new StringBuilder();
        for (int d = 0; d < own.length(); d++) {
            String label = own.substring(d, d + 1);
            if ((equation.output() + other).contains(label)) {
                kept.append(label);
            }
        }
        List<Output> operands = new ArrayList<>(List.of(b.dy(0)));
        if (pair) {
            operands.add(Conj.of(tf, b.input(1 - i)));
        }
        String terms = equation.output() + (pair ? "," + other : "");
        boolean summedEllipsis = (terms + kept).contains(".") && !own.contains(".");
        Output dx = summedEllipsis
                ? overEllipsis(terms, kept.toString(), operands)
                : Einsum.of(tf, text(terms + "->" + kept), operands);
        if (kept.length() < own.length()) {
            dx = repeated(dx, own, kept.toString(), b.input(i));
        }
        return pair && own.contains(".") && equation.output().contains(".") ? sumBroadcast(dx, i) : dx;
    }

    private static String text(String subscripts) {
        return subscripts.replace(".", "...");
    }

    /** For an input without an ellipsis: the dimensions of that of the others are summed. */
    private Output overEllipsis(String terms, String kept, List<Output> operands) {
        Output all = Einsum.of(tf, text(terms + "->." + kept), operands);
        Output rank = tf.call("Sub", tf.call("Rank", all), tf.constant(kept.length()));
        return tf.call("Sum", all, tf.call("Range", tf.constant(0), rank, tf.constant(1)));
    }

    /** {@code dx} with the subscripts {@code kept}, repeated along the dimensions of {@code x} that it lacks. */
    private Output repeated(Output dx, String own, String kept, Output x) {
        Output shape = tf.call("Shape", x);
        Output rank = tf.call("Rank", x);
        List<Output> lacking = new ArrayList<>();
        int ellipsis = own.indexOf('.');
        for (int d = 0; d < own.length(); d++) {
            if (kept.indexOf(own.charAt(d)) < 0) {
                boolean behind = ellipsis >= 0 && d > ellipsis;
                Output axis = behind ? tf.call("Sub", rank, tf.constant(own.length() - d)) : tf.constant(d);
                lacking.add(axis);
            }
        }
        Output axes = tf.op("Pack").inputs(lacking).add().output(0);
        Output all = tf.call("Range", tf.constant(0), rank, tf.constant(1));
        Output ones = tf.op("Fill")
                .input(tf.call("Shape", axes))
                .input(tf.constant(1))
                .add()
                .output(0);
        Output with = tf.op("DynamicStitch")
                .inputs(List.of(all, axes))
                .inputs(List.of(shape, ones))
                .add()
                .output(0);
        return tf.call("BroadcastTo", tf.call("Reshape", dx, with), shape);
    }

    /** The sum over the dimensions of the ellipsis in which input {@code i} was broadcast. */
    private Output sumBroadcast(Output dx, int i) {
        Output x = b.input(i);
        Output other = b.input(1 - i);
        String own = equation.inputs().get(i);
        if (!equation.inputs().get(1 - i).contains(".")) {
            return dx;
        }
        if (x.shape().isFullyKnown() && dx.shape().equals(x.shape())) {
            return dx;
        }
        Output axes = tf.call(
                "BroadcastGradientArgs",
                ellipsisOf(tf.call("Shape", x), own),
                ellipsisOf(tf.call("Shape", other), equation.inputs().get(1 - i)));
        Output shifted = tf.call("AddV2", axes, tf.constant(own.indexOf('.')));
        return tf.call("Reshape", tf.call("Sum", dx, shifted), tf.call("Shape", x));
    }

    private Output ellipsisOf(Output shape, String term) {
        int begin = term.indexOf('.');
        int end = begin + 1 - term.length();
        return tf.op("StridedSlice")
                .input(shape)
                .input(tf.constant(new int[] {begin}))
                .input(tf.constant(new int[] {end}))
                .input(tf.constant(new int[] {1}))
                .attr("end_mask", end == 0 ? 1 : 0)
                .add()
                .output(0);
    }
}
