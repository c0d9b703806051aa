package io.leat.ir;

import io.leat.tensor.Tensor;

/** An op run on whole tensors: its plain meaning, or an effect on the session's state. */
@FunctionalInterface
public interface HostKernel {
    /** The outputs for {@code inputs}; outputs may share arrays with inputs. */
    Tensor[] run(Tensor[] inputs, RunContext context);
}
