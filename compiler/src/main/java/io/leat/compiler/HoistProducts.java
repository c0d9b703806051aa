package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins products of parts of one matrix with the same right operand into a single product, also where the part is one
 * side of a concatenation, as the input of each step of an unrolled recurrent network is:
 *
 * <pre>
 *   x1 = Slice[rows of step 1](x)                        y  = MatMul(x, w[upper rows])
 *   c1 = MatMul(Concat(x1, h1), w)                ->     c1 = MatMul(h1, w[lower rows]) + Slice[rows of step 1](y)
 *   c2 = MatMul(Concat(x2, h2), w)                       c2 = MatMul(h2, w[lower rows]) + Slice[rows of step 2](y)
 * </pre>
 */
final class HoistProducts {
    /** Products of more rows than this are efficient alone. */
    private static final int MANY_ROWS = 256;

    private static final int FEWEST_PRODUCTS = 3;

    /** Parts of {@code x} as rows, times rows {@code from} and following of {@code right}. */
    private record Whole(Value x, Value right, boolean transposed, int from, int inner) {}

    /** One product of a {@link Whole}: the part of its left operand that is rows of {@code x}, and the rest, if any. */
    private record Piece(Whole whole, int row, @Nullable Value rest, int restFrom, int restInner) {}

    private final CoreProgram program;
    private final Uses uses;
    private final MatrixParts parts;
    private final Map<Instruction, Piece> pieces = new LinkedHashMap<>();
    private final Map<Whole, Value> products = new HashMap<>();

    private HoistProducts(CoreProgram program) {
        this.program = program;
        this.uses = new Uses(program);
        this.parts = new MatrixParts(program);
    }

    static CoreProgram run(CoreProgram program) {
        return new HoistProducts(program).rewrite();
    }

    private CoreProgram rewrite() {
        Map<Whole, Long> rows = new HashMap<>();
        Map<Whole, Integer> counts = new HashMap<>();
        for (Instruction in : program.instructions()) {
            Piece piece = in.op() instanceof CoreOp.MatMul m ? piece(in, m) : null;
            if (piece != null) {
                pieces.put(in, piece);
                rows.merge(piece.whole(), in.outputs().getFirst().shape().dim(0), Long::sum);
                counts.merge(piece.whole(), 1, Integer::sum);
            }
        }
        pieces.values()
                .removeIf(p -> counts.getOrDefault(p.whole(), 0) < FEWEST_PRODUCTS
                        || rows.getOrDefault(p.whole(), 0L) * p.whole().inner()
                                < p.whole().x().shape().size());
        if (pieces.isEmpty()) {
            return program;
        }
        for (Instruction in : program.instructions()) {
            Piece piece = pieces.get(in);
            if (piece == null) {
                parts.add(in, in.inputs());
            } else {
                replace(in, piece);
            }
        }
        return parts.build();
    }

    private @Nullable Piece piece(Instruction product, CoreOp.MatMul m) {
        Value left = product.inputs().get(0);
        Value right = product.inputs().get(1);
        if (m.transposeA() || left.shape().rank() != 2 || left.shape().dim(0) > MANY_ROWS) {
            return null;
        }
        Instruction concat = uses.definition(left);
        if (concat == null || !(concat.op() instanceof CoreOp.Concat c) || c.axis() != 1) {
            int inner = (int) left.shape().dim(1);
            return piece(left, right, m.transposeB(), 0, inner, null);
        }
        if (concat.inputs().size() != 2) {
            return null;
        }
        Value first = concat.inputs().get(0);
        Value second = concat.inputs().get(1);
        int middle = (int) first.shape().dim(1);
        Piece piece = piece(first, right, m.transposeB(), 0, middle, second);
        return piece != null
                ? piece
                : piece(
                        second,
                        right,
                        m.transposeB(),
                        middle,
                        (int) second.shape().dim(1),
                        first);
    }

    private @Nullable Piece piece(
            Value part, Value right, boolean transposed, int from, int inner, @Nullable Value rest) {
        Instruction def = uses.definition(part);
        while (def != null && def.op() instanceof CoreOp.Reshape) {
            def = uses.definition(def.inputs().getFirst());
        }
        if (def == null || !(def.op() instanceof CoreOp.Slice slice) || inner == 0) {
            return null;
        }
        Value x = def.inputs().getFirst();
        if (x.shape().rank() < 2 || x.shape().size() % inner != 0 || !takesRows(slice, def)) {
            return null;
        }
        long at = slice.begin()[0] * x.shape().from(1).size();
        if (at % inner != 0) {
            return null;
        }
        int restFrom = from == 0 ? inner : 0;
        int restInner = rest == null ? 0 : (int) rest.shape().dim(1);
        return new Piece(new Whole(x, right, transposed, from, inner), (int) (at / inner), rest, restFrom, restInner);
    }

    /** Whether a slice is consecutive in memory: whole entries of the first dimension. */
    private static boolean takesRows(CoreOp.Slice slice, Instruction in) {
        Shape from = in.inputs().getFirst().shape();
        Shape to = in.outputs().getFirst().shape();
        for (int d = 0; d < from.rank(); d++) {
            if (slice.strides()[d] != 1 || d > 0 && from.dim(d) != to.dim(d)) {
                return false;
            }
        }
        return true;
    }

    private void replace(Instruction in, Piece piece) {
        CoreProgram.Builder b = parts.builder();
        Value out = in.outputs().getFirst();
        Value right = in.inputs().get(1);
        Whole whole = piece.whole();
        int axis = whole.transposed() ? 1 : 0;
        Value all = products.computeIfAbsent(whole, w -> {
            Shape rows = Shape.of(w.x().shape().size() / w.inner(), w.inner());
            Value x = b.emit(new CoreOp.Reshape(), out.dtype(), rows, in.origin(), w.x());
            Value upper = parts.slice(right, axis, w.from(), w.inner(), in.origin());
            Shape shape = Shape.of(rows.dim(0), out.shape().dim(1));
            return b.emit(new CoreOp.MatMul(false, w.transposed()), out.dtype(), shape, in.origin(), x, upper);
        });
        var rows = new CoreOp.Slice(new int[] {piece.row(), 0}, new int[] {1, 1});
        if (piece.rest() == null) {
            b.add(rows, List.of(all), List.of(out), in.origin());
            return;
        }
        Value lower = parts.slice(right, axis, piece.restFrom(), piece.restInner(), in.origin());
        Value mine = b.emit(rows, out.dtype(), out.shape(), in.origin(), all);
        var product = new CoreOp.MatMul(false, whole.transposed());
        Value other = b.emit(product, out.dtype(), out.shape(), in.origin(), piece.rest(), lower);
        Scalar sum = Scalar.input(0, out.dtype()).plus(Scalar.input(1, out.dtype()));
        b.add(new CoreOp.Map(List.of(sum)), List.of(other, mine), List.of(out), in.origin());
    }
}
