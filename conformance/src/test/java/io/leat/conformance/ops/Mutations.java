package io.leat.conformance.ops;

import io.leat.graph.Attr;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.testkit.OpCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Cases of an op with one input or attribute changed, of which it is not known whether the op takes them: other ranks,
 * dimensions, dtypes, values and attributes. Which they are follows from the cases alone.
 */
final class Mutations {
    /** The cases that are changed, by their place among those that work: new ones at the end change little. */
    private static final int[] BASES = {0, 3, 9, 17};

    private static final int MOST_ELEMENTS = 1000;
    private static final int MOST_INPUTS = 6;

    /**
     * A changed case.
     *
     * @param what what was changed, such as {@code rank up of input 1}
     * @param base the case that works
     */
    record Mutant(String what, OpCase base, OpCase of) {}

    /** The mutants of one base by the kind of their change. */
    private final Map<String, List<Mutant>> byKind = new LinkedHashMap<>();

    private Mutations() {}

    /** At most {@code most} mutants of the cases of one op, of as many kinds as there are. */
    static List<Mutant> of(List<OpCase> working, int most) {
        List<OpCase> small = working.stream()
                .filter(c -> c.inputs().stream().mapToLong(Tensor::size).sum() <= MOST_ELEMENTS)
                .toList();
        var all = new Mutations();
        for (int i : BASES) {
            if (i < small.size()) {
                all.mutate(small.get(i), i);
            }
        }
        return all.chosen(most);
    }

    private List<Mutant> chosen(int most) {
        List<Mutant> chosen = new ArrayList<>();
        byKind.values().forEach(l -> l.sort(Comparator.comparingInt(m -> (m.of().toString() + m.what()).hashCode())));
        for (int round = 0; ; round++) {
            int before = chosen.size();
            for (List<Mutant> kind : byKind.values()) {
                if (round < kind.size() && chosen.size() < most) {
                    chosen.add(kind.get(round));
                }
            }
            if (chosen.size() == before) {
                return chosen;
            }
        }
    }

    private void mutate(OpCase c, int base) {
        for (int i = 0; i < Math.min(c.inputs().size(), MOST_INPUTS); i++) {
            shapes(c, i);
            values(c, i, base + i);
        }
        c.definition().signature().attrs().forEach(a -> attribute(c, a));
    }

    private void shapes(OpCase c, int input) {
        Tensor t = c.inputs().get(input);
        Shape s = t.shape();
        int rank = s.rank();
        long[] dims = s.dims();
        input("rank up", c, input, x -> ChangedTensors.shaped(x, Shape.of(1).concat(s)));
        if (rank > 0) {
            input("rank down", c, input, x -> ChangedTensors.shaped(x, s.slice(1, rank)));
            int at = Math.floorMod(c.label().hashCode(), rank);
            input("larger dimension", c, input, x -> ChangedTensors.shaped(x, s.withDim(at, dims[at] + 1)));
            if (dims[at] > 0) {
                input("smaller dimension", c, input, x -> ChangedTensors.shaped(x, s.withDim(at, dims[at] - 1)));
            }
            input("empty", c, input, x -> ChangedTensors.shaped(x, s.withDim(at, 0)));
        }
        if (rank > 1) {
            input("scalar", c, input, x -> ChangedTensors.shaped(x, Shape.SCALAR));
        }
        DType other = ChangedTensors.otherThan(t.dtype());
        input("dtype", c, input, x -> ChangedTensors.cast(x, other));
    }

    private void values(OpCase c, int input, int at) {
        DType t = c.inputs().get(input).dtype();
        if (c.inputs().get(input).size() == 0) {
            return;
        }
        if (t.isFloating() || t.isComplex()) {
            input("extremes", c, input, x -> ChangedTensors.extremes(x, at));
        } else if (t.isInteger()) {
            input("too large value", c, input, x -> ChangedTensors.with(x, at, 100));
            if (!t.isUnsigned()) {
                input("negative value", c, input, x -> ChangedTensors.with(x, at, -1));
                // Where values decide sizes, this would ask for more memory than there is.
                if (!c.constants().contains(input)) {
                    input("least value", c, input, x -> ChangedTensors.with(x, at, ChangedTensors.least(t)));
                }
            }
        }
    }

    private void input(String kind, OpCase c, int input, UnaryOperator<Tensor> change) {
        List<Tensor> inputs = new ArrayList<>(c.inputs());
        inputs.set(input, change.apply(inputs.get(input)));
        add(kind, "of input " + input, c, c.with(inputs));
    }

    private void attribute(OpCase c, AttrDef a) {
        Attr given = c.attrs().find(a.name());
        Attr value = given != null ? given : a.defaultValue();
        if (value != null || a.kind() == Kind.TYPE && !a.list()) {
            for (Map.Entry<String, Attr> e : ChangedAttrs.of(a, value).entrySet()) {
                OpCase changed = new OpCase(
                        c.op(),
                        c.label(),
                        c.seed(),
                        c.inputs(),
                        c.sizes(),
                        c.constants(),
                        c.attrs().with(a.name(), e.getValue()),
                        c.differentiable(),
                        c.failure());
                add(e.getKey(), "attribute " + a.name(), c, changed);
            }
        }
    }

    private void add(String kind, String where, OpCase base, OpCase changed) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(new Mutant(kind + " " + where, base, changed));
    }
}
