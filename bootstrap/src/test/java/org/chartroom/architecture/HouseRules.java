package org.chartroom.architecture;

import java.util.Set;

/** What the rules of the house make an exception of, by name; {@link RuleBook} has the rules. */
final class HouseRules {

    // Whoever adds a name says why beside it.

    /** Ports that are asked before anybody is known: signing in, the command line. */
    static final Set<String> PORTS_WITHOUT_ACTOR = Set.of(
            "org.chartroom.provider.application.SignIn",
            "org.chartroom.provider.application.AccountAdministration", // the operator, at the command line
            "org.chartroom.provider.application.SessionUpkeep", // the server itself
            "org.chartroom.audit.application.Sealing", // the same
            "org.chartroom.idempotency.application.AnswerUpkeep", // the same
            "org.chartroom.idempotency.application.out.OldAnswers",
            "org.chartroom.audit.application.AuditReview", // the operator
            "org.chartroom.patient.application.out.PhoneNumbers", // knows numbering plans and nobody's number
            "org.chartroom.record.application.out.WordComparison", // knows two texts and nobody's
            "org.chartroom.audit.application.out.EventsOfNobody",
            "org.chartroom.audit.application.out.SealedTrail", // as a role that sees all and changes nothing
            "org.chartroom.audit.application.out.SealWitness");

    /** Handlers that answer before anybody is known: {@code org.chartroom.provider.web.SomeController.signIn}. */
    static final Set<String> HANDLERS_WITHOUT_ACTOR = Set.of(
            "org.chartroom.provider.web.SignInController.signIn",
            "org.chartroom.provider.web.SignInController.refresh",
            "org.chartroom.provider.web.SignInPage.page",
            "org.chartroom.provider.web.SignInPage.signIn");

    /** Records of texts and figures that are about no patient. */
    static final Set<String> ABOUT_NO_PATIENT = Set.of(
            "org.chartroom.kernel.Violation",
            "org.chartroom.audit.domain.Hash",
            "org.chartroom.idempotency.IdempotencyKey",
            "org.chartroom.idempotency.domain.Fingerprint",
            "org.chartroom.patient.domain.PhoneRegion",
            "org.chartroom.provider.Origin",
            "org.chartroom.appointment.domain.HoursException", // when a provider works, and so are those below
            "org.chartroom.appointment.domain.TimeOfDay",
            "org.chartroom.appointment.web.HoursBody$ExceptionBody",
            "org.chartroom.appointment.web.HoursBody$StretchBody",
            "org.chartroom.appointment.web.HoursBody$WeeklyBody",
            "org.chartroom.provider.domain.SignInTries",
            "org.chartroom.record.application.out.ImportedCharts$Obstacle", // where something stood in what was sent
            "org.chartroom.studio.application.IndexView", // what the database says of itself, and so are those below
            "org.chartroom.studio.application.PlanView",
            "org.chartroom.studio.application.SchemaView$ColumnView",
            "org.chartroom.studio.application.SchemaView$RelationshipView",
            "org.chartroom.studio.application.SchemaView$TableView",
            "org.chartroom.studio.application.Tally",
            "org.chartroom.studio.domain.Column",
            "org.chartroom.studio.web.Count",
            "org.chartroom.studio.web.Frame$Way",
            "org.chartroom.studio.web.MapDrawing$Box",
            "org.chartroom.studio.web.MapDrawing$Entry",
            "org.chartroom.studio.web.MapDrawing$Line",
            "org.chartroom.studio.web.MapScreen$Card",
            "org.chartroom.studio.web.MapScreen$Relationship",
            "org.chartroom.studio.web.PlansScreen$Line",
            "org.chartroom.studio.web.RowScreen$Pointer",
            "org.chartroom.studio.web.TableScreen$Choice",
            "org.chartroom.studio.web.TableScreen$Way",
            "org.chartroom.provider.domain.ThrottleLimits");

    /** The kernel, which has room for twelve; the last one marks what is planted. */
    static final Set<String> KERNEL_TYPES = Set.of(
            "EmailAddress",
            "IdGenerator",
            "InvalidInput",
            "Page",
            "PersonName",
            "Phi",
            "Redacted",
            "Refusal",
            "Version",
            "Versioned",
            "Violation",
            "Violations",
            "Breaks");

    /** Services that hold no connection while they work, and leave the transaction to what they call. */
    static final Set<String> SERVICES_WITHOUT_TRANSACTION = Set.of(
            "org.chartroom.audit.application.AuditReviewService", // reads at one moment, on the auditor's connection
            "org.chartroom.audit.application.SealingService", // several steps, each committed
            // and these hash passwords
            "org.chartroom.provider.application.AccountAdministrationService",
            "org.chartroom.provider.application.OwnAccountService",
            "org.chartroom.provider.application.SignInService",
            "org.chartroom.record.application.SigningService");

    /** Stores that are asked before anybody is known, or by the server itself. */
    static final Set<String> ACTING_AS_NOBODY = Set.of(
            "org.chartroom.audit.persistence.JdbcAuditEvents", // a failed sign-in is nobody's
            "org.chartroom.audit.persistence.JdbcSealedTrail", // the auditor, who sees all and changes nothing
            "org.chartroom.idempotency.persistence.JdbcRememberedAnswers"); // forgets, by a function for just that

    /** Records that are read or written as one row, by one statement. */
    static final Set<String> LONG_RECORDS = Set.of("org.chartroom.audit.domain.StoredEvent");

    /** What walks through something once, within one call, or can find out again what it forgot. */
    static final Set<String> CHANGING = Set.of(
            "org.chartroom.audit.application.SealingService", // how far the trail was when it last looked
            "org.chartroom.audit.domain.TrailCheck",
            "org.chartroom.jdbc.AccompaniedDataSource$Accompanied", // how many parameters it has
            "org.chartroom.jdbc.AccompaniedDataSource$Companions", // what goes along next
            "org.chartroom.jdbc.Presumption", // whether it is so, once that is found out
            "org.chartroom.provider.web.AnswerToAdmitted", // why that cannot be found out
            "org.chartroom.http.BoundedBody$Counted",
            "org.chartroom.http.Lines$Reader",
            "org.chartroom.http.ProgressFilter$Body",
            "org.chartroom.record.application.ImportReport");

    /** What a node may remember, since the database is asked whether it is still so before anything is shown. */
    static final Set<String> REMEMBERING = Set.of("org.chartroom.provider.persistence.JdbcSessions");

    /** Who logs in a feature: what could not be told to the audit trail, by the number of its request. */
    static final Set<String> LOGGING = Set.of("org.chartroom.audit.web.RefusalRecorder");

    /** What the database takes or keeps as JSON, whatever clients speak. */
    static final Set<String> KEEPING_JSON = Set.of(
            "org.chartroom.record.persistence.ProposedJson",
            "org.chartroom.record.persistence.ImportedChartJson"); // columns and values, until the transaction ends

    /** What administers a database, in statements that take no parameters; and one that has thousands to make. */
    static final Set<String> MAKING_SQL = Set.of(
            // of the names in ClinicTable and nothing else: each table in each order with each filter
            "org.chartroom.studio.persistence.JdbcTableRows",
            "org.chartroom.jdbc.AccompaniedDataSource$First", // a constant of ActorJdbc, by itself
            "org.chartroom.jdbc.AccompaniedDataSource$Insert", // a constant, and commit
            "org.chartroom.jdbc.Roles", // asks the database for the statements that are missing
            "org.chartroom.jdbc.SchemaLock", // the number of the lock, and settings
            "org.chartroom.jdbc.Schema", // runs the ways back, from their files
            "org.chartroom.bootstrap.embedded.EmbeddedPostgres", // create database
            "org.chartroom.bootstrap.ClinicDatabase"); // alter role, with a password that it made itself

    /** What computes on threads of its own. */
    static final Set<String> WITH_THREADS = Set.of(
            "org.chartroom.provider.persistence.Argon2PasswordHasher"); // as many as fit into memory, and a queue

    private HouseRules() {}
}
