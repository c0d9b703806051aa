package io.leat.conformance.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.conformance.Documents;
import io.leat.conformance.ops.Built.Inputs;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.conformance.scenario.Scenario;
import io.leat.graph.OpRegistry;
import io.leat.testkit.Elsewhere;
import io.leat.testkit.OpCase;
import io.leat.testkit.OpCases;
import io.leat.testkit.StateCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every op of the catalogue over its cases; those whose names match the system property {@code leat.ops} if it is set. */
final class OpsTest {
    private static final OpCases CASES = OpCases.create();
    private static final Map<String, Integer> SKIPPED = new TreeMap<>();
    private static final Coverage COVERAGE = new Coverage();
    private static final MutationCheck MUTATIONS = new MutationCheck();
    private static int ops;
    private static int checked;
    private static int compared;
    private static int refused;

    @TestFactory
    Stream<DynamicTest> everyOp() {
        return OpRegistry.names().stream()
                .filter(op -> op.matches(System.getProperty("leat.ops", ".*")))
                .filter(op -> !CASES.of(op).isEmpty())
                .map(op -> DynamicTest.dynamicTest(op, () -> check(op)));
    }

    private static void check(String op) {
        List<OpCase> cases = CASES.of(op);
        var findings = new Findings();
        List<Answer> answers = PlainMeaning.of(cases, findings);
        if (!OpRegistry.get(op).isStateful()) {
            SessionCheck.run(answers, Inputs.FED, findings);
            SessionCheck.run(answers, Inputs.CONSTANT, findings);
            SessionCheck.run(answers, Inputs.UNKNOWN, findings);
            FusionCheck.run(answers, findings);
        }
        SessionCheck.failures(cases, findings);
        RoundTripCheck.run(answers, findings);
        GradientCheck.run(answers, findings);
        int theirs = TensorFlowCheck.run(answers, cases, findings);
        compared += theirs;
        int mutants = MUTATIONS.run(answers, findings);
        refused += mutants;
        COVERAGE.add(op, cases, theirs, mutants, findings);
        ops++;
        checked += answers.size();
        findings.skipped().forEach((why, n) -> SKIPPED.merge(why, n, Integer::sum));
        assertThat(String.join("\n", findings.problems()))
                .as("%s: %d cases", op, cases.size())
                .isEmpty();
    }

    @Test
    void everyOpHasCases() {
        List<String> without = new ArrayList<>();
        Set<String> scenarios = Scenario.ops();
        for (String op : OpRegistry.names()) {
            boolean cases = !CASES.of(op).isEmpty() || !StateCase.of(op).isEmpty();
            if (cases == Elsewhere.REASONS.containsKey(op) && !scenarios.contains(op)) {
                without.add(op);
            }
        }
        assertThat(without)
                .as("ops without a case in io.leat.testkit.cases, a scenario or a reason in Elsewhere")
                .isEmpty();
    }

    @AfterAll
    static void summary() throws IOException {
        MUTATIONS.close();
        if (Documents.WANTED) {
            COVERAGE.write();
        }
        int skips = SKIPPED.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println(
                "Conformance: " + ops + " ops, " + checked + " cases, " + compared + " compared with TensorFlow, "
                        + refused + " changed ones refused by both, " + skips + " checks skipped: " + SKIPPED);
    }
}
