package io.leat.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.leat.conformance.RealTensorFlow;
import io.leat.conformance.ops.TensorFlowRun;
import io.leat.conformance.ops.TensorFlowSession;
import io.leat.conformance.scenario.Script.Derivative;
import io.leat.conformance.scenario.Script.Step;
import io.leat.graph.Accuracy;
import io.leat.runtime.Session;
import io.leat.tensor.LeatException;
import io.leat.tensor.StatusCode;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.Closeness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs of ops with state, of handles and of lists: values, errors and gradients are those of real TensorFlow. */
final class ScenarioTest {
    private static final double STEP = 1e-4;

    /** The Java API has exceptions for these statuses only. */
    private static final Set<StatusCode> NAMED = EnumSet.of(
            StatusCode.INVALID_ARGUMENT,
            StatusCode.OUT_OF_RANGE,
            StatusCode.UNIMPLEMENTED,
            StatusCode.RESOURCE_EXHAUSTED,
            StatusCode.FAILED_PRECONDITION,
            StatusCode.PERMISSION_DENIED,
            StatusCode.UNAUTHENTICATED);

    @TestFactory
    Stream<DynamicTest> everyScenario() {
        RealTensorFlow.assumeAvailable();
        return Scenario.all().stream().map(s -> DynamicTest.dynamicTest(s.name(), () -> check(s)));
    }

    private static void check(Scenario scenario) {
        Script script = scenario.write();
        List<String> problems = new ArrayList<>();
        try (var ours = Session.open(script.graph());
                var theirs = new TensorFlowSession(TensorFlowRun.definition(script.graph()))) {
            for (int i = 0; i < script.steps().size(); i++) {
                String problem = problem(script.steps().get(i), ours, theirs);
                if (problem != null) {
                    problems.add("step " + i + " " + script.steps().get(i) + ": " + problem);
                }
            }
            for (Derivative d : script.derivatives()) {
                String problem = problem(d, ours);
                if (problem != null) {
                    problems.add(d + ": " + problem);
                }
            }
        }
        assertThat(String.join("\n", problems)).as(scenario.name()).isEmpty();
    }

    private static @Nullable String problem(Step step, Session ours, TensorFlowSession theirs) {
        if (step.failure() != null) {
            String wrong =
                    step.alone() ? null : failure(step.failure(), () -> theirs.run(step.fetches(), step.targets()));
            if (wrong != null) {
                return "TensorFlow " + wrong;
            }
            return failure(step.failure(), () -> ours.run(step.fetches(), Map.of(), step.targets()));
        }
        List<Tensor> expected;
        List<Tensor> actual;
        try {
            expected = theirs.run(step.fetches(), step.targets());
        } catch (RuntimeException e) {
            return "TensorFlow fails: " + e;
        }
        try {
            actual = ours.run(step.fetches(), Map.of(), step.targets());
        } catch (LeatException e) {
            return "fails: " + e;
        }
        for (int i = 0; i < expected.size(); i++) {
            String p = Closeness.of(Accuracy.ulps(4)).withoutZeroSigns().problem(expected.get(i), actual.get(i));
            if (p != null) {
                return "tensor " + i + " " + p;
            }
        }
        return null;
    }

    private static @Nullable String failure(StatusCode wanted, Runnable run) {
        try {
            run.run();
        } catch (LeatException e) {
            return e.code() == wanted ? null : "fails with: " + e;
        } catch (RuntimeException e) {
            String name = e.getClass().getSimpleName();
            boolean right = NAMED.contains(wanted)
                    ? name.equals("TF" + camelCase(wanted) + "Exception")
                    : NAMED.stream().noneMatch(c -> name.equals("TF" + camelCase(c) + "Exception"));
            return right ? null : "fails with: " + e;
        }
        return "does not fail";
    }

    private static String camelCase(StatusCode code) {
        var text = new StringBuilder();
        for (String word : code.name().split("_", -1)) {
            text.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static @Nullable String problem(Derivative d, Session session) {
        Tensor x = session.run(d.x());
        Elements dx = Elements.of(session.run(d.dx()));
        for (int i = 0; i < x.size(); i++) {
            double quotient = (sum(d, session, x, i, STEP) - sum(d, session, x, i, -STEP)) / (2 * STEP);
            if (Math.abs(quotient - dx.real(i)) > 1e-5 * Math.max(1, Math.abs(quotient))) {
                return "derivative " + i + " is " + dx.real(i) + ", not " + quotient;
            }
        }
        return null;
    }

    private static double sum(Derivative d, Session session, Tensor x, int at, double step) {
        Elements moved = Elements.allocate(x.dtype(), x.shape());
        Elements.of(x).copyRange(0, moved, 0, moved.size());
        moved.set(at, moved.real(at) + step);
        Elements y = Elements.of(session.run(d.y(), Map.of(d.x(), moved.tensor())));
        double sum = 0;
        for (int i = 0; i < y.size(); i++) {
            sum += y.real(i);
        }
        return sum;
    }
}
