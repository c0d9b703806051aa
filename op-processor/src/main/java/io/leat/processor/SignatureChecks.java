package io.leat.processor;

import io.leat.graph.Attr;
import io.leat.graph.Signature;
import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a signature must keep to besides its grammar: TensorFlow's {@code ValidateOpDef}. */
final class SignatureChecks {
    private SignatureChecks() {}

    /** What is wrong first, or null. */
    static @Nullable String firstError(Signature s) {
        Set<String> names = new HashSet<>();
        for (AttrDef a : s.attrs()) {
            String wrong = names.add(a.name()) ? ofDefault(a) : "attribute '" + a.name() + "' comes twice";
            if (wrong != null) {
                return wrong;
            }
        }
        String wrong = ofArgs(s, s.inputs(), new HashSet<>(names));
        return wrong != null ? wrong : ofArgs(s, s.outputs(), new HashSet<>(names));
    }

    private static @Nullable String ofArgs(Signature s, List<Arg> args, Set<String> names) {
        for (Arg a : args) {
            if (!a.name().matches("[a-z][a-z0-9_]*")) {
                return "argument name '" + a.name() + "' is not in lower case";
            }
            if (!names.add(a.name())) {
                return "the name '" + a.name() + "' comes twice";
            }
            if (a.numberAttr() != null) {
                AttrDef n = s.attr(a.numberAttr());
                if (n == null || n.kind() != Kind.INT || n.list()) {
                    return "'" + a.numberAttr() + "', the length of '" + a.name() + "', is not an int attribute";
                }
                if (n.minimum() == null) {
                    return "'" + a.numberAttr() + "', the length of '" + a.name() + "', needs a minimum";
                }
            }
        }
        return null;
    }

    private static @Nullable String ofDefault(AttrDef a) {
        Attr value = a.defaultValue();
        if (value == null) {
            return null;
        }
        List<Attr> items = value instanceof Attr.Items(List<Attr> values) ? values : List.of(value);
        for (Attr item : items) {
            boolean allowed = switch (item) {
                case Attr.Type t -> a.types().isEmpty() || a.types().contains(t.value());
                case Attr.Text t -> a.strings().isEmpty() || a.strings().contains(t.text());
                case Attr.Int i -> a.list() || a.minimum() == null || i.value() >= a.minimum();
                case Attr.Real _, Attr.Bool _, Attr.Dims _, Attr.Value _, Attr.Items _ -> true;
                case Attr.Function _, Attr.Placeholder _ -> false;
            };
            if (!allowed) {
                return "the default of attribute '" + a.name() + "' is not one of its allowed values";
            }
        }
        if (a.list() && a.minimum() != null && items.size() < a.minimum()) {
            return "the default of attribute '" + a.name() + "' is too short";
        }
        return null;
    }
}
