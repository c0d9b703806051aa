package io.leat.cli;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads tensors as people write them: {@code 1.5}, {@code [1, 2, 3]}, {@code [[1, 2], [3, 4]]}, {@code true}, a word. */
final class ValueText {
    private final String text;
    private final List<String> leaves = new ArrayList<>();
    private final List<Integer> dims = new ArrayList<>();
    private int at;

    private ValueText(String text) {
        this.text = text;
    }

    /**
     * The tensor of a text.
     *
     * @throws InvalidArgumentException if the text has no such form, or a value is not of the dtype
     */
    static Tensor parse(String text, DType dtype) {
        if (dtype == DType.STRING && !text.startsWith("[")) {
            return Tensor.scalar(text);
        }
        var parser = new ValueText(text);
        parser.value(0);
        parser.space();
        if (parser.at < text.length()) {
            throw parser.wrong("unexpected '" + text.charAt(parser.at) + "'");
        }
        Shape shape =
                Shape.of(parser.dims.stream().mapToLong(Integer::longValue).toArray());
        if (shape.size() != parser.leaves.size()) {
            throw parser.wrong("rows of different lengths");
        }
        return parser.tensor(dtype, shape);
    }

    private void value(int depth) {
        space();
        if (at < text.length() && text.charAt(at) == '[') {
            at++;
            int n = 0;
            space();
            while (at < text.length() && text.charAt(at) != ']') {
                value(depth + 1);
                n++;
                space();
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    space();
                }
            }
            if (at >= text.length()) {
                throw wrong("a ']' is missing");
            }
            at++;
            size(depth, n);
        } else {
            leaf(depth);
        }
    }

    private void size(int depth, int n) {
        while (dims.size() <= depth) {
            dims.add(-1);
        }
        if (dims.get(depth) >= 0 && dims.get(depth) != n) {
            throw wrong("rows of different lengths, " + dims.get(depth) + " and " + n);
        }
        dims.set(depth, n);
    }

    private void leaf(int depth) {
        int from = at;
        if (at < text.length() && text.charAt(at) == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) {
                throw wrong("a '\"' is missing");
            }
            leaves.add(text.substring(at + 1, end));
            at = end + 1;
            return;
        }
        while (at < text.length() && ",[]".indexOf(text.charAt(at)) < 0 && (depth == 0 || text.charAt(at) != ' ')) {
            at++;
        }
        if (at == from) {
            throw wrong("a value is missing");
        }
        leaves.add(text.substring(from, at).strip());
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Tensor tensor(DType dtype, Shape shape) {
        try {
            return switch (dtype) {
                case STRING -> Tensor.of(shape, leaves.toArray(String[]::new));
                case INT64 ->
                    Tensor.of(shape, leaves.stream().mapToLong(Long::parseLong).toArray());
                default ->
                    Tensor.of(
                            dtype,
                            shape,
                            leaves.stream().mapToDouble(this::number).toArray());
            };
        } catch (NumberFormatException e) {
            throw wrong("not of type " + dtype.numpyName());
        }
    }

    private double number(String s) {
        return switch (s) {
            case "true" -> 1;
            case "false" -> 0;
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(s);
        };
    }

    private InvalidArgumentException wrong(String what) {
        String shown = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        return new InvalidArgumentException("cannot read the value " + shown + ": " + what);
    }
}
