package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.conformance.ops.PlainMeaning.Answer;
import io.leat.graph.Graph;
import io.leat.graph.Output;
import io.leat.runtime.Session;
import io.leat.tensor.LeatException;
import io.leat.tensor.Tensor;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions, which lower, fold and fuse, give what the plain meaning gives. */
final class SessionCheck {
    private SessionCheck() {}

    static void run(List<Answer> answers, Inputs how, Findings findings) {
        Graph graph = Graph.create();
        List<Built> built = new ArrayList<>();
        List<Answer> good = new ArrayList<>();
        for (Answer a : answers) {
            try {
                built.add(Built.add(graph, a.of(), how));
                good.add(a);
            } catch (RuntimeException e) {
                findings.add(a.of(), "building " + how, e);
            }
        }
        if (built.isEmpty()) {
            return;
        }
        try (var session = Session.open(graph)) {
            compareAll(session, good, built, how, findings);
        }
    }

    private static void compareAll(
            Session session, List<Answer> answers, List<Built> built, Inputs how, Findings findings) {
        List<Output> fetches = new ArrayList<>();
        Map<Output, Tensor> feeds = new LinkedHashMap<>();
        built.forEach(b -> {
            fetches.addAll(b.values());
            feeds.putAll(b.feeds());
        });
        List<Tensor> all;
        try {
            all = session.run(fetches, feeds, List.of());
        } catch (RuntimeException e) {
            oneByOne(session, answers, built, how, findings);
            return;
        }
        int at = 0;
        for (int i = 0; i < built.size(); i++) {
            int n = built.get(i).values().size();
            compare(answers.get(i), built.get(i), all.subList(at, at + n), how, findings);
            at += n;
        }
    }

    private static void oneByOne(
            Session session, List<Answer> answers, List<Built> built, Inputs how, Findings findings) {
        for (int i = 0; i < built.size(); i++) {
            Built b = built.get(i);
            try {
                compare(answers.get(i), b, session.run(b.values(), b.feeds(), List.of()), how, findings);
            } catch (RuntimeException e) {
                findings.add(b.of(), "session " + how, e);
            }
        }
    }

    private static void compare(Answer a, Built b, List<Tensor> actual, Inputs how, Findings findings) {
        for (int i = 0; i < actual.size(); i++) {
            int output = b.values().get(i).index();
            String problem = a.closeness(output).problem(a.outputs().get(output), actual.get(i));
            if (problem != null) {
                findings.add(a.of(), "session " + how, "output " + output + " " + problem);
            }
        }
    }

    /** The cases that must fail do so in a session too, when nothing is known before the run. */
    static void failures(List<OpCase> cases, Findings findings) {
        for (OpCase c : cases) {
            if (c.failure() == null) {
                continue;
            }
            Graph graph = Graph.create();
            try {
                Built b = Built.add(graph, c, Inputs.UNKNOWN);
                try (var session = Session.open(graph)) {
                    session.run(b.values(), b.feeds(), List.of());
                }
                findings.add(c, "failure in a session", "did not fail");
            } catch (LeatException e) {
                if (!e.getMessage().contains(c.failure())) {
                    findings.add(c, "failure in a session", "failed with: " + e.getMessage());
                }
            } catch (RuntimeException e) {
                findings.add(c, "failure in a session", e);
            }
        }
    }
}
