package io.leat.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Any failure that Leat reports, with TensorFlow's status code.
 *
 * <p>{@link #getMessage()} is the cause in one line, in TensorFlow's words where programs match on them, followed, when
 * the failure belongs to a node, by that node's name, inputs and the line that added it.
 */
public abstract sealed class LeatException extends RuntimeException
        permits AbortedException,
                AlreadyExistsException,
                CancelledException,
                DataLossException,
                DeadlineExceededException,
                FailedPreconditionException,
                InternalException,
                InvalidArgumentException,
                NotFoundException,
                OutOfRangeException,
                PermissionDeniedException,
                ResourceExhaustedException,
                UnauthenticatedException,
                UnavailableException,
                UnimplementedException,
                UnknownException {
    private static final long serialVersionUID = 1L;

    private final StatusCode code;
    private final String reason;
    private final transient @Nullable ErrorSite site;

    LeatException(StatusCode code, String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        super(site == null ? reason : site.format(reason, code), cause);
        this.code = code;
        this.reason = reason;
        this.site = site;
    }

    public StatusCode code() {
        return code;
    }

    /** The message without the node's description. */
    public String reason() {
        return reason;
    }

    /** The node at fault, or null when the failure belongs to none. */
    public @Nullable ErrorSite site() {
        return site;
    }

    /** This failure with the node it happened at; itself when it already names one. */
    public LeatException at(ErrorSite where) {
        return site != null ? this : of(code, reason, where, this);
    }

    /** A failure with the class that belongs to {@code code}. */
    public static LeatException of(
            StatusCode code, String reason, @Nullable ErrorSite site, @Nullable Throwable cause) {
        return switch (code) {
            case CANCELLED -> new CancelledException(reason, site, cause);
            case UNKNOWN -> new UnknownException(reason, site, cause);
            case INVALID_ARGUMENT -> new InvalidArgumentException(reason, site, cause);
            case DEADLINE_EXCEEDED -> new DeadlineExceededException(reason, site, cause);
            case NOT_FOUND -> new NotFoundException(reason, site, cause);
            case ALREADY_EXISTS -> new AlreadyExistsException(reason, site, cause);
            case PERMISSION_DENIED -> new PermissionDeniedException(reason, site, cause);
            case RESOURCE_EXHAUSTED -> new ResourceExhaustedException(reason, site, cause);
            case FAILED_PRECONDITION -> new FailedPreconditionException(reason, site, cause);
            case ABORTED -> new AbortedException(reason, site, cause);
            case OUT_OF_RANGE -> new OutOfRangeException(reason, site, cause);
            case UNIMPLEMENTED -> new UnimplementedException(reason, site, cause);
            case INTERNAL -> new InternalException(reason, site, cause);
            case UNAVAILABLE -> new UnavailableException(reason, site, cause);
            case DATA_LOSS -> new DataLossException(reason, site, cause);
            case UNAUTHENTICATED -> new UnauthenticatedException(reason, site, cause);
        };
    }
}
