package io.leat.conformance.ops;

import io.leat.conformance.RealTensorFlow;
import io.leat.conformance.ops.Mutations.Mutant;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.conformance.process.Outcome;
import io.leat.conformance.process.TensorFlowProcess;
import io.leat.formats.GraphDefs;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tensorflow.proto.GraphDef;

/**
 * Changed cases: what TensorFlow refuses, Leat refuses with the same status; what it computes, Leat computes alike. Each
 * is checked with inputs that are known when the graph is built and with such that the run alone knows.
 */
final class MutationCheck implements AutoCloseable {
    private static final int MOST = 20;
    private static final Pattern REMOVED = Pattern.compile("It has been removed in version (\\d+)");

    /** How TensorFlow says that it does not compute what it should, for all that the signature says. */
    private static final Pattern MISSING = Pattern.compile(
            "(?s).*(No OpKernel was registered|Could not find device for node|is not supported|not implemented|nimplemented"
                    + "|not yet supported|has constraint on attr|No WhereOp available|Unhandled (type|dimension|data)"
                    + "|only supports|does not support).*");

    private final TensorFlowProcess tensorFlow = new TensorFlowProcess();
    private int producer;

    /** Returns how many mutants both refused. */
    int run(List<Answer> answers, Findings findings) {
        if (!RealTensorFlow.isAvailable()) {
            return 0;
        }
        producer = 0;
        int refused = 0;
        for (Mutant m : Mutations.of(answers.stream().map(Answer::of).toList(), MOST)) {
            boolean known = check(m, false, findings);
            boolean hidden = check(m, true, findings);
            refused += known || hidden ? 1 : 0;
        }
        return refused;
    }

    /** Whether both refused it. */
    private boolean check(Mutant m, boolean hidden, Findings findings) {
        String how = (hidden ? "hidden, " : "") + m.what();
        GraphDef definition = MutantGraph.of(m.base(), m.of(), hidden);
        Outcome ours;
        try {
            ours = ours(definition);
        } catch (RuntimeException | OutOfMemoryError e) {
            report(m, how, e + " at " + e.getStackTrace()[0], findings);
            return false;
        }
        if (KnownDifferences.aborts(m.of().op(), how)) {
            findings.skip("TensorFlow ends over changed cases");
            return false;
        }
        Outcome theirs = theirs(definition);
        if (theirs.died() && KnownDifferences.mayAbort(m.of().op())) {
            findings.skip("TensorFlow ends over changed cases");
            return false;
        }
        String problem = theirs.died() ? "ends TensorFlow" : problem(m, ours, theirs, findings);
        if (problem != null) {
            report(m, how, problem, findings);
        }
        return problem == null && !ours.isGood() && !theirs.isGood();
    }

    private static void report(Mutant m, String how, String problem, Findings findings) {
        String known = KnownDifferences.reason(m.of().op(), how);
        if (known == null) {
            findings.add(m.of(), "changed: " + how, problem);
        } else {
            findings.skip("changed cases differ: " + known);
        }
    }

    private static Outcome ours(GraphDef definition) {
        try {
            Graph graph = GraphDefs.parse(definition.toByteArray());
            List<Output> fetches = graph.node("mutant").outputs().stream()
                    .filter(o -> o.dtype() != DType.RESOURCE && o.dtype() != DType.VARIANT)
                    .toList();
            try (var session = Session.open(graph)) {
                return Outcome.of(session.run(fetches, Map.of(), List.of(graph.node("mutant"))));
            }
        } catch (LeatException e) {
            return Outcome.failure(e.code(), e.reason());
        }
    }

    private Outcome theirs(GraphDef definition) {
        Outcome first = tensorFlow.run(version(definition), "mutant");
        Matcher removed = REMOVED.matcher(first.message());
        if (first.isGood() || !removed.find()) {
            return first;
        }
        producer = Integer.parseInt(removed.group(1)) - 1;
        return tensorFlow.run(version(definition), "mutant");
    }

    private byte[] version(GraphDef definition) {
        if (producer == 0) {
            return definition.toByteArray();
        }
        var old = definition.toBuilder();
        old.getVersionsBuilder().setProducer(producer);
        return old.build().toByteArray();
    }

    private static @Nullable String problem(Mutant m, Outcome ours, Outcome theirs, Findings findings) {
        if (theirs.code() != null) {
            boolean missing = MISSING.matcher(theirs.message()).matches();
            if (missing && ours.isGood()) {
                findings.skip("TensorFlow lacks what a changed case needs");
                return null;
            }
            boolean same = ours.code() == theirs.code() || missing && ours.code() == StatusCode.UNIMPLEMENTED;
            return same ? null : "TensorFlow " + theirs + "\n    Leat " + ours;
        }
        if (!ours.isGood()) {
            return "TensorFlow " + theirs + "\n    Leat " + ours;
        }
        List<Tensor> expected = theirs.outputs();
        if (expected.size() != ours.outputs().size()) {
            return "has " + ours.outputs().size() + " outputs, not " + expected.size();
        }
        return TensorFlowCheck.problem(new Answer(m.of(), ours.outputs()), expected, findings);
    }

    @Override
    public void close() {
        tensorFlow.close();
    }
}
