package io.leat.formats.convert;

import io.leat.tensor.InvalidArgumentException;

/**
 * An input of a node as a file writes it: {@code name}, {@code name:index}, or {@code ^name} for a control dependency.
 *
 * @param index the output of the node, -1 for a control dependency
 */
record InputName(String node, int index) {
    static InputName parse(String text) {
        if (text.startsWith("^")) {
            return new InputName(text.substring(1), -1);
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new InputName(text, 0);
        }
        try {
            int index = Integer.parseInt(text.substring(colon + 1));
            if (index >= 0) {
                return new InputName(text.substring(0, colon), index);
            }
        } catch (NumberFormatException e) {
            // no number: the same error
        }
        throw new InvalidArgumentException("'" + text + "' is not the name of an input");
    }

    boolean isControl() {
        return index < 0;
    }

    /** The shortest form. */
    @Override
    public String toString() {
        return isControl() ? "^" + node : index == 0 ? node : node + ":" + index;
    }
}
