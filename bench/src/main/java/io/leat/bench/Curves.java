package io.leat.bench;

import java.util.Formatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/** The first runs of each engine as a drawing: a panel for each model, time upwards in powers of ten. */
final class Curves {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 220;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int PANEL = WIDTH + LEFT + 30;
    private static final List<String> COLOURS = List.of("#d95f02", "#7570b3", "#1b9e77", "#66a61e");

    private Curves() {}

    static String svg(List<ColdStart.Row> rows) {
        List<String> models = List.copyOf(
                new LinkedHashSet<>(rows.stream().map(ColdStart.Row::model).toList()));
        List<String> engines = List.copyOf(
                new LinkedHashSet<>(rows.stream().map(ColdStart.Row::engine).toList()));
        var svg = new Formatter(Locale.ROOT);
        svg.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>",
                PANEL * models.size() + 30, TOP + HEIGHT + 50);
        for (int i = 0; i < engines.size(); i++) {
            svg.format("<text x=\"%d\" y=\"20\" fill=\"%s\">%s</text>", LEFT + 140 * i, COLOURS.get(i), engines.get(i));
        }
        for (int i = 0; i < models.size(); i++) {
            String model = models.get(i);
            panel(
                    svg,
                    PANEL * i + LEFT,
                    model,
                    rows.stream().filter(r -> r.model().equals(model)).toList(),
                    engines);
        }
        return svg.format("</svg>%n").toString();
    }

    private static void panel(Formatter svg, int x, String model, List<ColdStart.Row> rows, List<String> engines) {
        double least = rows.stream()
                .flatMap(r -> r.runMillis().stream())
                .mapToDouble(Math::log10)
                .min()
                .orElse(0);
        double most = rows.stream()
                .flatMap(r -> r.runMillis().stream())
                .mapToDouble(Math::log10)
                .max()
                .orElse(1);
        int low = (int) Math.floor(least);
        int high = Math.max(low + 1, (int) Math.ceil(most));
        svg.format("<text x=\"%d\" y=\"%d\">%s, ms of run 1 to %d</text>", x, TOP - 8, model, ColdStart.RUNS);
        for (int power = low; power <= high; power++) {
            double y = TOP + HEIGHT * (high - power) / (double) (high - low);
            svg.format(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ccc\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
                    x,
                    x + WIDTH,
                    y,
                    y,
                    x - 6,
                    y + 4,
                    power >= 0 ? String.valueOf((long) Math.pow(10, power)) : "1e" + power);
        }
        for (ColdStart.Row r : rows) {
            var points = new Formatter(Locale.ROOT);
            for (int i = 0; i < r.runMillis().size(); i++) {
                double across = x + WIDTH * (i + 0.5) / r.runMillis().size();
                double up = (high - Math.log10(r.runMillis().get(i))) / (high - low);
                points.format("%.1f,%.1f ", across, TOP + HEIGHT * up);
            }
            svg.format(
                    "<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"%s\" points=\"%s\"/>",
                    COLOURS.get(engines.indexOf(r.engine())), points.toString().strip());
        }
    }
}
