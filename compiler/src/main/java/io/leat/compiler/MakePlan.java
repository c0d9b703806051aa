package io.leat.compiler;

import io.leat.compiler.codegen.MapPlan;
import io.leat.ir.ArrayKernel;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Instruction;
import io.leat.ir.Value;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link CoreProgram} to {@link Plan}: chooses the kernel of each instruction and the place of each value. */
final class MakePlan {
    private final CoreProgram program;
    private final BufferPlan buffers;
    private final @Nullable Object[] template;
    private final Map<Integer, Integer> borrows = new HashMap<>();

    private MakePlan(CoreProgram program) {
        this.program = program;
        this.buffers = BufferPlan.of(program);
        this.template = new Object[program.values()];
    }

    static Plan run(CoreProgram program) {
        return new MakePlan(program).make();
    }

    private Plan make() {
        List<Step> steps = new ArrayList<>();
        List<int[]> givesBack = new ArrayList<>();
        List<Instruction> all = program.instructions();
        for (int i = 0; i < all.size(); i++) {
            Step step = step(all.get(i));
            int[] ends = buffers.diesAfter(i).stream()
                    .map(v -> borrows.get(v.id()))
                    .filter(b -> b != null)
                    .mapToInt(b -> b)
                    .toArray();
            if (step != null) {
                steps.add(step);
                givesBack.add(ends);
            }
        }
        return new Plan(program, steps, givesBack.toArray(new int[0][]), buffers, template, borrows.size());
    }

    /** The step for an instruction, or null for one that does nothing at run time. */
    private @Nullable Step step(Instruction in) {
        return switch (in.op()) {
            case CoreOp.Constant c -> {
                Value v = in.outputs().getFirst();
                template[v.id()] = HostStep.slot(v, c.tensor());
                yield null;
            }
            case CoreOp.Map m -> map(in, m);
            case CoreOp.Reduce r -> new ArrayStep(in, buffers, ReduceKernels.of(in, r));
            case CoreOp.MatMul m -> new ArrayStep(in, buffers, MatMulKernels.of(in, m));
            case CoreOp.ProductSum s -> new ArrayStep(in, buffers, ProductSumKernels.of(in, s));
            case CoreOp.Reshape _ -> reshape(in);
            case CoreOp.Transpose t -> new ArrayStep(in, buffers, TransposeKernels.of(in, t));
            case CoreOp.Slice s -> new ArrayStep(in, buffers, kernel(MovementSteps.slice(in, s)));
            case CoreOp.Concat c -> new ArrayStep(in, buffers, kernel(MovementSteps.concat(in, c)));
            case CoreOp.Pad p -> new ArrayStep(in, buffers, kernel(MovementSteps.pad(in, p)));
            case CoreOp.Library l -> new ArrayStep(in, buffers, l.kernel());
            case CoreOp.Product p -> new ArrayStep(in, buffers, ProductKernels.of(in, p));
            case CoreOp.Prepare p -> p.kept() ? new PrepareStep(in, p) : new ArrayStep(in, buffers, prepare(p));
            case CoreOp.Host h -> new HostStep(in, h);
            case CoreOp.ReadVariable _ -> read(in);
            case CoreOp.Update u -> new UpdateStep(in, u);
        };
    }

    private static ArrayKernel kernel(MovementSteps.Move move) {
        return (in, out, parallel) -> move.run(in, out[0], parallel);
    }

    private static ArrayKernel prepare(CoreOp.Prepare p) {
        return (in, out, parallel) -> p.kernel().prepare(in[0], out[0], parallel);
    }

    private Step map(Instruction in, CoreOp.Map m) {
        Shape shape = in.outputs().getFirst().shape();
        MapPlan plan = MapPlan.of(m.bodies(), dims(in.inputs()), shape.intDims());
        return new ArrayStep(in, buffers, plan::run);
    }

    private @Nullable Step reshape(Instruction in) {
        int from = in.inputs().getFirst().id();
        if (template[from] != null) {
            template[in.outputs().getFirst().id()] = template[from];
            return null;
        }
        return new ReshapeStep(in);
    }

    private Step read(Instruction in) {
        Value v = in.outputs().getFirst();
        int borrow = -1;
        if (!buffers.escapes(v)) {
            borrow = borrows.size();
            borrows.put(v.id(), borrow);
        }
        return new ReadStep(in, borrow);
    }

    private static List<int[]> dims(List<Value> values) {
        return values.stream().map(v -> v.shape().intDims()).toList();
    }
}
