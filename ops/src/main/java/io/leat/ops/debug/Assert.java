package io.leat.ops.debug;

import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Endpoint;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.graph.OpSpec;
import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.raw.Elements;
import java.util.List;

/** Fails when the condition, a bool scalar, is false, with the first {@code summarize} elements of each of {@code data}. */
@OpSpec(value = "Assert(condition: bool, data: T) -> (); T: list(type) >= 1; summarize: int = 3", stateful = true)
public final class Assert extends Op {
    @Endpoint("debug.assertThat")
    public static Node of(Ops tf, Operand condition, List<? extends Operand> data) {
        return tf.op("Assert").input(condition).inputs(data).add();
    }

    @Override
    protected void infer(Inference c) {
        c.shape(0, 0);
    }

    @Override
    protected void compute(Compute c) {
        if (c.input(0).size() != 1) {
            throw new InvalidArgumentException("In[0] should be a scalar: " + c.shape(0));
        }
        if (Elements.of(c.input(0)).truth(0)) {
            return;
        }
        var text = new StringBuilder("assertion failed:");
        for (int i = 1; i < c.inputs(); i++) {
            text.append(' ').append(Summaries.text(c.input(i), c.attrs().intValue("summarize")));
        }
        throw new InvalidArgumentException(text.toString());
    }

    @Override
    protected void gradient(Backprop b) {
        // no outputs
    }
}
