package io.leat.compiler;

import io.leat.ir.CoreOp;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.Scalar;
import io.leat.ir.Scalars;
import io.leat.ir.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a plan does.
 *
 * @param kind the instruction: {@code Map}, {@code MatMul}, or the name of a library loop
 * @param name the node that it computes; of several the last
 * @param nodes all nodes whose work it does, as {@code name = Op}
 * @param bytes of its inputs and outputs; those of partly known shape are not counted
 * @param operations arithmetic operations on elements, a transcendental function counted as one; 0 where not known
 */
public record StepInfo(String kind, String name, List<String> nodes, long bytes, double operations) {
    public StepInfo {
        nodes = List.copyOf(nodes);
    }

    static StepInfo of(Instruction in) {
        Origin origin = in.origin();
        List<String> nodes =
                origin.parts().stream().map(o -> o.name() + " = " + o.type()).toList();
        return new StepInfo(kind(in.op()), origin.name(), nodes, bytes(in), operations(in));
    }

    private static String kind(CoreOp op) {
        return switch (op) {
            case CoreOp.Library l -> l.name();
            case CoreOp.Product p -> p.name();
            case CoreOp.Host h -> h.name();
            default -> op.getClass().getSimpleName();
        };
    }

    private static long bytes(Instruction in) {
        long sum = 0;
        for (Value v : in.inputs()) {
            sum += bytes(v);
        }
        for (Value v : in.outputs()) {
            sum += bytes(v);
        }
        if (in.op() instanceof CoreOp.Update u) { // variables are read, and those that change are written
            for (int i = 0; i < u.cells(); i++) {
                sum += bytes(in.inputs().getLast());
            }
            sum += u.writes().length * bytes(in.inputs().getLast());
        }
        return sum;
    }

    private static long bytes(Value v) {
        return v.shape().isFullyKnown() ? v.shape().size() * v.dtype().bytes() : 0;
    }

    private static double operations(Instruction in) {
        return switch (in.op()) {
            case CoreOp.Map m -> elements(in.outputs().getFirst()) * nodes(m.bodies());
            case CoreOp.Update u -> elements(in.inputs().getLast()) * nodes(u.bodies());
            case CoreOp.Reduce _ -> elements(in.inputs().getFirst());
            case CoreOp.MatMul m -> {
                var a = in.inputs().getFirst().shape();
                long inner = a.dim(m.transposeA() ? a.rank() - 2 : a.rank() - 1);
                yield 2.0 * elements(in.outputs().getFirst()) * inner;
            }
            case CoreOp.Library l -> l.kernel().operations();
            case CoreOp.Product p -> p.kernel().operations() + operations(p.epilogue(), in);
            default -> 0;
        };
    }

    private static double operations(CoreOp.@Nullable Map epilogue, Instruction in) {
        return epilogue == null ? 0 : elements(in.outputs().getFirst()) * nodes(epilogue.bodies());
    }

    private static double elements(Value v) {
        return v.shape().isFullyKnown() ? v.shape().size() : 0;
    }

    private static long nodes(List<Scalar> bodies) {
        return Scalars.topological(bodies).stream()
                .filter(s -> !(s instanceof Scalar.Input) && !(s instanceof Scalar.Constant))
                .count();
    }
}
