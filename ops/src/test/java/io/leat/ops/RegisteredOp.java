package io.leat.ops;

import io.leat.graph.Attr;
import io.leat.graph.Signature;
import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An op as the table of TensorFlow's registry lists it.
 *
 * @param attrs the attributes that inputs do not imply, by name, as {@code kind=default∈{allowed|…}}
 * @param kernelTypes dtypes of its CPU kernels by type attribute
 */
record RegisteredOp(
        String name,
        boolean stateful,
        List<String> inputs,
        List<String> outputs,
        Map<String, String> attrs,
        Map<String, List<String>> kernelTypes) {
    private static final int COLUMNS = 18;

    /** The ops of the table by name. Defaults may contain line breaks and tabs. */
    static Map<String, RegisteredOp> read(Path table) {
        Map<String, RegisteredOp> ops = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(table);
            String row = "";
            for (String line : lines.subList(1, lines.size())) {
                row = row.isEmpty() ? line : row + "\n" + line;
                String[] columns = row.split("\t", -1);
                if (columns.length >= COLUMNS) {
                    ops.put(columns[0], of(columns));
                    row = "";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ops;
    }

    private static RegisteredOp of(String[] columns) {
        int more = columns.length - COLUMNS;
        String attrColumn = String.join("\t", List.of(columns).subList(6, 7 + more));
        Map<String, String> attrs = new LinkedHashMap<>();
        for (String a : list(attrColumn, "; (?=[A-Za-z_0-9]+:)")) {
            int colon = a.indexOf(':');
            attrs.put(a.substring(0, colon), normal(a.substring(colon + 1)));
        }
        Map<String, List<String>> types = new LinkedHashMap<>();
        for (String a : list(columns[7 + more], "; ")) {
            String[] sides = a.split("=", 2);
            types.put(sides[0], List.of(sides[1].split("\\|")));
        }
        return new RegisteredOp(
                columns[0], columns[3].equals("1"), list(columns[4], ", "), list(columns[5], ", "), attrs, types);
    }

    private static List<String> list(String column, String separator) {
        return column.isEmpty() ? List.of() : List.of(column.split(separator));
    }

    /** Floats as Java writes them. */
    private static String normal(String attr) {
        if (attr.startsWith("float=")) {
            return "float=" + real(attr.substring(6));
        }
        if (attr.startsWith("[float]=[") && attr.length() > 10) {
            return Arrays.stream(attr.substring(9, attr.length() - 1).split(","))
                    .map(RegisteredOp::real)
                    .collect(Collectors.joining(",", "[float]=[", "]"));
        }
        return attr;
    }

    private static String real(String s) {
        return Float.toString(Float.parseFloat(s.replace("inf", "Infinity")));
    }

    /** What the signature says otherwise than the table. */
    List<String> differences(Signature s) {
        List<String> out = new ArrayList<>();
        compare(out, "stateful", stateful, s.stateful());
        compare(
                out,
                "inputs",
                inputs,
                s.inputs().stream().map(RegisteredOp::text).toList());
        compare(
                out,
                "outputs",
                outputs,
                s.outputs().stream().map(RegisteredOp::text).toList());
        attrs.forEach((attr, wanted) -> {
            AttrDef def = s.attr(attr);
            if (def == null) {
                out.add("attribute " + attr + " is missing: " + wanted);
            } else if (def.kind() != Kind.TENSOR) {
                compare(out, "attribute " + attr, wanted, text(def));
            }
        });
        for (AttrDef def : s.attrs()) {
            if (!attrs.containsKey(def.name()) && !isImplied(def, s)) {
                out.add("attribute " + def.name() + " is unknown");
            }
        }
        kernelTypes.forEach((attr, types) -> {
            AttrDef def = s.attr(attr);
            List<String> allowed = def == null
                    ? List.of()
                    : def.types().stream().map(DType::signatureName).toList();
            List<String> missing = types.stream()
                    .filter(t -> !allowed.isEmpty() && isKnown(t) && !allowed.contains(t))
                    .toList();
            if (!missing.isEmpty()) {
                out.add("attribute " + attr + " leaves out " + missing + ", for which TensorFlow has kernels");
            }
        });
        return out;
    }

    private static void compare(List<String> out, String what, Object wanted, Object actual) {
        if (!wanted.equals(actual)) {
            out.add(what + " should be " + wanted + ", not " + actual);
        }
    }

    private static boolean isKnown(String type) {
        return Arrays.stream(DType.values()).anyMatch(t -> t.signatureName().equals(type));
    }

    private static boolean isImplied(AttrDef def, Signature s) {
        return s.inputs().stream()
                .anyMatch(a -> def.name().equals(a.typeAttr())
                        || def.name().equals(a.numberAttr())
                        || def.name().equals(a.typeListAttr()));
    }

    private static String text(Arg a) {
        String type = a.type() != null
                ? a.type().signatureName()
                : Objects.requireNonNullElse(a.typeAttr(), a.typeListAttr());
        String counted = a.numberAttr() == null ? type : a.numberAttr() + "*" + type;
        return a.name() + ":" + (a.ref() ? "Ref(" + counted + ")" : counted);
    }

    private static String text(AttrDef def) {
        String kind = def.kind().name().toLowerCase(Locale.ROOT);
        Attr value = def.defaultValue();
        return (def.list() ? "[" + kind + "]" : kind)
                + (value == null ? "" : "=" + text(value))
                + (def.strings().isEmpty() ? "" : "∈{" + String.join("|", def.strings()) + "}");
    }

    private static String text(Attr value) {
        return switch (value) {
            case Attr.Int i -> Long.toString(i.value());
            case Attr.Real r -> Float.toString(r.value());
            case Attr.Bool b -> b.value() ? "True" : "False";
            case Attr.Type t -> t.value().signatureName();
            case Attr.Text t -> '"' + t.text() + '"';
            case Attr.Dims d -> text(d.value());
            case Attr.Items l ->
                l.values().stream()
                        .map(v -> v instanceof Attr.Text t ? t.text() : text(v))
                        .collect(Collectors.joining(",", "[", "]"));
            case Attr.Value _, Attr.Function _, Attr.Placeholder _ -> value.toString();
        };
    }

    private static String text(Shape shape) {
        return shape.hasRank()
                ? Arrays.stream(shape.dims()).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"))
                : "?";
    }
}
