package io.leat.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFunctionsTest {
    /** Values from tables to 16 digits. */
    @ParameterizedTest
    @CsvSource({
        "ERF, 0.5, 0.5204998778130465",
        "ERF, -3, -0.9999779095030014",
        "ERF, 1e-10, 1.1283791670955126e-10",
        "ERFC, 1, 0.15729920705028513",
        "ERFC, 3, 2.209049699858544e-5",
        "ERFC, 10, 2.088487583762545e-45",
        "ERFC, -1, 1.8427007929497148",
        "LGAMMA, 0.5, 0.5723649429247001",
        "LGAMMA, 10, 12.801827480081469",
        "LGAMMA, 1000, 5905.220423209181",
        "LGAMMA, -0.5, 1.2655121234846454",
        "LGAMMA, 1e-5, 11.512919692895825",
        "DIGAMMA, 1, -0.5772156649015329",
        "DIGAMMA, 0.5, -1.9635100260214235",
        "DIGAMMA, 100, 4.600161852738087",
        "DIGAMMA, -0.5, 0.03648997397857652",
        "SIGMOID, -40, 4.248354255291589e-18",
        "SIGMOID, 2, 0.8807970779778823",
        "ASINH, 1e-9, 1e-9",
        "ASINH, -2, -1.4436354751788103",
        "ACOSH, 1.5, 0.9624236501192069",
        "ATANH, 0.5, 0.5493061443340549",
    })
    void matchTables(UnaryFunction f, double x, double expected) {
        double actual = ScalarFunctions.REFERENCE.apply(f, x);
        assertThat(actual).isCloseTo(expected, within(Math.abs(expected) * 2e-14));
    }
}
