package io.leat.compiler;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Node;
import io.leat.graph.Node.HandleInfo;
import io.leat.graph.Op;
import io.leat.ir.RunContext;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@link Program} to {@link ShapedProgram}: infers shapes from those of the feeds and folds constants as it goes, since
 * shapes follow from values.
 */
final class InferShapes {
    /** Larger results are left to the compiled code, which computes them faster than the plain meaning. */
    private static final long MAX_FOLDED_ELEMENTS = 1 << 14;

    private final RunContext session;
    private final List<Fact> feeds;
    private final List<List<Fact>> outputs = new ArrayList<>();

    private InferShapes(List<Fact> feeds, RunContext session) {
        this.feeds = feeds;
        this.session = session;
    }

    /** @param session gives the handles that are the same in all runs */
    static ShapedProgram run(Program program, List<Fact> feeds, RunContext session) {
        var pass = new InferShapes(feeds, session);
        for (Step s : program.steps()) {
            pass.outputs.add(pass.infer(s));
        }
        return new ShapedProgram(program, feeds, pass.outputs);
    }

    private Fact fact(Source s) {
        return s.isFeed() ? feeds.get(s.index()) : outputs.get(s.step()).get(s.index());
    }

    private List<Fact> infer(Step step) {
        Node node = step.node();
        List<Fact> in = step.inputs().stream().map(this::fact).toList();
        Inference inference;
        try {
            inference = Inference.again(node, new KnownFacts(in));
        } catch (LeatException e) {
            throw e.at(node.errorSite());
        }
        int n = inference.outputs();
        Tensor[] values = new Tensor[n];
        boolean open = false;
        for (int i = 0; i < n; i++) {
            values[i] = inference.outputValue(i);
            open |= values[i] == null;
        }
        if (open && n > 0) {
            Tensor[] folded = fold(node, in, inference);
            values = folded != null ? folded : values;
        }
        List<Fact> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Tensor v = values[i];
            boolean plain = v == null || node.isRef(i) || v.dtype() == DType.RESOURCE;
            out.add(new Fact(
                    inference.outputDType(i),
                    plain ? inference.outputShape(i) : Objects.requireNonNull(v).shape(),
                    v,
                    inference.outputPartialValue(i),
                    inference.outputHandle(i)));
        }
        return out;
    }

    private Tensor @Nullable [] fold(Node node, List<Fact> in, Inference inference) {
        Op op = Objects.requireNonNull(node.op());
        if (op.isSameInAllRuns()) {
            return Compute.run(node, new Tensor[0], session);
        }
        if (!op.canFold() || !node.controlInputs().isEmpty() && node.inputCount() == 0) {
            return null;
        }
        Tensor[] inputs = new Tensor[in.size()];
        long work = 0;
        for (int i = 0; i < inputs.length; i++) {
            Tensor c = in.get(i).constant();
            if (c == null || c.dtype() == DType.RESOURCE) {
                return null;
            }
            inputs[i] = c;
            work = Math.max(work, c.size());
        }
        for (int i = 0; i < inference.outputs(); i++) {
            Shape s = inference.outputShape(i);
            work = s.isFullyKnown() ? Math.max(work, s.size()) : work;
        }
        return work > MAX_FOLDED_ELEMENTS ? null : Compute.run(node, inputs, null);
    }

    private record KnownFacts(List<Fact> facts) implements Inference.Known {
        @Override
        public int count() {
            return facts.size();
        }

        @Override
        public DType dtype(int i) {
            return facts.get(i).dtype();
        }

        @Override
        public Shape shape(int i) {
            return facts.get(i).shape();
        }

        @Override
        public @Nullable Tensor constant(int i) {
            Tensor c = facts.get(i).constant();
            return c != null && c.dtype() == DType.RESOURCE ? null : c;
        }

        @Override
        public @Nullable Shape partialValue(int i) {
            return facts.get(i).partialValue();
        }

        @Override
        public @Nullable HandleInfo handle(int i) {
            return facts.get(i).handle();
        }
    }
}
