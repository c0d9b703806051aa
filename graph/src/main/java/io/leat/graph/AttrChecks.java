package io.leat.graph;

import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import java.util.List;
import java.util.stream.Collectors;

/** Checks attribute values against their definitions. */
final class AttrChecks {
    private AttrChecks() {}

    static void check(AttrDef def, Attr value, String op, String node) {
        if (value instanceof Attr.Placeholder) {
            return;
        }
        if (def.list() != value instanceof Attr.Items) {
            throw wrong(def, op, node, "is " + value + ", " + (def.list() ? "a list" : "one value") + " expected");
        }
        List<Attr> items = value instanceof Attr.Items list ? list.values() : List.of(value);
        for (Attr item : items) {
            if (item instanceof Attr.Placeholder) {
                continue;
            }
            if (kind(item) != def.kind()) {
                throw wrong(def, op, node, "is " + item + ", " + def.kind() + " expected");
            }
            if (item instanceof Attr.Type t
                    && !def.types().isEmpty()
                    && !def.types().contains(t.value())) {
                throw new InvalidArgumentException("Value for attr '" + def.name() + "' of "
                        + t.value().signatureName() + " is not in the list of allowed values: "
                        + def.types().stream().map(DType::signatureName).collect(Collectors.joining(", "))
                        + "\n\t; NodeDef: {{node " + node + "}}; Op<name=" + op + ">");
            }
            if (item instanceof Attr.Text t
                    && !def.strings().isEmpty()
                    && !def.strings().contains(t.text())) {
                throw wrong(
                        def,
                        op,
                        node,
                        "of \"" + t.text() + "\" is not in the list of allowed values: \""
                                + String.join("\", \"", def.strings()) + "\"");
            }
        }
        if (def.minimum() != null) {
            long actual = value instanceof Attr.Int i ? i.value() : items.size();
            if (actual < def.minimum()) {
                throw wrong(def, op, node, "of " + actual + " must be at least minimum " + def.minimum());
            }
        }
    }

    private static Kind kind(Attr a) {
        return switch (a) {
            case Attr.Int i -> Kind.INT;
            case Attr.Real r -> Kind.FLOAT;
            case Attr.Bool b -> Kind.BOOL;
            case Attr.Text t -> Kind.STRING;
            case Attr.Type t -> Kind.TYPE;
            case Attr.Dims d -> Kind.SHAPE;
            case Attr.Value v -> Kind.TENSOR;
            case Attr.Function f -> Kind.FUNC;
            case Attr.Placeholder p -> throw new IllegalArgumentException();
            case Attr.Items l -> throw new IllegalArgumentException();
        };
    }

    private static InvalidArgumentException wrong(AttrDef def, String op, String node, String why) {
        return new InvalidArgumentException("Value for attr '" + def.name() + "' " + why + "\n\t; NodeDef: {{node "
                + node + "}}; Op<name=" + op + ">");
    }
}
