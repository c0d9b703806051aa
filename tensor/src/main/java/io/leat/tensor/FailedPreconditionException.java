package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/** The system is not in the state that the operation needs, such as an uninitialised variable. */
public final class FailedPreconditionException extends LeatException {
    private static final long serialVersionUID = 1L;

    public FailedPreconditionException(String reason) {
        this(reason, null, null);
    }

    public FailedPreconditionException(String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(StatusCode.FAILED_PRECONDITION, reason, site, cause);
    }
}
