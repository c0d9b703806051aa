package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.kernels.Parallel;
import io.leat.kernels.StridedCopy;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.Arrays;

/** Slices, concatenations and paddings, as strided copies. */
final class MovementSteps {
    private MovementSteps() {}

    /** A copy of the parts of some arrays into one. */
    @FunctionalInterface
    interface Move {
        void run(Object[] inputs, Object output, Parallel parallel);
    }

    static Move slice(Instruction in, CoreOp.Slice op) {
        Shape shape = in.inputs().getFirst().shape();
        int lanes = in.inputs().getFirst().dtype().lanes();
        int[] strides = StridedCopy.rowMajor(shape.intDims());
        int from = 0;
        for (int d = 0; d < strides.length; d++) {
            from += op.begin()[d] * strides[d];
            strides[d] *= op.strides()[d];
        }
        int[] dims = in.outputs().getFirst().shape().intDims();
        int[] toStrides = StridedCopy.rowMajor(dims);
        return copy(from, strides, 0, toStrides, dims, lanes);
    }

    static Move concat(Instruction in, CoreOp.Concat op) {
        int lanes = in.outputs().getFirst().dtype().lanes();
        int[] toStrides = StridedCopy.rowMajor(in.outputs().getFirst().shape().intDims());
        Move[] parts = new Move[in.inputs().size()];
        int to = 0;
        for (int i = 0; i < parts.length; i++) {
            int[] dims = in.inputs().get(i).shape().intDims();
            parts[i] = copy(0, StridedCopy.rowMajor(dims), to, toStrides, dims, lanes);
            to += dims[op.axis()] * toStrides[op.axis()];
        }
        return (inputs, output, parallel) -> {
            for (int i = 0; i < parts.length; i++) {
                parts[i].run(new Object[] {inputs[i]}, output, parallel);
            }
        };
    }

    static Move pad(Instruction in, CoreOp.Pad op) {
        DType dtype = in.outputs().getFirst().dtype();
        int[] dims = in.inputs().getFirst().shape().intDims();
        int[] toStrides = StridedCopy.rowMajor(in.outputs().getFirst().shape().intDims());
        int to = 0;
        for (int d = 0; d < dims.length; d++) {
            to += op.before()[d] * toStrides[d];
        }
        int size = Math.toIntExact(in.outputs().getFirst().shape().size());
        Move fill = copy(0, new int[] {0}, 0, new int[] {1}, new int[] {size}, dtype.lanes());
        Move body = copy(0, StridedCopy.rowMajor(dims), to, toStrides, dims, dtype.lanes());
        return (inputs, output, parallel) -> {
            if (!filled(inputs[1], output)) {
                fill.run(new Object[] {inputs[1]}, output, parallel);
            }
            body.run(inputs, output, parallel);
        };
    }

    /** Fills an array with a scalar, if it is one of floating numbers. */
    private static boolean filled(Object scalar, Object output) {
        if (output instanceof float[] floats && ((float[]) scalar).length == 1) {
            Arrays.fill(floats, ((float[]) scalar)[0]);
            return true;
        }
        if (output instanceof double[] doubles && ((double[]) scalar).length == 1) {
            Arrays.fill(doubles, ((double[]) scalar)[0]);
            return true;
        }
        return false;
    }

    private static Move copy(int from, int[] fromStrides, int to, int[] toStrides, int[] dims, int lanes) {
        if (lanes == 1) {
            return (inputs, output, parallel) ->
                    StridedCopy.copy(inputs[0], from, fromStrides, output, to, toStrides, dims, parallel);
        }
        int[] fs = withLanes(fromStrides, lanes, 1);
        int[] ts = withLanes(toStrides, lanes, 1);
        int[] n = Arrays.copyOf(dims, dims.length + 1);
        n[dims.length] = lanes;
        return (inputs, output, parallel) ->
                StridedCopy.copy(inputs[0], from * lanes, fs, output, to * lanes, ts, n, parallel);
    }

    private static int[] withLanes(int[] strides, int lanes, int last) {
        int[] out = new int[strides.length + 1];
        for (int i = 0; i < strides.length; i++) {
            out[i] = strides[i] * lanes;
        }
        out[strides.length] = last;
        return out;
    }
}
