package io.leat.graph;

import io.leat.ir.RunContext;
import io.leat.tensor.DType;
import io.leat.tensor.InternalException;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the plain meaning of an op works with: the input tensors of one execution, and where to put the outputs. */
public final class Compute {
    private final Node node;
    private final Tensor[] inputs;
    private final Tensor[] outputs;
    private final @Nullable RunContext run;
    private final FunctionCaller caller;

    private Compute(Node node, Tensor[] inputs, @Nullable RunContext run, FunctionCaller caller) {
        this.caller = caller;
        this.node = node;
        this.inputs = inputs;
        this.outputs = new Tensor[node.outputCount()];
        this.run = run;
    }

    /**
     * Executes a node by the plain meaning of its op.
     *
     * @param run the run it belongs to, or null while constants are folded
     * @throws LeatException naming the node
     */
    public static Tensor[] run(Node node, Tensor[] inputs, @Nullable RunContext run) {
        return run(node, inputs, run, FunctionCaller.NONE);
    }

    /** {@link #run(Node, Tensor[], RunContext)} for an op that may call functions. */
    public static Tensor[] run(Node node, Tensor[] inputs, @Nullable RunContext run, FunctionCaller caller) {
        Op op = Objects.requireNonNull(node.op());
        var c = new Compute(node, inputs, run, caller);
        try {
            op.compute(c);
        } catch (LeatException e) {
            throw e.at(node.errorSite());
        } catch (ArithmeticException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new InternalException(e.toString(), node.errorSite(), e);
        }
        for (int i = 0; i < c.outputs.length; i++) {
            if (c.outputs[i] == null) {
                throw new InternalException("output " + i + " was not computed", node.errorSite(), null);
            }
        }
        return c.outputs;
    }

    public Node node() {
        return node;
    }

    public Attrs attrs() {
        return node.attrs();
    }

    public int inputs() {
        return inputs.length;
    }

    public Tensor input(int i) {
        return inputs[i];
    }

    public Shape shape(int i) {
        return inputs[i].shape();
    }

    /** The elements of an integer input. */
    public int[] ints(int i) {
        return Constants.ints(inputs[i]);
    }

    /** The elements of an integer input. */
    public long[] integers(int i) {
        return Constants.integers(inputs[i]);
    }

    public DType outputDType(int i) {
        return node.dtype(i);
    }

    public void output(int i, Tensor value) {
        if (value.dtype() != node.dtype(i) && !node.isRef(i)) {
            throw new InternalException("output " + i + " is " + value.dtype() + ", not " + node.dtype(i));
        }
        outputs[i] = value;
    }

    public Tensor[] allInputs() {
        return inputs.clone();
    }

    /** Calls a function of the graph's library. */
    public Tensor[] call(Attr.Function function, Tensor... arguments) {
        return caller.call(node.graph(), function, arguments, run());
    }

    /** What calls functions, also in later runs; for ops of {@link FlowRole#ALONE}. */
    public FunctionCaller caller() {
        return caller;
    }

    /** The run and its session, for ops with state or effects. */
    public RunContext run() {
        if (run == null) {
            throw new InternalException(node.type() + " needs a session");
        }
        return run;
    }
}
