package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes only those columns of a matrix product that are read:
 *
 * <pre>
 *   c = MatMul(a, b)
 *   d = Slice[columns 256 to 511](c)      ->      d = MatMul(a, Slice[columns 256 to 511](b))
 * </pre>
 *
 * <p>The same part of one right operand is sliced once.
 */
final class NarrowProducts {
    private final CoreProgram program;
    private final Uses uses;
    private final MatrixParts parts;
    private final Map<Value, Value> replaced = new HashMap<>();

    private NarrowProducts(CoreProgram program) {
        this.program = program;
        this.uses = new Uses(program);
        this.parts = new MatrixParts(program);
    }

    static CoreProgram run(CoreProgram program) {
        return new NarrowProducts(program).rewrite();
    }

    private CoreProgram rewrite() {
        for (Instruction in : program.instructions()) {
            CoreOp.Slice columns = in.op() instanceof CoreOp.MatMul ? onlyColumnsRead(in) : null;
            if (columns != null && in.op() instanceof CoreOp.MatMul m) {
                Value b = in.inputs().get(1);
                Shape shape = uses.readers(in.outputs().getFirst())
                        .getFirst()
                        .outputs()
                        .getFirst()
                        .shape();
                int from = columns.begin()[1];
                int axis = m.transposeB() ? 0 : 1;
                Value part = parts.slice(b, axis, from, (int) shape.dim(1), in.origin());
                Value narrow = parts.builder()
                        .emit(m, b.dtype(), shape, in.origin(), in.inputs().getFirst(), part);
                uses.readers(in.outputs().getFirst())
                        .forEach(s -> replaced.put(s.outputs().getFirst(), narrow));
            } else if (in.outputs().isEmpty()
                    || !replaced.containsKey(in.outputs().getFirst())) {
                parts.add(
                        in,
                        in.inputs().stream()
                                .map(v -> replaced.getOrDefault(v, v))
                                .toList());
            }
        }
        return parts.build();
    }

    /** The slice by which every reader takes the same columns, and all rows, or null if there is none. */
    private CoreOp.@Nullable Slice onlyColumnsRead(Instruction product) {
        Value c = product.outputs().getFirst();
        if (c.shape().rank() != 2 || uses.isFetched(c) || uses.readers(c).isEmpty()) {
            return null;
        }
        CoreOp.Slice first = null;
        for (Instruction reader : uses.readers(c)) {
            if (!(reader.op() instanceof CoreOp.Slice s)
                    || uses.isFetched(reader.outputs().getFirst())) {
                return null;
            }
            Shape shape = reader.outputs().getFirst().shape();
            boolean columns = s.begin()[0] == 0 && s.strides()[0] == 1 && s.strides()[1] == 1;
            boolean same = first == null || first.begin()[1] == s.begin()[1];
            Shape wanted = uses.readers(c).getFirst().outputs().getFirst().shape();
            if (!columns || !same || shape.dim(0) != c.shape().dim(0) || !shape.equals(wanted)) {
                return null;
            }
            first = s;
        }
        return first;
    }
}
