package io.leat.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocTextTest {
    @Test
    void takesTheFirstSentence() {
        assertThat(DocText.firstSentence(" One\n two. Three.")).isEqualTo("One two.");
        assertThat(DocText.firstSentence(" No end\n")).isEqualTo("No end");
        assertThat(DocText.firstSentence(" No end\n <p>More. ")).isEqualTo("No end");
        assertThat(DocText.firstSentence(" No end\n\n @param x the x.")).isEqualTo("No end");
        assertThat(DocText.firstSentence(" {@code a. b} and 1.5 and\n c. d")).isEqualTo("{@code a. b} and 1.5 and c.");
        assertThat(DocText.firstSentence("")).isEmpty();
        assertThat(DocText.firstSentence(" @return nothing")).isEmpty();
    }

    @Test
    void turnsLinksIntoCode() {
        assertThat(DocText.firstSentence(
                        "As {@link Op#infer(Inference) there}, {@link #compute}, {@link Op#of(A, B)}."))
                .isEqualTo("As {@code there}, {@code compute}, {@code Op.of(A, B)}.");
    }

    @Test
    void writesMarkdown() {
        assertThat(DocText.markdown("{@code a[{b}]} is <i>not</i> {@literal <c>} &lt; d."))
                .isEqualTo("`a[{b}]` is not `<c>` < d.");
    }

    @Test
    void wrapsComments() {
        assertThat(DocText.comment("Short.", List.of())).containsExactly("/** Short. */");
        assertThat(DocText.comment("", List.of("@see A"))).containsExactly("/**", " * @see A", " */");
        List<String> lines = DocText.comment("word ".repeat(50).strip() + ".", List.of("@see A"));
        assertThat(lines).startsWith("/**").endsWith(" *", " * @see A", " */").hasSize(7);
        assertThat(lines).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(116));
        assertThat(String.join(" ", lines).split("word", -1)).hasSize(51);
    }
}
