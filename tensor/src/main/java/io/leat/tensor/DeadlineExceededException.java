package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The deadline passed before the operation was done. */
public final class DeadlineExceededException extends LeatException {
    private static final long serialVersionUID = 1L;

    public DeadlineExceededException(String reason) {
        this(reason, null, null);
    }

    public DeadlineExceededException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.DEADLINE_EXCEEDED, reason, site, cause);
    }
}
