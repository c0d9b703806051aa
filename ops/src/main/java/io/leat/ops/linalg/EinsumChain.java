package io.leat.ops.linalg;

import io.leat.graph.Operand;
import io.leat.graph.Ops;
import io.leat.graph.Output;
import io.leat.tensor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;

/** Brings an equation as users write it to {@link Einsum} nodes of at most two inputs. */
final class EinsumChain {
    private final Ops tf;
    private final List<String> terms;
    private final String output;

    EinsumChain(Ops tf, String equation) {
        this.tf = tf;
        String compact = equation.replace(" ", "");
        int arrow = compact.indexOf("->");
        String left = arrow < 0 ? compact : compact.substring(0, arrow);
        this.terms = List.of(left.split(",", -1));
        this.output = arrow < 0 ? implicit(left) : compact.substring(arrow + 2);
    }

    private static String implicit(String left) {
        var once = new StringBuilder(left.contains("...") ? "..." : "");
        for (char c = 'A'; c <= 'z'; c++) {
            if (Character.isLetter(c) && left.indexOf(c) >= 0 && left.indexOf(c) == left.lastIndexOf(c)) {
                once.append(c);
            }
        }
        return once.toString();
    }

    Output of(List<? extends Operand> inputs) {
        if (inputs.size() != terms.size()) {
            throw new InvalidArgumentException("Expected " + terms.size() + " inputs but got: " + inputs.size());
        }
        if (inputs.size() <= 2) {
            return Einsum.of(tf, String.join(",", terms) + "->" + output, inputs);
        }
        Output product = inputs.getFirst().output();
        String term = terms.getFirst();
        for (int i = 1; i < inputs.size(); i++) {
            String next = i == inputs.size() - 1 ? output : needed(term, i);
            product = Einsum.of(tf, term + "," + terms.get(i) + "->" + next, List.of(product, inputs.get(i)));
            term = next;
        }
        return product;
    }

    /** The subscripts of the product of {@code term} and input {@code i}: all labels that something later has. */
    private String needed(String term, int i) {
        List<String> later = new ArrayList<>(terms.subList(i + 1, terms.size()));
        later.add(output);
        String both = (term + terms.get(i)).replace("...", "");
        boolean ellipsis = (term + terms.get(i)).contains("...");
        var kept = new StringBuilder(ellipsis ? "..." : "");
        for (int c = 0; c < both.length(); c++) {
            String label = both.substring(c, c + 1);
            if (kept.indexOf(label) < 0 && later.stream().anyMatch(t -> t.contains(label))) {
                kept.append(label);
            }
        }
        return kept.toString();
    }
}
