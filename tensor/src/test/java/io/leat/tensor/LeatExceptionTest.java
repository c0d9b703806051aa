package io.leat.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeatExceptionTest {
    private static final ErrorSite SITE =
            new ErrorSite("MatMul", "dense/MatMul", List.of("x:0 float[?,784]", "w2:0 float[128,10]"), "Demo.java:21");

    @ParameterizedTest
    @EnumSource
    void each_status_code_has_its_class(StatusCode code) {
        var cause = new IllegalStateException("why");
        LeatException e = LeatException.of(code, "reason", null, cause);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e).hasMessage("reason").hasCause(cause);
        assertThat(e.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                .isEqualTo(code.name().replace("_", "") + "EXCEPTION");
        assertThat(e.site()).isNull();
    }

    @Test
    void the_message_names_op_node_inputs_and_line() {
        var plain = new InvalidArgumentException("inner dimensions differ, 784 and 128");
        LeatException e = plain.at(SITE);
        assertThat(e)
                .isInstanceOf(InvalidArgumentException.class)
                .hasCause(plain)
                .hasMessage("""
                    MatMul 'dense/MatMul': inner dimensions differ, 784 and 128   [INVALID_ARGUMENT]
                      inputs: x:0 float[?,784], w2:0 float[128,10]
                      added at: Demo.java:21\
                    """);
        assertThat(e.reason()).isEqualTo("inner dimensions differ, 784 and 128");
        assertThat(e.site()).isEqualTo(SITE);
    }

    @Test
    void the_first_site_stays() {
        LeatException e = new NotFoundException("gone").at(SITE);
        assertThat(e.at(new ErrorSite("Add", "add", List.of(), null))).isSameAs(e);
    }

    @Test
    void a_site_without_inputs_and_line_takes_one_line() {
        assertThat(new NotFoundException("gone").at(new ErrorSite("Add", "add", List.of(), null)))
                .hasMessage("Add 'add': gone   [NOT_FOUND]");
    }
}
