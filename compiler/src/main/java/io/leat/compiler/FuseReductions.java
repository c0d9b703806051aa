package io.leat.compiler;

import io.leat.compiler.codegen.ReducePlan;
import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Origin;
import io.leat.ir.Scalar;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines the elements of a map along the last dimensions, or all, while they are computed:
 *
 * <pre>
 *   s = Map[square(x0 - x1)](p, q)
 *   m = Reduce[MEAN [0, 1]](s)         ->     m = Library[MEAN of Map[square(x0 - x1)]](p, q)
 * </pre>
 *
 * <p>Done where nothing else reads the map's result, which is then never stored, and where that result is large.
 */
final class FuseReductions {
    /** Results of fewer elements stay in the nearest cache, and storing them costs nothing. */
    private static final long SMALLEST = 1 << 14;

    private final CoreProgram program;
    private final int[] uses;
    private final Map<Value, Integer> maps = new HashMap<>();

    private FuseReductions(CoreProgram program) {
        this.program = program;
        this.uses = new int[program.values()];
        program.outputs().forEach(v -> uses[v.id()]++);
        program.instructions().forEach(i -> i.inputs().forEach(v -> uses[v.id()]++));
    }

    static CoreProgram run(CoreProgram program) {
        return new FuseReductions(program).fuse();
    }

    private CoreProgram fuse() {
        List<Instruction> out = new ArrayList<>();
        for (Instruction in : program.instructions()) {
            if (in.op() instanceof CoreOp.Map && isLarge(in.outputs())) {
                maps.put(in.outputs().getFirst(), out.size());
                out.add(in);
            } else if (in.op() instanceof CoreOp.Reduce reduce && fuses(in, reduce)) {
                // A reduction reads nothing but the map's result, so it may take the map's place.
                int at = maps.get(in.inputs().getFirst());
                out.set(at, fused(out.get(at), in, reduce));
            } else {
                out.add(in);
            }
        }
        return new CoreProgram(program.inputs(), out, program.outputs(), program.values());
    }

    private boolean isLarge(List<Value> outputs) {
        Value x = outputs.getFirst();
        return outputs.size() == 1 && uses[x.id()] == 1 && x.shape().size() >= SMALLEST;
    }

    private boolean fuses(Instruction in, CoreOp.Reduce reduce) {
        Value x = in.inputs().getFirst();
        return maps.containsKey(x)
                && ReducePlan.supports(reduce.kind(), x.dtype())
                && kept(x.shape(), reduce.axes()) >= 0;
    }

    /** How many leading dimensions are kept, -1 if there are such behind one that is reduced. */
    private static int kept(Shape shape, int[] axes) {
        boolean[] reduced = new boolean[shape.rank()];
        for (int a : axes) {
            reduced[a] = true;
        }
        int kept = 0;
        for (int d = 0; d < reduced.length; d++) {
            if (!reduced[d] && shape.dim(d) != 1) {
                kept = d + 1;
            }
        }
        for (int d = 0; d < kept; d++) {
            if (reduced[d] && shape.dim(d) != 1) {
                return -1;
            }
        }
        return kept;
    }

    private static Instruction fused(Instruction map, Instruction in, CoreOp.Reduce reduce) {
        CoreOp.Map op = (CoreOp.Map) map.op();
        Scalar body = op.bodies().getFirst();
        Shape shape = map.outputs().getFirst().shape();
        List<int[]> inputs =
                map.inputs().stream().map(v -> v.shape().intDims()).toList();
        ReducePlan plan =
                ReducePlan.of(body, inputs, shape.intDims(), kept(shape, reduce.axes()), reduce.kind());
        ArrayKernel kernel = (from, to, parallel) -> plan.run(from, to[0], parallel);
        double operations = StepInfo.of(map).operations() + StepInfo.of(in).operations();
        var library = new CoreOp.Library(reduce.kind() + " of " + op, kernel.withOperations(operations));
        return new Instruction(
                library, map.inputs(), in.outputs(), Origin.fused(List.of(map.origin(), in.origin())));
    }
}
