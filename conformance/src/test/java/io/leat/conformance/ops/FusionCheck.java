package io.leat.conformance.ops;

import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.DType;
import io.leat.tensor.Tensor;
import io.leat.testkit.Closeness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The op between random elementwise neighbours that change no digits, with which it may be fused, gives the same as
 * alone. The inputs are prepared so that the neighbours before give those of the case.
 */
final class FusionCheck {
    private record Wired(Answer answer, int output, Output alone, Output after) {}

    private final Graph graph = Graph.create();
    private final Ops tf = graph.ops();
    private final Map<Output, Tensor> feeds = new LinkedHashMap<>();
    private final List<Wired> wired = new ArrayList<>();

    static void run(List<Answer> answers, Findings findings) {
        var check = new FusionCheck();
        for (Answer a : answers) {
            if (isWorthwhile(a)) {
                check.add(a);
            }
        }
        check.compare(findings);
    }

    private static boolean isWorthwhile(Answer a) {
        DType t = a.of().dtype();
        return t == DType.FLOAT32 || t == DType.FLOAT64 || t == DType.INT32;
    }

    private void add(Answer a) {
        var random = new Random(a.of().seed());
        List<Output> in = new ArrayList<>();
        for (int i = 0; i < a.of().inputs().size(); i++) {
            Tensor t = a.of().inputs().get(i);
            boolean neighbour = isPlain(t.dtype()) && !a.of().constants().contains(i);
            in.add(neighbour ? before(t, random) : a.of().constants().contains(i) ? tf.constant(t) : fed(t));
        }
        for (Output o : a.of().addTo(tf, in).outputs()) {
            if (isPlain(o.dtype())) {
                Output twin = tf.placeholder(
                        "twin", o.dtype(), a.outputs().get(o.index()).shape());
                long chain = random.nextLong();
                wired.add(new Wired(a, o.index(), after(twin, chain), after(o, chain)));
                feeds.put(twin, a.outputs().get(o.index()));
            }
        }
    }

    private static boolean isPlain(DType t) {
        return t == DType.FLOAT32 || t == DType.FLOAT64 || t == DType.INT32;
    }

    private Output fed(Tensor t) {
        Output p = tf.placeholder("in", t.dtype(), t.shape());
        feeds.put(p, t);
        return p;
    }

    /** An output of a neighbour with the value {@code t}: one that can be computed backward without a loss. */
    private Output before(Tensor t, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> fed(plain("Neg", t)).neg();
            case 1 -> tf.call("Identity", fed(t));
            case 2 -> tf.call("Maximum", fed(t), fed(t));
            default -> fed(t);
        };
    }

    private Output after(Output y, long seed) {
        var random = new Random(seed);
        Output out = y;
        for (int i = random.nextInt(3); i >= 0; i--) {
            out = switch (random.nextInt(4)) {
                case 0 -> out.neg();
                case 1 -> out.plus(out);
                case 2 -> out.times(2);
                default -> tf.call("Minimum", out, out);
            };
        }
        return out;
    }

    private static Tensor plain(String op, Tensor x) {
        Graph g = Graph.create();
        Output y = g.ops().call(op, g.ops().placeholder("x", x.dtype(), x.shape()));
        return Compute.run(y.node(), new Tensor[] {x}, null)[0];
    }

    private void compare(Findings findings) {
        if (wired.isEmpty()) {
            return;
        }
        List<Output> fetches = new ArrayList<>();
        wired.forEach(w -> {
            fetches.add(w.alone());
            fetches.add(w.after());
        });
        try (var session = Session.open(graph)) {
            List<Tensor> all = session.run(fetches, feeds, List.of());
            for (int i = 0; i < wired.size(); i++) {
                Wired w = wired.get(i);
                Tensor expected = all.get(2 * i);
                double most = Closeness.largest(expected);
                for (Tensor t : w.answer().of().inputs()) {
                    most = Math.max(most, Closeness.largest(t));
                }
                Closeness near = Closeness.of(w.answer().of().definition().accuracy(), most);
                String problem = near.problem(expected, all.get(2 * i + 1));
                if (problem != null) {
                    findings.add(w.answer().of(), "fused", "output " + w.output() + " " + problem);
                }
            }
        } catch (RuntimeException e) {
            findings.add(wired.getFirst().answer().of(), "fused, this case or another of the op", e);
        }
    }
}
