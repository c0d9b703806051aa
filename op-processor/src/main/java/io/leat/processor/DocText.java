package io.leat.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Sentences of Javadoc, made independent of the file that they stand in. */
final class DocText {
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}()]+(?:\\([^)]*\\))?)\\s*([^{}]*)\\}");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");
    private static final Pattern TAG = Pattern.compile("</?(?:b|code|em|i|strong|sub|sup)>");

    private DocText() {}

    /** The first sentence of an element's Javadoc on one line, without links; empty if it has none. */
    static String firstSentence(Elements elements, Element e) {
        String doc = elements.getDocComment(e);
        return doc == null ? "" : firstSentence(doc);
    }

    static String firstSentence(String doc) {
        String body = doc.split("(?m)^\\s*@|<p>|<pre>|\\n\\s*\\n", 2)[0];
        String text = withoutLinks(body.strip().replaceAll("\\s+", " "));
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '.' && depth <= 0 && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
                return text.substring(0, i + 1);
            }
        }
        return text;
    }

    /** A link becomes its label, or the code of what it points to. */
    private static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll(m -> {
            String label = m.group(2).strip();
            String target = m.group(1).replaceFirst("^#", "").replace('#', '.');
            return Matcher.quoteReplacement("{@code " + (label.isEmpty() ? target : label) + "}");
        });
    }

    /** A sentence as Markdown. */
    static String markdown(String sentence) {
        String text = CODE.matcher(sentence).replaceAll(m -> Matcher.quoteReplacement("`" + m.group(1) + "`"));
        return TAG.matcher(text)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** A Javadoc comment with the sentence and the tags, in lines of at most 116 columns. */
    static List<String> comment(String sentence, List<String> tags) {
        if (tags.isEmpty() && sentence.length() <= 109) {
            return List.of("/** " + sentence + " */");
        }
        List<String> out = new ArrayList<>(List.of("/**"));
        StringBuilder line = new StringBuilder(" *");
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + 1 + word.length() > 116 && line.length() > 2) {
                out.add(line.toString());
                line = new StringBuilder(" *");
            }
            line.append(' ').append(word);
        }
        if (!sentence.isEmpty()) {
            out.add(line.toString());
        }
        if (!tags.isEmpty() && !sentence.isEmpty()) {
            out.add(" *");
        }
        tags.forEach(t -> out.add(" * " + t));
        out.add(" */");
        return out;
    }
}
