package io.leat.testkit;

import io.leat.graph.OpRegistry;
import io.leat.testkit.cases.ArrayCases;
import io.leat.testkit.cases.CountingCases;
import io.leat.testkit.cases.CtcCases;
import io.leat.testkit.cases.DetectionCases;
import io.leat.testkit.cases.DiagonalCases;
import io.leat.testkit.cases.EncodingCases;
import io.leat.testkit.cases.FourierCases;
import io.leat.testkit.cases.ImageCases;
import io.leat.testkit.cases.LinearAlgebraCases;
import io.leat.testkit.cases.MathCases;
import io.leat.testkit.cases.MessageCases;
import io.leat.testkit.cases.MoreArrayCases;
import io.leat.testkit.cases.NnCases;
import io.leat.testkit.cases.ParsingCases;
import io.leat.testkit.cases.QuantizationCases;
import io.leat.testkit.cases.QuantizedArithmeticCases;
import io.leat.testkit.cases.QuantizedCases;
import io.leat.testkit.cases.RaggedCases;
import io.leat.testkit.cases.RaggedRowCases;
import io.leat.testkit.cases.RandomCases;
import io.leat.testkit.cases.RnnCases;
import io.leat.testkit.cases.SparseCases;
import io.leat.testkit.cases.StringCases;
import io.leat.testkit.cases.TextCases;
import java.util.List;

/** The cases of every op: those of the tables, or where there are none those that follow from the signature. */
public final class OpCases {
    private final Cases cases = new Cases();

    private OpCases() {
        ArrayCases.addTo(cases);
        MoreArrayCases.addTo(cases);
        MathCases.addTo(cases);
        CtcCases.addTo(cases);
        NnCases.addTo(cases);
        DetectionCases.addTo(cases);
        FourierCases.addTo(cases);
        ImageCases.addTo(cases);
        QuantizationCases.addTo(cases);
        QuantizedCases.addTo(cases);
        QuantizedArithmeticCases.addTo(cases);
        MessageCases.addTo(cases);
        RaggedCases.addTo(cases);
        RaggedRowCases.addTo(cases);
        CountingCases.addTo(cases);
        RandomCases.addTo(cases);
        RnnCases.addTo(cases);
        SparseCases.addTo(cases);
        StringCases.addTo(cases);
        ParsingCases.addTo(cases);
        TextCases.addTo(cases);
        EncodingCases.addTo(cases);
        LinearAlgebraCases.addTo(cases);
        DiagonalCases.addTo(cases);
    }

    public static OpCases create() {
        return new OpCases();
    }

    /** The cases of an op of the catalogue; none where no table has any and the signature implies none. */
    public List<OpCase> of(String op) {
        if (cases.count(op) == 0 && !OpRegistry.get(op).isStateful() && !Elsewhere.REASONS.containsKey(op)) {
            FamilyCases.addTo(cases, op);
        }
        return cases.of(op);
    }
}
