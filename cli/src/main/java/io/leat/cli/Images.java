package io.leat.cli;

import io.leat.tensor.DType;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Pictures as tensors. */
final class Images {
    private Images() {}

    static boolean isImage(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".png")
                || name.endsWith(".jpg")
                || name.endsWith(".jpeg")
                || name.endsWith(".gif")
                || name.endsWith(".bmp");
    }

    /**
     * A picture as [height, width, channels], its values times {@code scale}.
     *
     * @param channels 1 for grey, 3 for colours
     */
    static Tensor read(Path file, int channels, double scale, DType dtype) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new InvalidArgumentException(file + " is no picture that can be read");
        }
        int h = image.getHeight();
        int w = image.getWidth();
        double[] values = new double[h * w * channels];
        int at = 0;
        boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                if (grey) { // getRGB would change the brightness of such a picture
                    for (int c = 0; c < channels; c++) {
                        values[at++] = scale * image.getRaster().getSample(x, y, 0);
                    }
                    continue;
                }
                int rgb = image.getRGB(x, y);
                int r = rgb >> 16 & 0xff;
                int g = rgb >> 8 & 0xff;
                int b = rgb & 0xff;
                if (channels == 1) {
                    values[at++] = scale * (r == g && g == b ? r : 0.299 * r + 0.587 * g + 0.114 * b);
                } else {
                    values[at++] = scale * r;
                    values[at++] = scale * g;
                    values[at++] = scale * b;
                }
            }
        }
        if (!dtype.isFloating()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.rint(values[i]);
            }
        }
        return Tensor.of(dtype, Shape.of(h, w, channels), values);
    }

    /** Writes a picture of one channel, [height, width, 1] from 0 to 1, as PNG. */
    static void write(Path file, Tensor grey) throws IOException {
        int h = (int) grey.shape().dim(0);
        int w = (int) grey.shape().dim(1);
        var image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                image.getRaster().setSample(x, y, 0, Math.round(255 * grey.floatAt(y, x, 0)));
            }
        }
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new IOException(file + ": no way to write PNG");
        }
    }
}
