package io.leat.graph;

import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the text form of signatures. */
final class SignatureParser {
    private static final Pattern HEAD = Pattern.compile(
            "\\s*([A-Za-z0-9_>]+)\\s*\\(([^)]*(?:\\([^)]*\\)[^)]*)*)\\)\\s*->\\s*\\(([^)]*(?:\\([^)]*\\)[^)]*)*)\\)\\s*(?:;(.*))?",
            Pattern.DOTALL);
    private static final Pattern ATTR = Pattern.compile(
            "\\s*([A-Za-z0-9_]+)\\s*:\\s*(list\\s*\\()?\\s*(\\{[^}]*\\}|[a-z]+)\\s*\\)?\\s*(?:>=\\s*(-?\\d+))?\\s*(?:=\\s*(.+?))?\\s*",
            Pattern.DOTALL);

    private static final List<DType> REAL_NUMBERS = List.of(
            DType.FLOAT32,
            DType.FLOAT64,
            DType.INT32,
            DType.UINT8,
            DType.INT16,
            DType.INT8,
            DType.INT64,
            DType.BFLOAT16,
            DType.UINT16,
            DType.FLOAT16,
            DType.UINT32,
            DType.UINT64);
    private static final List<DType> QUANTIZED =
            List.of(DType.QINT8, DType.QUINT8, DType.QINT32, DType.QINT16, DType.QUINT16);

    private final String text;

    SignatureParser(String text) {
        this.text = text;
    }

    Signature parse(boolean stateful) {
        Matcher m = HEAD.matcher(text);
        if (!m.matches()) {
            throw wrong("expected Name(inputs) -> (outputs); attributes");
        }
        List<AttrDef> attrs = new ArrayList<>();
        if (m.group(4) != null) {
            for (String part : split(m.group(4), ';')) {
                attrs.add(attr(part));
            }
        }
        return new Signature(m.group(1), args(m.group(2), attrs), args(m.group(3), attrs), attrs, stateful);
    }

    private List<Arg> args(String list, List<AttrDef> attrs) {
        List<Arg> out = new ArrayList<>();
        for (String part : split(list, ',')) {
            int colon = part.indexOf(':');
            if (colon < 0) {
                throw wrong("argument '" + part + "' has no type");
            }
            out.add(arg(
                    part.substring(0, colon).strip(), part.substring(colon + 1).strip(), attrs));
        }
        return out;
    }

    private Arg arg(String name, String type, List<AttrDef> attrs) {
        if (type.startsWith("Ref(") && type.endsWith(")")) {
            Arg a = arg(name, type.substring(4, type.length() - 1).strip(), attrs);
            return new Arg(name, a.type(), a.typeAttr(), a.numberAttr(), a.typeListAttr(), true);
        }
        int star = type.indexOf('*');
        if (star > 0) {
            Arg a = arg(name, type.substring(star + 1).strip(), attrs);
            return new Arg(name, a.type(), a.typeAttr(), type.substring(0, star).strip(), null, a.ref());
        }
        for (AttrDef a : attrs) {
            if (a.name().equals(type)) {
                if (a.kind() != Kind.TYPE) {
                    throw wrong("attribute '" + type + "' is not a type");
                }
                return a.list()
                        ? new Arg(name, null, null, null, type, false)
                        : new Arg(name, null, type, null, null, false);
            }
        }
        return new Arg(name, DType.ofName(type), null, null, null, false);
    }

    private AttrDef attr(String part) {
        Matcher m = ATTR.matcher(part);
        if (!m.matches()) {
            throw wrong("attribute '" + part + "'");
        }
        boolean list = m.group(2) != null;
        String kindText = m.group(3);
        List<DType> types = new ArrayList<>();
        List<String> strings = new ArrayList<>();
        Kind kind;
        if (kindText.startsWith("{")) {
            List<String> allowed = split(kindText.substring(1, kindText.length() - 1), ',');
            if (allowed.getFirst().startsWith("'")) {
                kind = Kind.STRING;
                allowed.forEach(s -> strings.add(unquote(s)));
            } else {
                kind = Kind.TYPE;
                allowed.forEach(s -> types.add(DType.ofName(s)));
            }
        } else {
            kind = kind(kindText, types);
        }
        Long minimum = m.group(4) == null ? null : Long.valueOf(m.group(4));
        Attr defaultValue = m.group(5) == null ? null : value(m.group(5), kind, list);
        return new AttrDef(m.group(1), kind, list, types, strings, minimum, defaultValue);
    }

    private Kind kind(String word, List<DType> types) {
        switch (word) {
            case "numbertype" -> {
                types.addAll(REAL_NUMBERS);
                types.addAll(List.of(DType.COMPLEX64, DType.COMPLEX128));
                types.addAll(QUANTIZED);
                return Kind.TYPE;
            }
            case "realnumbertype" -> {
                types.addAll(REAL_NUMBERS);
                return Kind.TYPE;
            }
            case "quantizedtype" -> {
                types.addAll(QUANTIZED);
                return Kind.TYPE;
            }
            case "int" -> {
                return Kind.INT;
            }
            case "float" -> {
                return Kind.FLOAT;
            }
            case "bool" -> {
                return Kind.BOOL;
            }
            case "string" -> {
                return Kind.STRING;
            }
            case "type" -> {
                return Kind.TYPE;
            }
            case "shape" -> {
                return Kind.SHAPE;
            }
            case "tensor" -> {
                return Kind.TENSOR;
            }
            case "func" -> {
                return Kind.FUNC;
            }
            default -> throw wrong("unknown kind of attribute '" + word + "'");
        }
    }

    private @Nullable Attr value(String s, Kind kind, boolean list) {
        String v = s.strip();
        if (list) {
            if (!v.startsWith("[") || !v.endsWith("]")) {
                throw wrong("default '" + s + "' is not a list");
            }
            return new Attr.Items(split(v.substring(1, v.length() - 1), ',').stream()
                    .map(e -> value(e, kind, false))
                    .toList());
        }
        return switch (kind) {
            case INT -> new Attr.Int(Long.parseLong(v));
            case FLOAT -> new Attr.Real(Float.parseFloat(v));
            case BOOL -> new Attr.Bool(Boolean.parseBoolean(v));
            case STRING -> new Attr.Text(unquote(v));
            case TYPE -> new Attr.Type(DType.ofName(v));
            case SHAPE -> new Attr.Dims(shape(v));
            case TENSOR, FUNC -> throw wrong("no default can be written for '" + kind + "'");
        };
    }

    private Shape shape(String v) {
        if (v.equals("?") || v.equals("unknown")) {
            return Shape.UNKNOWN;
        }
        return Shape.of(split(v.substring(1, v.length() - 1), ',').stream()
                .mapToLong(d -> d.equals("?") ? Shape.ANY : Long.parseLong(d))
                .toArray());
    }

    private static String unquote(String s) {
        return s.strip().replaceAll("^'|'$", "");
    }

    /** The parts between separators that stand outside all brackets and quotes, stripped, without empty ones. */
    private static List<String> split(String s, char separator) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= s.length(); i++) {
            char c = i == s.length() ? separator : s.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && "([{".indexOf(c) >= 0) {
                depth++;
            } else if (!quoted && ")]}".indexOf(c) >= 0) {
                depth--;
            }
            if (i == s.length() || c == separator && depth == 0 && !quoted) {
                String part = s.substring(start, i).strip();
                if (!part.isEmpty()) {
                    out.add(part);
                }
                start = i + 1;
            }
        }
        return out;
    }

    private InvalidArgumentException wrong(String why) {
        return new InvalidArgumentException("signature '" + text + "': " + why);
    }
}
