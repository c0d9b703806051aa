package io.leat.conformance.ops;

import io.leat.conformance.ops.Built.Inputs;
import io.leat.graph.Accuracy;
import io.leat.graph.Compute;
import io.leat.graph.Graph;
import io.leat.graph.Op;
import io.leat.graph.Output;
import io.leat.ops.family.BinaryElementwise;
import io.leat.ops.family.UnaryElementwise;
import io.leat.tensor.LeatException;
import io.leat.tensor.Tensor;
import io.leat.tensor.UnimplementedException;
import io.leat.testkit.Closeness;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The cases with what they should give by the plain meaning, and whether the inferred shapes agree with it. */
final class PlainMeaning {
    /** Near their roots these lose the digits that a sum of numbers about 1 loses. */
    private static final Set<String> ROOTED = Set.of("Lgamma", "Digamma");

    /** A case that works, and its outputs. */
    record Answer(OpCase of, List<Tensor> outputs) {
        /** How near others must come to output {@code i}. */
        Closeness closeness(int i) {
            Op op = of.definition();
            Accuracy accuracy = op.accuracy();
            if (op instanceof UnaryElementwise || op instanceof BinaryElementwise) {
                return Closeness.of(accuracy, ROOTED.contains(of.op()) ? 1 : 0);
            }
            double most = Closeness.largest(outputs.get(i));
            for (Tensor t : of.inputs()) {
                most = Math.max(most, Closeness.largest(t));
            }
            return Closeness.of(accuracy, most);
        }
    }

    private PlainMeaning() {}

    /** Computes all cases, and checks those that must fail. */
    static List<Answer> of(List<OpCase> cases, Findings findings) {
        List<Answer> answers = new ArrayList<>();
        for (OpCase c : cases) {
            try {
                Built b = Built.add(Graph.create(), c, Inputs.FED);
                List<Tensor> out =
                        Arrays.asList(Compute.run(b.node(), c.inputs().toArray(new Tensor[0]), null));
                if (c.failure() != null) {
                    findings.add(c, "failure", "did not fail");
                    continue;
                }
                answers.add(new Answer(c, out));
                shapes(b, out, findings);
                for (Inputs how : new Inputs[] {Inputs.PARTIAL, Inputs.UNKNOWN, Inputs.CONSTANT}) {
                    shapes(Built.add(Graph.create(), c, how), out, findings);
                }
            } catch (LeatException e) {
                failed(c, e, findings);
            } catch (RuntimeException e) {
                findings.add(c, "plain meaning", e);
            }
        }
        return answers;
    }

    private static void failed(OpCase c, LeatException e, Findings findings) {
        if (c.failure() == null) {
            if (e instanceof UnimplementedException) {
                findings.skip(c.op() + " of " + c.dtype() + " is not computed");
            } else {
                findings.add(c, "plain meaning", e);
            }
        } else if (!e.getMessage().contains(c.failure())) {
            findings.add(c, "failure", "failed with: " + e.getMessage());
        }
    }

    private static void shapes(Built b, List<Tensor> computed, Findings findings) {
        for (Output o : b.node().outputs()) {
            Tensor t = computed.get(o.index());
            if (!o.shape().isCompatibleWith(t.shape())) {
                findings.add(b.of(), "inferred shape", o + " but computed " + t.shape());
            }
            Tensor known = o.constantValue();
            if (known != null && !known.shape().equals(t.shape())) {
                findings.add(b.of(), "inferred value", known + " but computed " + t);
            }
        }
    }
}
