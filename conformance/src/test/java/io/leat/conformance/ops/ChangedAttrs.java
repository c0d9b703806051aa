package io.leat.conformance.ops;

import io.leat.graph.Attr;
import io.leat.graph.Signature.AttrDef;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other values of attributes, legal and illegal ones. */
final class ChangedAttrs {
    private ChangedAttrs() {}

    /** Values by what is odd about them; {@code value} may be null for a dtype only. */
    static Map<String, Attr> of(AttrDef def, @Nullable Attr value) {
        Map<String, Attr> out = new LinkedHashMap<>();
        if (def.list()) {
            list((Attr.Items) Objects.requireNonNull(value), out);
            return out;
        }
        switch (def.kind()) {
            case INT -> {
                long old = ((Attr.Int) Objects.requireNonNull(value)).value();
                out.put("too small", Attr.of(def.minimum() == null ? -1 : def.minimum() - 1));
                out.put("one more", Attr.of(old + 1));
                out.put("zero", Attr.of(0));
            }
            case FLOAT -> {
                out.put("negative", Attr.of(-1.5f));
                out.put("undefined", Attr.of(Float.NaN));
            }
            case BOOL -> out.put("the other", Attr.of(!((Attr.Bool) Objects.requireNonNull(value)).value()));
            case STRING -> out.put("unknown", Attr.of("bogus"));
            case TYPE ->
                Stream.of(DType.STRING, DType.BOOL, DType.COMPLEX64, DType.FLOAT32)
                        .filter(t -> !def.types().isEmpty() && !def.types().contains(t))
                        .findFirst()
                        .ifPresent(t -> out.put("forbidden", Attr.of(t)));
            case SHAPE -> out.put("another", Attr.of(Shape.of(7)));
            case TENSOR, FUNC -> {}
        }
        return out;
    }

    private static void list(Attr.Items value, Map<String, Attr> out) {
        List<Attr> values = value.values();
        if (values.isEmpty() || !(values.getFirst() instanceof Attr.Int)) {
            return;
        }
        List<Attr> longer = new ArrayList<>(values);
        longer.add(values.getLast());
        out.put("longer", new Attr.Items(longer));
        out.put("shorter", new Attr.Items(values.subList(1, values.size())));
        int at = values.size() / 2;
        for (long v : new long[] {-1, 0, 100}) {
            List<Attr> other = new ArrayList<>(values);
            other.set(at, Attr.of(v));
            out.put(v < 0 ? "too small" : v == 0 ? "zero" : "too large", new Attr.Items(other));
        }
    }
}
