package io.leat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Loss and accuracy over the examples seen, drawn as an SVG picture. */
final class Curve {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 60;
    private static final int RIGHT = WIDTH - 60;
    private static final int TOP = 40;
    private static final int BOTTOM = HEIGHT - 50;

    private record Point(double x, double loss, double accuracy) {}

    private final String title;
    private final List<Point> training = new ArrayList<>();
    private final List<Point> held = new ArrayList<>();

    Curve(String title) {
        this.title = title;
    }

    /** A point of the training, at {@code epoch}, which may be a fraction. */
    void training(double epoch, double loss, double accuracy) {
        training.add(new Point(epoch, loss, accuracy));
    }

    /** A point on data that is not trained with. */
    void held(double epoch, double loss, double accuracy) {
        held.add(new Point(epoch, loss, accuracy));
    }

    void write(Path file) throws IOException {
        double maxX = 1e-9;
        double maxLoss = 1e-9;
        for (Point p : all()) {
            maxX = Math.max(maxX, p.x);
            maxLoss = Math.max(maxLoss, Double.isFinite(p.loss) ? p.loss : 0);
        }
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(HEIGHT)
                .append("\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(svg, WIDTH / 2.0, 22, "middle", "#222", title);
        for (int i = 0; i <= 4; i++) {
            double y = BOTTOM - (BOTTOM - TOP) * i / 4.0;
            svg.append(String.format(Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>\n", LEFT, y, RIGHT));
            text(svg, LEFT - 8, y + 4, "end", "#c0392b", String.format(Locale.ROOT, "%.2f", maxLoss * i / 4));
            text(svg, RIGHT + 8, y + 4, "start", "#2471a3", 25 * i + " %");
            text(
                    svg,
                    LEFT + (RIGHT - LEFT) * i / 4.0,
                    BOTTOM + 18,
                    "middle",
                    "#222",
                    String.format(Locale.ROOT, "%.1f", maxX * i / 4));
        }
        text(svg, WIDTH / 2.0, HEIGHT - 12, "middle", "#222", "epochs");
        text(svg, LEFT, TOP - 8, "start", "#c0392b", "loss (points: held-out data)");
        text(svg, RIGHT, TOP - 8, "end", "#2471a3", "accuracy");
        for (boolean loss : new boolean[] {true, false}) {
            String colour = loss ? "#c0392b" : "#2471a3";
            var path = new StringBuilder();
            for (Point p : training) {
                path.append(String.format(
                        Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(p, maxX), y(p, loss, maxLoss)));
            }
            svg.append("<path d=\"")
                    .append(path)
                    .append("\" fill=\"none\" stroke=\"")
                    .append(colour)
                    .append("\"/>\n");
            for (Point p : held) {
                svg.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>\n",
                        x(p, maxX),
                        y(p, loss, maxLoss),
                        colour));
            }
        }
        Files.writeString(file, svg.append("</svg>\n"));
    }

    private List<Point> all() {
        List<Point> all = new ArrayList<>(training);
        all.addAll(held);
        return all;
    }

    private static double x(Point p, double max) {
        return LEFT + (RIGHT - LEFT) * p.x / max;
    }

    private static double y(Point p, boolean loss, double maxLoss) {
        double v = loss ? p.loss / maxLoss : p.accuracy;
        return BOTTOM - (BOTTOM - TOP) * (Double.isFinite(v) ? Math.clamp(v, 0.0, 1.0) : 1);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                x,
                y,
                anchor,
                colour,
                text.replace("&", "&amp;").replace("<", "&lt;")));
    }
}
