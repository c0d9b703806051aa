package io.leat.conformance.ops;

import io.leat.conformance.RealTensorFlow;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.tensor.Tensor;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Real TensorFlow gives what the plain meaning gives, and fails where it should. */
final class TensorFlowCheck {
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
                || message.contains("not implemented")
                || message.contains("nimplemented");
        if (missing) {
            findings.skip("TensorFlow has no kernel for " + a.of().op() + " of " + a.of().dtype());
        } else {
            findings.add(a.of(), "TensorFlow", "refuses it: " + message);
        }
    }

    private void compare(Answer a, List<Tensor> theirs) {
        compared++;
        for (int i = 0; i < theirs.size(); i++) {
            String problem = a.closeness(i).problem(theirs.get(i), a.outputs().get(i));
            if (problem != null) {
                findings.add(a.of(), "TensorFlow", "output " + i + " " + problem);
            }
        }
    }

    private void failure(OpCase c) {
        try {
            TensorFlowRun.run(List.of(c));
        } catch (io.leat.tensor.LeatException ours) {
            findings.skip("fails when the node is added");
            return;
        } catch (RuntimeException theirs) {
            if (!String.valueOf(theirs.getMessage()).contains(String.valueOf(c.failure()))) {
                findings.add(c, "TensorFlow", "fails with: " + theirs.getMessage());
            }
            return;
        }
        findings.add(c, "TensorFlow", "does not fail");
    }
}
