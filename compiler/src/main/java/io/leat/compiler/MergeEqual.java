package io.leat.compiler;

import io.leat.compiler.Program.Source;
import io.leat.compiler.Program.Step;
import io.leat.graph.Attrs;
import io.leat.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes what is said twice only once: nodes of the same op, attributes and inputs, without state. */
final class MergeEqual {
    private record Key(String type, Attrs attrs, List<Source> inputs) {}

    private MergeEqual() {}

    static Program run(Program p) {
        Map<Key, Integer> first = new HashMap<>();
        int[] position = new int[p.steps().size()];
        List<Step> kept = new ArrayList<>();
        for (int i = 0; i < position.length; i++) {
            Step s = p.steps().get(i);
            Node n = s.node();
            List<Source> inputs =
                    s.inputs().stream().map(in -> moved(in, position)).toList();
            boolean mergeable = n.op() != null && n.op().canFold() && n.outputCount() > 0 && readsNoVariable(s, p);
            Integer same = mergeable ? first.putIfAbsent(new Key(n.type(), n.attrs(), inputs), kept.size()) : null;
            if (same != null) {
                position[i] = same;
            } else {
                position[i] = kept.size();
                kept.add(new Step(n, inputs));
            }
        }
        return new Program(
                p.feeds(),
                kept,
                p.fetches().stream().map(f -> moved(f, position)).toList());
    }

    /** A consumer of a reference reads the variable when it runs: two of them may see different values. */
    private static boolean readsNoVariable(Step s, Program p) {
        return s.inputs().stream()
                .noneMatch(in -> !in.isFeed() && p.steps().get(in.step()).node().isRef(in.index()));
    }

    private static Source moved(Source s, int[] position) {
        return s.isFeed() ? s : new Source(position[s.step()], s.index());
    }
}
