package io.leat.graph;

import io.leat.tensor.UnimplementedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gradient rule sees of a node and of the gradients of its outputs, and where it puts those of its inputs. */
public final class Backprop {
    private final Node node;
    private final Ops tf;
    private final List<@Nullable Gradient> dys;
    private final @Nullable Gradient[] dxs;

    Backprop(Node node, Ops tf, List<@Nullable Gradient> dys) {
        this.node = node;
        this.tf = tf;
        this.dys = dys;
        this.dxs = new Gradient[node.inputCount()];
    }

    public Node node() {
        return node;
    }

    /** Adds the nodes of the gradient. */
    public Ops tf() {
        return tf;
    }

    public Attrs attrs() {
        return node.attrs();
    }

    public Output input(int i) {
        return node.input(i);
    }

    public Output output(int i) {
        return node.output(i);
    }

    public boolean hasDy(int output) {
        return dys.get(output) != null;
    }

    /** The gradient of an output as a tensor; zeros when nothing depends on it. */
    public Output dy(int output) {
        Gradient g = dys.get(output);
        return g != null ? g.dense(tf) : tf.call("ZerosLike", node.output(output));
    }

    /** The gradient of an output as it came, or null when nothing depends on it. */
    public @Nullable Gradient sparseDy(int output) {
        return dys.get(output);
    }

    /** Sets the gradient of an input; an input that is not set has none. */
    public void dx(int input, Output gradient) {
        dxs[input] = new Gradient.Dense(gradient);
    }

    public void dx(int input, Gradient gradient) {
        dxs[input] = gradient;
    }

    @Nullable
    Gradient dx(int input) {
        return dxs[input];
    }

    /** For rules that hold only in some cases. */
    public UnimplementedException unsupported(String why) {
        return new UnimplementedException("gradient of " + node.type() + ": " + why, node.errorSite(), null);
    }
}
