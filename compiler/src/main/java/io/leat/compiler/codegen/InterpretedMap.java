package io.leat.compiler.codegen;

import io.leat.ir.Scalar;
import io.leat.ir.ScalarInterpreter;
import java.util.List;

/** A map that the interpreter computes, with the library's elementary functions: the same bits as generated code. */
final class InterpretedMap implements MapKernel {
    private final ScalarInterpreter interpreter;
    private final Access[] access;

    InterpretedMap(List<Scalar> bodies, List<Access> access) {
        this.interpreter = ScalarInterpreter.of(bodies, LibraryFunctions.INSTANCE);
        this.access = access.toArray(Access[]::new);
    }

    @Override
    public void run(Object[] inputs, int[] inputAt, Object[] outputs, int outputAt, int n) {
        int[] at = new int[access.length];
        int[] stride = new int[access.length];
        for (int k = 0; k < access.length; k++) {
            at[k] = access[k] == Access.SAME ? outputAt : inputAt[k];
            stride[k] = access[k] == Access.ONE ? 0 : 1;
        }
        interpreter.run(inputs, at, stride, outputs, outputAt, n);
    }
}
