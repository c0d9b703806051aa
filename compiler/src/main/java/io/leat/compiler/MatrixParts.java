package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program under construction from another one, in which parts of matrices are sliced once and then shared. */
final class MatrixParts {
    private record Part(Value matrix, int axis, int from, int size) {}

    private final CoreProgram source;
    private final CoreProgram.Builder builder;
    private final Map<Part, Value> parts = new HashMap<>();

    MatrixParts(CoreProgram source) {
        this.source = source;
        this.builder = CoreProgram.Builder.after(source);
    }

    CoreProgram.Builder builder() {
        return builder;
    }

    /** Appends an instruction of the source on other inputs. */
    void add(Instruction in, List<Value> inputs) {
        builder.add(in.op(), inputs, in.outputs(), in.origin());
    }

    /** Rows (axis 0) or columns (axis 1) of a matrix; the matrix itself when that is all of them. */
    Value slice(Value matrix, int axis, int from, int size, Origin origin) {
        if (size == matrix.shape().dim(axis)) {
            return matrix;
        }
        return parts.computeIfAbsent(new Part(matrix, axis, from, size), k -> {
            int[] begin = new int[2];
            begin[axis] = from;
            var op = new CoreOp.Slice(begin, new int[] {1, 1});
            return builder.emit(op, matrix.dtype(), matrix.shape().withDim(axis, size), origin, matrix);
        });
    }

    CoreProgram build() {
        return builder.build(source.inputs(), source.outputs());
    }
}
