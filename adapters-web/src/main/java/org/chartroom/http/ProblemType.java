package org.chartroom.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every code that a problem can have (RFC 9457's problem types), with what its page tells. The status is the one that
 * {@code ProblemAdvice} answers with.
 */
public enum ProblemType {
    MALFORMED_REQUEST(
            400,
            "The request cannot be read: it is not JSON, a field is unknown, named twice or of the wrong type, or an id, a "
                    + "parameter, a header or a cursor is not one.",
            "See errors for the field and what would be right there. Nothing was changed."),
    VALIDATION_FAILED(
            400,
            "The request can be read, but something in it is not acceptable.",
            "See errors: each names a field, a code and what would be right, and all of them are told at once. Nothing was "
                    + "changed."),
    UNAUTHENTICATED(
            401,
            "Nobody is known to ask: there is no access token, or it is no longer good; at sign-in, e-mail address and "
                    + "password do not belong together.",
            "Sign in with POST /api/auth/token, or refresh with POST /api/auth/refresh, and send the access token as "
                    + "Authorization: Bearer …"),
    FORBIDDEN(
            403,
            "You may see this, but only its owner may change it.",
            "Ask the patient's own provider, or the provider who holds the appointment."),
    NOT_FOUND(
            404,
            "There is no such thing, or it is not yours to see; the two cannot be told apart.",
            "Check the id. A patient becomes visible by an appointment, or when the patient is handed over."),
    METHOD_NOT_ALLOWED(405, "This path exists, but not with this method.", "See the header Allow."),
    NOT_ACCEPTABLE(
            406, "The answer is to be had as application/json alone.", "Send Accept: application/json, or none."),
    REQUEST_TIMEOUT(
            408,
            "The body did not come within 15 seconds; that of an import may take longer.",
            "Send it again, and all of it at once. Nothing was changed."),
    ALREADY_EXISTS(
            409,
            "There is one already, and there can be only one: an account for an e-mail address, a record or vital signs for "
                    + "an appointment, your signature on a record.",
            "Read the one that exists and change it."),
    ALREADY_DECIDED(
            409,
            "The proposal was accepted, edited or rejected before, and a decision stands.",
            "Read what was decided: GET /api/records/{id}/proposals/{proposal}. What a record holds is changed in the record."),
    DOUBLE_BOOKED(
            409,
            "The provider has another active appointment in that time.",
            "See conflictsWith for those of them that you may see. Take another time (GET /api/slots tells the free ones), "
                    + "or say allowOverlap and why, in overlapReason."),
    HAS_RECORD(
            409,
            "The appointment has a record or vital signs, which would be deleted with it.",
            "Keep the appointment; what did not take place is cancelled instead."),
    ILLEGAL_TRANSITION(
            409,
            "The workflow of an appointment does not lead there from where it stands.",
            "See from, to and allowed. A record is written once the visit has begun."),
    NOT_SIGNABLE(
            409,
            "A record is signed when each of its five texts holds something and everything proposed for it is decided.",
            "See blank for those that do not, and write them; see undecided for the proposals that are open, and "
                    + "decide them. Then sign."),
    NOT_SIGNED(
            409,
            "An addendum is added to a signed record, and this one is not signed.",
            "Change the record itself, or sign it first."),
    POSSIBLE_DUPLICATE(
            409,
            "A patient of yours has that name and date of birth.",
            "See candidates. If it is another person all the same, send confirmDuplicate: true."),
    RECORD_SIGNED(
            409,
            "The record is signed, and so is not changed any more, or not deleted with its patient unconfirmed.",
            "Add what is to be said as an addendum: POST /api/records/{id}/addenda. A patient is deleted all the same with "
                    + "confirmSigned=true."),
    STALE_VERSION(
            412,
            "It was changed since you read it, or it exists already and If-None-Match said that it should not.",
            "Read it again, look at what the other has changed, and send your change with the new ETag, which this answer "
                    + "carries as well."),
    TOO_LARGE(
            413,
            "The body is over 2 MiB; that of an import may be of any length.",
            "Send less at once, or import what there is of charts: POST /api/import/charts."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Only application/json is taken here, or application/x-ndjson by an import.",
            "Send the Content-Type that Accept tells."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The Idempotency-Key came with another request within the last 24 hours.",
            "A repeated request is the same to the byte; a new request needs a new key."),
    VERSION_REQUIRED(
            428,
            "A change has to say which version it is made from, so that nobody's work is overwritten unseen.",
            "Send the ETag that you read as If-Match, or If-None-Match: * to create what does not exist yet."),
    TOO_MANY_ATTEMPTS(429, "There were too many tries at signing in.", "Wait as long as Retry-After says."),
    INTERNAL_ERROR(
            500,
            "Something went wrong on our side.",
            "Tell whoever runs the server the requestId; it is all that the log needs to be searched for."),
    TEMPORARILY_UNAVAILABLE(
            503,
            "The database is away, or there is no room at the moment.",
            "Try again after Retry-After; with an Idempotency-Key nothing happens twice.");

    private final int status;
    private final String when;
    private final String remedy;

    ProblemType(int status, String when, String remedy) {
        this.status = status;
        this.when = when;
        this.remedy = remedy;
    }

    public static Optional<ProblemType> of(String code) {
        return Stream.of(values()).filter(type -> type.code().equals(code)).findAny();
    }

    public int status() {
        return status;
    }

    public String when() {
        return when;
    }

    String remedy() {
        return remedy;
    }

    /** Such as {@code stale-version}; what stands behind {@code /problems/} in a problem's type. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Such as {@code Stale version}. */
    public String title() {
        return title(code());
    }

    static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
