package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** Past the end: of a sequence, a file or a closed queue. */
public final class OutOfRangeException extends LeatException {
    private static final long serialVersionUID = 1L;

    public OutOfRangeException(String reason) {
        this(reason, null, null);
    }

    public OutOfRangeException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.OUT_OF_RANGE, reason, site, cause);
    }
}
