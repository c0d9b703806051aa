package io.leat.compiler.codegen;

import io.leat.ir.Scalar;
import io.leat.ir.ScalarInterpreter;
import io.leat.kernels.Parallel;
import java.util.List;

/** An elementwise kernel for given shapes. */
public final class MapPlan {
    private final ScalarInterpreter interpreter;
    private final int[][] at;
    private final int size;

    private MapPlan(List<Scalar> bodies, int[][] inputDims, int[] dims) {
        interpreter = ScalarInterpreter.of(bodies);
        int n = 1;
        for (int d : dims) {
            n *= d;
        }
        size = n;
        at = new int[n][inputDims.length];
        for (int p = 0; p < n; p++) {
            for (int k = 0; k < inputDims.length; k++) {
                int rest = p;
                int stride = 1;
                for (int d = dims.length - 1, e = inputDims[k].length - 1; e >= 0; d--, e--) {
                    at[p][k] += inputDims[k][e] == 1 ? 0 : rest % dims[d] * stride;
                    stride *= inputDims[k][e];
                    rest /= dims[d];
                }
            }
        }
    }

    public static MapPlan of(List<Scalar> bodies, int[][] inputDims, int[] outputDims) {
        return new MapPlan(bodies, inputDims, outputDims);
    }

    public void run(Object[] inputs, Object[] outputs, Parallel parallel) {
        int[] strides = new int[inputs.length];
        for (int p = 0; p < size; p++) {
            interpreter.run(inputs, at[p], strides, outputs, p, 1);
        }
    }
}
