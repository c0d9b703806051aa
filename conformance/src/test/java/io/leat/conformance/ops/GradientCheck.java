package io.leat.conformance.ops;

import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.graph.Gradients;
import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.LeatException;
import io.leat.tensor.NotFoundException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.tensor.raw.Elements;
import io.leat.testkit.Domain;
import io.leat.testkit.Seeded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a random weighting of the outputs, in random directions, is the difference quotient; and so is the
 * gradient of the gradient.
 */
final class GradientCheck {
    private static final int DIRECTIONS = 2;

    /** Their other outputs are there for the gradient, and nothing flows back through them. */
    private static final Set<String> FIRST_OUTPUT = Set.of("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3");

    private final Answer answer;
    private final Findings findings;
    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();
    private final List<Output> inputs = new ArrayList<>();
    private final Map<Output, Tensor> feeds = new LinkedHashMap<>();
    private final Seeded seeded;
    private boolean wide;

    private GradientCheck(Answer answer, Findings findings) {
        this.answer = answer;
        this.findings = findings;
        this.seeded = new Seeded(answer.of().seed() + 1);
    }

    /** Checks the cases in float64, or in float32 where the op knows no other. */
    static void run(List<Answer> answers, Findings findings) {
        boolean wide = answers.stream().anyMatch(a -> a.of().dtype() == DType.FLOAT64 && isDifferentiable(a));
        for (Answer a : answers) {
            boolean first = a.outputs().stream().mapToLong(Tensor::size).sum() <= 2000;
            if (first && isDifferentiable(a) && (!wide || a.of().dtype() != DType.FLOAT32)) {
                try {
                    new GradientCheck(a, findings).run();
                } catch (RuntimeException e) {
                    findings.add(a.of(), "gradient", e);
                }
            }
        }
    }

    private static boolean isDifferentiable(Answer a) {
        return !a.of().differentiable().isEmpty()
                && a.outputs().stream().anyMatch(t -> t.dtype().isFloating());
    }

    private void run() {
        List<Output> xs = new ArrayList<>();
        for (int i = 0; i < answer.of().inputs().size(); i++) {
            Tensor t = answer.of().inputs().get(i);
            Output in =
                    answer.of().constants().contains(i) ? tf.constant(t) : tf.placeholder("in", t.dtype(), t.shape());
            if (!answer.of().constants().contains(i)) {
                feeds.put(in, t);
            }
            if (answer.of().differentiable().contains(i)) {
                xs.add(in);
            }
            inputs.add(in);
        }
        List<Output> ys = answer.of().addTo(tf, inputs).outputs().stream()
                .filter(o -> o.dtype().isFloating())
                .limit(FIRST_OUTPUT.contains(answer.of().op()) ? 1 : Integer.MAX_VALUE)
                .toList();
        wide = Stream.concat(xs.stream(), ys.stream()).allMatch(y -> y.dtype() == DType.FLOAT64);
        Output sum = weighted(ys);
        List<@Nullable Output> dxs = gradients(sum, xs, "gradient");
        if (dxs == null) {
            return;
        }
        compare(sum, xs, dxs, "gradient");
        List<Output> present = dxs.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (present.isEmpty()) {
            return;
        }
        Output second = weighted(present);
        List<@Nullable Output> ddxs = gradients(second, xs, "second gradient");
        if (ddxs != null) {
            compare(second, xs, ddxs, "second gradient");
        }
    }

    /** The sum of the elements of all of {@code ys}, each times a random weight. */
    private Output weighted(List<Output> ys) {
        List<Output> sums = new ArrayList<>();
        for (Output y : ys) {
            Output flat = tf.call("Reshape", y, tf.constant(new int[] {-1}));
            int n = Math.toIntExact(y.shape().isFullyKnown() ? y.shape().size() : answerSize(y));
            Output w = tf.constant(seeded.tensor(y.dtype(), io.leat.tensor.Shape.of(n), Domain.of(0.5, 1.5)));
            sums.add(tf.call("Sum", flat.times(w), tf.constant(0)));
        }
        return sums.size() == 1
                ? sums.getFirst()
                : tf.op("AddN").inputs(sums).add().output(0);
    }

    private long answerSize(Output y) {
        return y.index() < answer.outputs().size()
                ? answer.outputs().get(y.index()).size()
                : 1;
    }

    private @Nullable List<@Nullable Output> gradients(Output y, List<Output> xs, String check) {
        try {
            return Gradients.in(tf).dense(List.of(y), xs);
        } catch (NotFoundException e) {
            boolean none = e.getMessage().contains("No gradient defined");
            if (none) {
                findings.skip("no " + check + " of " + answer.of().op());
            } else {
                findings.add(answer.of(), check, e);
            }
            return null;
        } catch (UnimplementedException e) {
            findings.skip(
                    "no " + check + ": " + e.getMessage().lines().findFirst().orElse(""));
            return null;
        }
    }

    private void compare(Output y, List<Output> xs, List<@Nullable Output> dxs, String check) {
        try (var session = Session.open(graph)) {
            List<Output> fetches = dxs.stream()
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
            if (fetches.isEmpty()) {
                return;
            }
            List<Tensor> values = session.run(fetches, feeds, List.of());
            int at = 0;
            for (int i = 0; i < xs.size(); i++) {
                if (dxs.get(i) != null) {
                    direction(session, y, xs.get(i), values.get(at++), check);
                }
            }
        } catch (LeatException e) {
            findings.add(answer.of(), check, e);
        }
    }

    private void direction(Session session, Output y, Output x, Tensor dx, String check) {
        Tensor at = Objects.requireNonNull(feeds.get(x));
        if (!dx.shape().equals(at.shape())) {
            findings.add(
                    answer.of(),
                    check,
                    "of input " + inputs.indexOf(x) + " has shape " + dx.shape() + ", not " + at.shape());
            return;
        }
        double h = wide ? 1e-5 : 1e-2;
        for (int i = 0; i < DIRECTIONS && at.size() > 0; i++) {
            Tensor d = seeded.tensor(x.dtype(), at.shape(), Domain.UNIT);
            double up = value(session, y, x, moved(at, d, h));
            double down = value(session, y, x, moved(at, d, -h));
            double expected = (up - down) / (2 * h);
            double actual = product(dx, d);
            double allowed =
                    (wide ? 1e-5 : 2e-2) * (1 + size(dx) + Math.abs(expected)) + Math.ulp(Math.abs(up)) / h * 8;
            if (!(Math.abs(actual - expected) <= allowed)) {
                findings.add(
                        answer.of(),
                        check,
                        String.format(
                                Locale.ROOT, "of input %d is %g, numerically %g", inputs.indexOf(x), actual, expected));
            }
        }
    }

    private double value(Session session, Output y, Output x, Tensor at) {
        Map<Output, Tensor> changed = new LinkedHashMap<>(feeds);
        changed.put(x, at);
        return Elements.of(session.run(y, changed)).real(0);
    }

    private static Tensor moved(Tensor x, Tensor direction, double by) {
        Elements a = Elements.of(x);
        Elements d = Elements.of(direction);
        Elements out = Elements.allocate(x.dtype(), x.shape());
        for (int i = 0; i < a.size(); i++) {
            out.set(i, a.real(i) + by * d.real(i));
        }
        return out.tensor();
    }

    private static double product(Tensor x, Tensor y) {
        Elements a = Elements.of(x);
        Elements b = Elements.of(y);
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.real(i) * b.real(i);
        }
        return sum;
    }

    private static double size(Tensor x) {
        return Math.sqrt(product(x, x));
    }
}
