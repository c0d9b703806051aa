package io.leat.conformance.ops;

import io.leat.conformance.RealTensorFlow;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.graph.Attr;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.Closeness;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Real TensorFlow gives what the plain meaning gives, and fails where it should. */
final class TensorFlowCheck {
    /** Where TensorFlow's result is wrong, or another that is as good. */
    private static final Map<String, String> DIFFERENCES =
            Map.of("Round of INT32", "gives 0", "Round of INT64", "gives 0");

    /** Ops that differ in TensorFlow for infinite, undefined and very large values only: they multiply by 0. */
    private static final Set<String> NOT_FINITE = Set.of("ReluGrad", "Relu6Grad");

    /** TensorFlow computes these from few terms. */
    private static final Map<String, Integer> ULPS_MORE = Map.of(
            "Digamma", 8, "Igamma", 64, "Igammac", 64, "Zeta", 64, "Polygamma", 64, "IgammaGradA", 256, "Betainc", 256);

    /** These take {@code exp(x) - 1} in TensorFlow, which loses digits beside 0. */
    private static final Set<String> EXP_MINUS_ONE = Set.of("Elu", "Selu");

    /** The vectors of their further outputs are known but for a factor of absolute value 1. */
    private static final Set<String> FREE_PHASE = Set.of("Svd", "SelfAdjointEigV2");

    /** Complex functions are other formulas there. */
    private static final int COMPLEX_ULPS = 8;

    private final Findings findings;
    private int compared;

    private TensorFlowCheck(Findings findings) {
        this.findings = findings;
    }

    /** Returns how many cases were compared. */
    static int run(List<Answer> answers, List<OpCase> cases, Findings findings) {
        if (!RealTensorFlow.isAvailable()) {
            findings.skip("there is no TensorFlow to compare with");
            return 0;
        }
        var check = new TensorFlowCheck(findings);
        Map<String, List<Answer>> byDtype = new LinkedHashMap<>();
        answers.forEach(a -> byDtype.computeIfAbsent(String.valueOf(a.of().dtype()), k -> new ArrayList<>())
                .add(a));
        byDtype.values().forEach(check::together);
        cases.stream().filter(c -> c.failure() != null).forEach(check::failure);
        return check.compared;
    }

    private void together(List<Answer> group) {
        List<List<Tensor>> theirs;
        try {
            theirs = TensorFlowRun.run(group.stream().map(Answer::of).toList());
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                refused(group.getFirst(), e);
            } else {
                oneByOne(group);
            }
            return;
        }
        for (int i = 0; i < group.size(); i++) {
            compare(group.get(i), theirs.get(i));
        }
    }

    /** One for which TensorFlow has no kernel speaks for those that differ from it in shapes only. */
    private void oneByOne(List<Answer> group) {
        for (Answer a : group) {
            together(List.of(a));
        }
    }

    private void refused(Answer a, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        boolean missing = message.contains("No OpKernel was registered")
                || message.contains("Could not find device for node")
                || message.contains("is not supported")
                || message.contains("No WhereOp available")
                || message.contains("not implemented")
                || message.contains("nimplemented")
                || message.contains("has constraint on attr")
                || message.contains("No WhereOp available");
        if (missing) {
            findings.skip("TensorFlow has no kernel for " + a.of().op() + " of " + a.of().dtype());
        } else {
            findings.add(a.of(), "TensorFlow", "refuses it: " + message);
        }
    }

    private void compare(Answer a, List<Tensor> theirs) {
        compared++;
        String problem = problem(a, theirs, findings);
        if (problem != null) {
            findings.add(a.of(), "TensorFlow", problem);
        }
    }

    /** What is wrong with an answer, or null when it is near enough to TensorFlow's; notes how near. */
    static @Nullable String problem(Answer a, List<Tensor> theirs, Findings findings) {
        String difference = DIFFERENCES.get(a.of().op() + " of " + a.of().dtype());
        if (difference != null) {
            findings.skip("TensorFlow's " + a.of().op() + " of " + a.of().dtype() + " " + difference);
            return null;
        }
        boolean finite = a.of().inputs().stream().allMatch(TensorFlowCheck::isFinite);
        if (!finite && NOT_FINITE.contains(a.of().op())) {
            findings.skip("TensorFlow's " + a.of().op() + " of infinite values differs");
            return null;
        }
        for (int i = 0; i < defined(a, theirs.size()); i++) {
            Closeness near = closeness(a, i);
            String problem = near.problem(theirs.get(i), a.outputs().get(i));
            if (problem != null) {
                return "output " + i + " " + problem;
            }
            findings.near(near.ulps(theirs.get(i), a.outputs().get(i)));
        }
        return null;
    }

    /** How many of the first outputs TensorFlow sets: what is for the gradient only it leaves as it lay in memory. */
    private static int defined(Answer a, int outputs) {
        boolean inference = a.of().op().startsWith("FusedBatchNorm")
                && !a.of().op().contains("Grad")
                && Attr.of(false).equals(a.of().attrs().find("is_training"));
        return inference ? 3 : FREE_PHASE.contains(a.of().op()) ? 1 : outputs;
    }

    private static boolean isFinite(Tensor t) {
        if (!t.dtype().isFloating()) {
            return true;
        }
        Elements e = Elements.of(t);
        for (int i = 0; i < e.size(); i++) {
            if (!Double.isFinite(e.real(i))) {
                return false;
            }
        }
        return true;
    }

    private static Closeness closeness(Answer a, int output) {
        Closeness near = a.closeness(output).withoutZeroSigns();
        if (EXP_MINUS_ONE.contains(a.of().op())) {
            near = Closeness.of(a.of().definition().accuracy(), 1).withoutZeroSigns();
        }
        near = near.plus(ULPS_MORE.getOrDefault(a.of().op(), 0));
        return a.outputs().get(output).dtype().isComplex() ? near.plus(COMPLEX_ULPS) : near;
    }

    private void failure(OpCase c) {
        try {
            TensorFlowRun.runUnchecked(c);
        } catch (RuntimeException theirs) {
            // The shape functions say it in other words than the kernels, whose words are ours.
            String message = String.valueOf(theirs.getMessage());
            boolean beforeTheRun = message.startsWith("Converting GraphDef to Graph");
            if (!beforeTheRun && !message.contains(String.valueOf(c.failure()))) {
                findings.add(c, "TensorFlow", "fails with: " + message);
            }
            return;
        }
        findings.add(c, "TensorFlow", "does not fail");
    }
}
