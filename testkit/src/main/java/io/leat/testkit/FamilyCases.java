package io.leat.testkit;

import io.leat.graph.OpRegistry;
import io.leat.graph.Signature;
import io.leat.graph.Signature.Arg;
import io.leat.graph.Signature.AttrDef;
import io.leat.graph.Signature.Kind;
import io.leat.tensor.DType;
import io.leat.tensor.Shape;
import java.util.List;
import java.util.Objects;

/** Cases that follow from a signature: elementwise ops of one and two inputs, and reductions. */
final class FamilyCases {
    private static final long[][] SHAPES = {
        {}, {0}, {1}, {7}, {8}, {9}, {17}, {33}, {2, 3}, {2, 0, 3}, {2, 3, 4}, {2, 3, 2, 3}, {1100}
    };
    private static final long[][] FEW = {{17}, {2, 3}};
    private static final long[][][] PAIRS = {
        {{}, {}},
        {{7}, {7}},
        {{33}, {}},
        {{}, {33}},
        {{0}, {1}},
        {{2, 3}, {3}},
        {{2, 1}, {1, 17}},
        {{4, 1, 3}, {5, 1}},
        {{2, 0, 3}, {3}},
        {{2, 3, 1, 3}, {3, 2, 1}},
        {{1}, {2, 9}},
        {{3, 17}, {3, 17}}
    };
    private static final long[][][] FEW_PAIRS = {{{17}, {17}}, {{2, 1}, {3}}, {{9}, {}}};
    private static final double[] SPECIAL = {
        0, -0.0, 1, -1, 0.5, 2.5, -2.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-3, 9.5
    };
    private static final double[] EXTREME = {88, -88, -104, 300, -300, 1e10, -1e10, 1e-10};

    private FamilyCases() {}

    /** Adds cases if the signature is that of a family; otherwise adds none. */
    static void addTo(Cases cases, String op) {
        Signature s = OpRegistry.get(op).signature();
        List<Arg> in = s.inputs();
        if (in.stream().anyMatch(a -> a.isList() || a.ref()) || s.outputs().isEmpty()) {
            return;
        }
        if (!in.isEmpty()
                && (in.getFirst().type() == DType.RESOURCE || in.getFirst().type() == DType.VARIANT)) {
            return;
        }
        boolean reduction = in.size() == 2 && in.get(1).name().equals("reduction_indices");
        if (reduction) {
            reductions(cases, op);
        } else if (in.size() == 1 && hasOnlyDefaults(s)) {
            unary(cases, op);
        } else if (in.size() == 2 && hasOnlyDefaults(s) && sameType(in)) {
            binary(cases, op);
        }
    }

    private static boolean hasOnlyDefaults(Signature s) {
        for (AttrDef a : s.attrs()) {
            boolean implied = a.kind() == Kind.TYPE
                    && s.inputs().stream().anyMatch(i -> a.name().equals(i.typeAttr()));
            if (a.defaultValue() == null && !implied) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameType(List<Arg> in) {
        return Objects.equals(in.get(0).typeAttr(), in.get(1).typeAttr())
                && in.get(0).type() == in.get(1).type();
    }

    private static DType[] types(String op) {
        Arg first = OpRegistry.get(op).signature().inputs().getFirst();
        return first.type() != null ? new DType[] {first.type()} : CaseBuilder.ALL;
    }

    private static void unary(Cases cases, String op) {
        Domain d = Domains.first(op);
        for (DType t : types(op)) {
            boolean main = t == DType.FLOAT32 || t == DType.BOOL;
            for (long[] shape : main ? SHAPES : FEW) {
                cases.op(op).x(d, shape).over(t);
            }
            if (t.isFloating()) {
                cases.op(op)
                        .values(Shape.of(SPECIAL.length), SPECIAL)
                        .noGradient()
                        .over(t);
                cases.op(op)
                        .values(Shape.of(EXTREME.length), EXTREME)
                        .noGradient()
                        .over(t);
            }
        }
    }

    private static void binary(Cases cases, String op) {
        Domain a = Domains.first(op);
        Domain b = Domains.second(op);
        boolean broadcasts = !op.endsWith("Grad");
        for (DType t : types(op)) {
            boolean main = t == DType.FLOAT32 || t == DType.BOOL;
            for (long[][] pair : main ? PAIRS : FEW_PAIRS) {
                if (broadcasts) {
                    cases.op(op).x(a, pair[0]).x(b, pair[1]).over(t);
                } else {
                    cases.op(op).x(a, pair[0]).x(b, pair[0]).over(t);
                }
            }
            if (t.isFloating()) {
                specialPairs(cases, op, t);
            }
        }
        if (broadcasts) {
            cases.op(op).x(a, 2, 3).x(b, 2).fails("ncompatible shapes").over(types(op)[0]);
        }
    }

    private static void specialPairs(Cases cases, String op, DType t) {
        int n = SPECIAL.length;
        double[] a = new double[n * n];
        double[] b = new double[n * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = SPECIAL[i / n];
            b[i] = SPECIAL[i % n];
        }
        Shape s = Shape.of(a.length);
        cases.op(op).values(s, a).values(s, b).noGradient().over(t);
    }

    private static void reductions(Cases cases, String op) {
        Domain d = Domains.first(op);
        DType[] types = types(op);
        for (DType t : types) {
            cases.op(op).x(d, 2, 3, 4).index(1).over(t);
            cases.op(op).x(d, 5, 9).index(-1).attr("keep_dims", true).over(t);
        }
        DType main = types[0];
        for (long[] shape : SHAPES) {
            int rank = shape.length;
            cases.op(op).x(d, shape).index().over(main);
            long[] all = new long[rank];
            for (int i = 0; i < rank; i++) {
                all[i] = i;
                cases.op(op).x(d, shape).index(i).attr("keep_dims", i % 2 == 0).over(main);
            }
            cases.op(op).x(d, shape).index(all).over(main);
        }
        cases.op(op).x(d, 2, 3, 2, 3).index(0, 2).over(main);
        cases.op(op).x(d, 2, 3, 2, 3).index(-1, 1).attr("keep_dims", true).over(main);
        cases.op(op).x(d, 2, 3).axis(1).over(main);
        cases.op(op).x(d, 40, 33).index(0).over(main);
        cases.op(op).x(d, 33, 40).index(1).over(main);
        cases.op(op).x(d, 2, 3).index(2).fails("Invalid reduction dimension").over(main);
    }
}
