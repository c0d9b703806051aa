package io.leat.compiler;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.Compute;
import io.leat.graph.Lowering;
import io.leat.graph.Node;
import io.leat.graph.Op;
import io.leat.ir.CoreOp;
import io.leat.ir.CoreProgram;
import io.leat.ir.Value;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link ShapedProgram} to {@link CoreProgram}. Where an op has no lowering, or a shape is not known before the run, the
 * op's plain meaning is called.
 */
final class Lower {
    private final ShapedProgram program;
    private final boolean plainOnly;
    private final CoreProgram.Builder builder = new CoreProgram.Builder();
    private final List<Value> feeds = new ArrayList<>();
    private final Map<Source, Value> values = new HashMap<>();

    private Lower(ShapedProgram program, boolean plainOnly) {
        this.program = program;
        this.plainOnly = plainOnly;
    }

    /** @param plainOnly whether every op is left to its plain meaning */
    static CoreProgram run(ShapedProgram program, boolean plainOnly) {
        return new Lower(program, plainOnly).lower();
    }

    private CoreProgram lower() {
        for (Fact f : program.feeds()) {
            feeds.add(builder.input(f.dtype(), f.shape()));
        }
        List<Step> steps = program.program().steps();
        for (int i = 0; i < steps.size(); i++) {
            lower(i, steps.get(i));
        }
        List<Value> fetched = new ArrayList<>();
        for (Source s : program.program().fetches()) {
            fetched.add(
                    s.isFeed() || !isRef(s)
                            ? value(s)
                            : read(s, steps.get(s.step()).node()));
        }
        return builder.build(fetched);
    }

    private void lower(int index, Step step) {
        Node node = step.node();
        Op op = Objects.requireNonNull(node.op());
        List<Fact> out = program.outputs().get(index);
        if (!out.isEmpty() && out.stream().allMatch(f -> f.constant() != null)) {
            return; // emitted where they are used
        }
        List<Value> in = new ArrayList<>();
        List<@Nullable Tensor> constants = new ArrayList<>();
        boolean known = out.stream().allMatch(f -> f.shape().isFullyKnown());
        for (int i = 0; i < step.inputs().size(); i++) {
            Source s = step.inputs().get(i);
            boolean deref = isRef(s) && !op.signature().isRefInput(i, node.attrs());
            Value v = deref ? read(s, node) : value(s);
            in.add(v);
            constants.add(
                    deref || v.dtype() == DType.RESOURCE
                            ? null
                            : program.fact(s).constant());
            known &= v.shape().isFullyKnown();
        }
        List<Value> result = null;
        if (known && !plainOnly) {
            try {
                result = new Lowering(
                                node,
                                in,
                                constants,
                                out.stream().map(Fact::shape).toList(),
                                builder)
                        .run(op);
            } catch (LeatException e) {
                throw e.at(node.errorSite());
            }
        }
        if (result == null) {
            result = call(node, op, in, out);
        }
        for (int i = 0; i < out.size(); i++) {
            values.put(new Source(index, i), result.get(i));
        }
    }

    private List<Value> call(Node node, Op op, List<Value> in, List<Fact> out) {
        List<Value> result = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            result.add(
                    node.isRef(i)
                            ? builder.value(DType.RESOURCE, Shape.SCALAR)
                            : builder.value(out.get(i).dtype(), out.get(i).shape()));
        }
        boolean effect = op.isStateful() || !op.canFold();
        var host = new CoreOp.Host(node.type(), (inputs, run) -> Compute.run(node, inputs, run), effect);
        builder.add(host, in, result, node);
        return result;
    }

    private boolean isRef(Source s) {
        return !s.isFeed() && program.program().steps().get(s.step()).node().isRef(s.index());
    }

    private Value value(Source s) {
        if (s.isFeed()) {
            return feeds.get(s.index());
        }
        return values.computeIfAbsent(s, k -> {
            Tensor constant = Objects.requireNonNull(program.fact(k).constant(), () -> "no value: " + k);
            Node node = program.program().steps().get(k.step()).node();
            return builder.emit(new CoreOp.Constant(constant), constant.dtype(), constant.shape(), node);
        });
    }

    private Value read(Source ref, Node user) {
        Fact f = program.fact(ref);
        return builder.emit(new CoreOp.ReadVariable(), f.dtype(), f.shape(), user, value(ref));
    }
}
