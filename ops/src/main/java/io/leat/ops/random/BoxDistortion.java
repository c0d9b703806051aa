package io.leat.ops.random;

import io.leat.graph.Attrs;
import io.leat.graph.Backprop;
import io.leat.graph.Compute;
import io.leat.graph.Inference;
import io.leat.graph.Op;
import io.leat.kernels.Philox;
import io.leat.tensor.InvalidArgumentException;
import io.leat.tensor.Shape;
import io.leat.tensor.Tensor;
import io.leat.tensor.raw.Elements;
import java.util.ArrayList;
import java.util.List;

/**
 * A random part of an image of size {@code [height, width, depth]} whose area and aspect ratio lie in given ranges and
 * that covers {@code min_object_covered} of one of the boxes, [batch, n, 4] of corners (y, x, y, x) in parts of the image;
 * or the whole image where {@code max_attempts} found none. Outputs are begin [3] and size [3] as {@code Slice} takes them,
 * and the box [1, 1, 4].
 */
abstract class BoxDistortion extends Op {
    /** The random numbers of one execution. */
    abstract Philox numbers(Compute c, int attempts);

    @Override
    protected void infer(Inference c) {
        check(c.attrs());
        c.shape(0, 1).merge(Shape.of(3));
        c.shape(1, 3).merge(Shape.of(Shape.ANY, Shape.ANY, 4));
        if (c.inputs() > 2) {
            c.shape(2, 0);
        }
        c.output(0, Shape.of(3));
        c.output(1, Shape.of(3));
        c.output(2, Shape.of(1, 1, 4));
    }

    private static void check(Attrs a) {
        if (a.has("min_object_covered")) {
            requireCovered(a.real("min_object_covered"));
        }
        float[] ratios = a.reals("aspect_ratio_range");
        if (ratios.length != 2) {
            throw new InvalidArgumentException("Aspect ratio range field must specify 2 dimensions");
        }
        if (!(ratios[0] > 0 && ratios[1] > 0)) {
            throw new InvalidArgumentException(
                    "Aspect ratio range must be non-negative: [" + ratios[0] + ", " + ratios[1] + "]");
        }
        float[] areas = a.reals("area_range");
        if (areas.length != 2) {
            throw new InvalidArgumentException("Area range field must specify 2 dimensions");
        }
        String text = "[" + areas[0] + ", " + areas[1] + "]";
        if (!(areas[0] > 0 && areas[1] > 0)) {
            throw new InvalidArgumentException("Area range must be non-negative: " + text);
        }
        if (!(areas[0] <= 1 && areas[1] <= 1)) {
            throw new InvalidArgumentException("Area range must be less then or equal to 1.0: " + text);
        }
        if (a.integer("max_attempts") <= 0) {
            throw new InvalidArgumentException("Max attempts must be non-negative: " + a.integer("max_attempts"));
        }
    }

    private static float requireCovered(float covered) {
        if (!(covered >= 0)) {
            throw new InvalidArgumentException("Min object covered must be non-negative: " + covered);
        }
        return covered;
    }

    /** Pixels from (left, top) up to (right, bottom). */
    private record Box(int left, int top, int right, int bottom) {
        float area() {
            return (float) ((right - left) * (bottom - top));
        }

        float shared(Box o) {
            int width = Math.min(right, o.right) - Math.max(left, o.left);
            int height = Math.min(bottom, o.bottom) - Math.max(top, o.top);
            return width < 0 || height < 0 ? 0 : (float) (width * height);
        }

        boolean covers(float part, List<Box> boxes) {
            return area() >= 1 && boxes.stream().anyMatch(b -> b.area() >= 1 && shared(b) / b.area() >= part);
        }
    }

    @Override
    protected void compute(Compute c) {
        if (!c.shape(0).equals(Shape.of(3))) {
            throw new InvalidArgumentException(
                    (c.shape(0).rank() == 1 ? "image_size must contain 3 elements" : "image_size must be 1-dimensional")
                            + c.shape(0));
        }
        Elements size = Elements.of(c.input(0));
        int height = side("height", size.integer(0));
        int width = side("width", size.integer(1));
        float covered =
                c.attrs().has("min_object_covered") ? c.attrs().real("min_object_covered") : requireCovered(covered(c));
        var whole = new Box(0, 0, width, height);
        List<Box> boxes = boxes(c, whole);
        Box box = find(c, whole, boxes, covered);
        Elements begin = Elements.allocate(c.outputDType(0), Shape.of(3));
        Elements extent = Elements.allocate(c.outputDType(1), Shape.of(3));
        begin.setInteger(0, box.top);
        begin.setInteger(1, box.left);
        extent.setInteger(0, box.bottom - (long) box.top);
        extent.setInteger(1, box.right - (long) box.left);
        extent.setInteger(2, -1);
        c.output(0, begin.tensor());
        c.output(1, extent.tensor());
        float[] corners = {
            box.top / (float) height, box.left / (float) width, box.bottom / (float) height, box.right / (float) width
        };
        c.output(2, Tensor.of(Shape.of(1, 1, 4), corners));
    }

    private static float covered(Compute c) {
        if (c.shape(2).rank() != 0) {
            throw new InvalidArgumentException("min_object_covered must be 0-D, got shape " + c.shape(2));
        }
        return (float) Elements.of(c.input(2)).real(0);
    }

    private static int side(String name, long value) {
        if (value < 0 || value >= Integer.MAX_VALUE) {
            throw new InvalidArgumentException("image " + name + " cannot be >= int32 max");
        }
        return (int) value;
    }

    private static List<Box> boxes(Compute c, Box whole) {
        Elements e = Elements.of(c.input(1));
        if (e.shape().rank() != 3) {
            throw new InvalidArgumentException(
                    "input boxes must be 3-dimensional [batch, num_boxes, coords]: " + e.shape());
        }
        if (e.shape().dim(2) != 4) {
            throw new InvalidArgumentException("bounding boxes must have shape [4] or [*, 4], got " + e.shape());
        }
        List<Box> boxes = new ArrayList<>();
        for (int b = 0; b < e.size(); b += 4) {
            for (int i = b; i < b + 4; i++) {
                if (!(e.real(i) >= 0 && e.real(i) <= 1)) {
                    throw new InvalidArgumentException(
                            "All bounding box coordinates must be in [0.0, 1.0]: " + e.real(i));
                }
            }
            boxes.add(new Box(
                    (int) ((float) e.real(b + 1) * whole.right),
                    (int) ((float) e.real(b) * whole.bottom),
                    (int) ((float) e.real(b + 3) * whole.right),
                    (int) ((float) e.real(b + 2) * whole.bottom)));
        }
        if (boxes.isEmpty()) {
            if (!c.attrs().bool("use_image_if_no_bounding_boxes")) {
                throw new InvalidArgumentException(
                        "No bounding boxes provided as input. One must enable use_image_if_no_bounding_boxes if you "
                                + "wish to not provide any bounding boxes.");
            }
            boxes.add(whole);
        }
        return boxes;
    }

    private Box find(Compute c, Box whole, List<Box> boxes, float covered) {
        float[] ratios = c.attrs().reals("aspect_ratio_range");
        float[] areas = c.attrs().reals("area_range");
        int attempts = c.attrs().intValue("max_attempts");
        var words = new Words(numbers(c, attempts));
        for (int i = 0; i < attempts; i++) {
            float ratio = words.realFloat() * (ratios[1] - ratios[0]) + ratios[0];
            Box box = crop(whole.right, whole.bottom, areas[0], areas[1], ratio, words);
            if (box.covers(covered, boxes)) {
                return box;
            }
        }
        return whole;
    }

    private static final Box NONE = new Box(0, 0, 0, 0);

    private static int rint(float x) {
        return (int) Math.rint(x);
    }

    /** A random box of that ratio of width to height; an empty one where there is none of such an area. */
    private static Box crop(int fullWidth, int fullHeight, float least, float most, float ratio, Words words) {
        if (most <= 0 || ratio <= 0 || fullWidth <= 0 || fullHeight <= 0 || least > most) {
            return NONE;
        }
        float minArea = least * fullWidth * fullHeight;
        float maxArea = most * fullWidth * fullHeight;
        int height = rint((float) Math.sqrt(minArea / ratio));
        int tallest = rint((float) Math.sqrt(maxArea / ratio));
        if (rint(tallest * ratio) > fullWidth) {
            tallest = (int) ((fullWidth + 0.5 - 0.0000001f) / ratio);
            if (rint(tallest * ratio) > fullWidth) {
                tallest--;
            }
        }
        tallest = Math.min(tallest, fullHeight);
        height = Math.min(height, tallest);
        if (height < tallest) {
            height += words.below(tallest - height + 1);
        }
        int width = rint(height * ratio);
        if ((float) (width * height) < minArea) {
            height++;
            width = rint(height * ratio);
        }
        if ((float) (width * height) > maxArea) {
            height--;
            width = rint(height * ratio);
        }
        float area = width * height;
        boolean fits = area >= minArea && area <= maxArea && width <= fullWidth && height <= fullHeight;
        if (!fits || width <= 0 || height <= 0) {
            return NONE;
        }
        int y = height < fullHeight ? words.below(fullHeight - height) : 0;
        int x = width < fullWidth ? words.below(fullWidth - width) : 0;
        return new Box(x, y, x + width, y + height);
    }

    @Override
    protected void gradient(Backprop b) {
        // not differentiable
    }
}
