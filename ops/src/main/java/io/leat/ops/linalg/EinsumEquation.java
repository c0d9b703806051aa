package io.leat.ops.linalg;

import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An equation such as {@code ...ij,...jk->...ik}.
 *
 * @param inputs the subscripts of each input: letters, and {@code .} in place of an ellipsis
 * @param output the subscripts of the output
 */
record EinsumEquation(List<String> inputs, String output) {
    /**
     * The labels of the dimensions. Letters stand for themselves; the dimensions of an ellipsis, which broadcast, are
     * numbered from -1 on, from the last to the first.
     *
     * @param inputs for each input those of its dimensions
     * @param output those of the dimensions of the output
     * @param sizes the size of each label, {@link Shape#ANY} where it is not known
     */
    record Labels(List<List<Integer>> inputs, List<Integer> output, Map<Integer, Long> sizes) {
        long size(int label) {
            return sizes.getOrDefault(label, Shape.ANY);
        }

        Shape outputShape() {
            return Shape.of(output.stream().mapToLong(this::size).toArray());
        }
    }

    /** Reads an equation, which must have an output and one or two inputs. */
    static EinsumEquation parse(String equation) {
        String[] sides = equation.split("->", -1);
        if (sides.length != 2) {
            throw new InvalidArgumentException("Expecting exactly one '->' in einsum equation: " + equation);
        }
        String[] terms = sides[0].split(",", -1);
        if (terms.length > 2) {
            throw new InvalidArgumentException(
                    "Expecting 1 or 2 input subscripts in equation '" + equation + "' but got: " + terms.length);
        }
        List<String> inputs = new ArrayList<>();
        for (String t : terms) {
            inputs.add(subscripts(t, equation));
        }
        String output = subscripts(sides[1], equation);
        for (int i = 0; i < output.length(); i++) {
            String label = output.substring(i, i + 1);
            if (!label.equals(".") && inputs.stream().noneMatch(t -> t.contains(label))) {
                throw new InvalidArgumentException("Output subscripts contain label '" + label
                        + "' that no input has in equation '" + equation + "'");
            }
        }
        return new EinsumEquation(List.copyOf(inputs), output);
    }

    private static String subscripts(String term, String equation) {
        String s = term.replace("...", ".");
        boolean letters = s.chars().allMatch(c -> c == '.' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
        if (!letters || s.chars().filter(c -> c == '.').count() > 1) {
            throw new InvalidArgumentException("Invalid subscripts '" + term + "' in equation '" + equation
                    + "': letters and one ellipsis are possible");
        }
        return s;
    }

    /** The labels for inputs of known ranks. */
    Labels labels(List<Shape> shapes) {
        if (shapes.size() != inputs.size()) {
            throw new InvalidArgumentException("Expected " + inputs.size() + " inputs but got: " + shapes.size());
        }
        Map<Integer, Long> sizes = new LinkedHashMap<>();
        List<List<Integer>> in = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < shapes.size(); i++) {
            String term = inputs.get(i);
            Shape s = shapes.get(i);
            int ellipsis = s.rank() - (term.length() - (term.contains(".") ? 1 : 0));
            if (ellipsis < 0 || ellipsis > 0 && !term.contains(".")) {
                throw new InvalidArgumentException(
                        "Expected input " + i + " to have rank " + (s.rank() - ellipsis) + " but got: " + s.rank());
            }
            most = Math.max(most, ellipsis);
            List<Integer> labels = expand(term, ellipsis);
            for (int d = 0; d < labels.size(); d++) {
                merge(sizes, labels.get(d), s, d, shapes);
            }
            in.add(labels);
        }
        if (most > 0 && !output.contains(".")) {
            throw new InvalidArgumentException("Output contains " + most
                    + " broadcasting dimension(s) but no ellipsis (...) was found in the output subscripts.");
        }
        return new Labels(in, expand(output, most), sizes);
    }

    private static List<Integer> expand(String term, int ellipsis) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) != '.') {
                labels.add((int) term.charAt(i));
            } else {
                for (int e = ellipsis; e > 0; e--) {
                    labels.add(-e);
                }
            }
        }
        return labels;
    }

    private static void merge(Map<Integer, Long> sizes, int label, Shape s, int d, List<Shape> shapes) {
        long size = s.dim(d);
        long known = sizes.getOrDefault(label, Shape.ANY);
        boolean stretches = label < 0 && (size == 1 || known == 1);
        if (known != Shape.ANY && size != Shape.ANY && known != size && !stretches) {
            throw new InvalidArgumentException(
                    label < 0
                            ? "In[0] and In[1] must have compatible batch dimensions: " + shapes.getFirst() + " vs. "
                                    + shapes.getLast()
                            : "Expected dimension " + known + " at axis " + d + " of the input shaped " + s
                                    + " but got dimension " + size);
        }
        if (!sizes.containsKey(label)) {
            sizes.put(label, size);
        } else if (label < 0) {
            sizes.put(label, Shape.of(known).broadcast(Shape.of(size)).dim(0));
        } else if (known == Shape.ANY) {
            sizes.put(label, size);
        }
    }
}
