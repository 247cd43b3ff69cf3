package org.chartroom.architecture;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static org.chartroom.architecture.Mutation.added;
import static org.chartroom.architecture.Mutation.changed;

import java.util.List;

/** Against {@link ValueRules}. */
final class ValueMutations {

    private static final String PATIENT = "patient.domain.Patient";
    private static final String ALLERGY = "patient.domain.Allergy";
    private static final String SERVICE = "patient.application.RegistrationService";
    private static final String CONTROLLER = "patient.web.PatientController";
    private static final String REPOSITORY = "patient.persistence.JdbcPatients";

    static final List<Mutation> ALL = List.of(
            changed(
                    "an aggregate asks what time it is",
                    PATIENT,
                    Plant.callsStatic("java.time.Instant", "now", "()Ljava/time/Instant;"),
                    "NO_WALL_CLOCK"),
            changed(
                    "a service makes a clock",
                    SERVICE,
                    Plant.callsStatic("java.time.Clock", "systemUTC", "()Ljava/time/Clock;"),
                    "NO_WALL_CLOCK"),
            changed(
                    "a service guesses which day it is",
                    SERVICE,
                    Plant.callsStatic("java.time.LocalDate", "now", "(Ljava/time/ZoneId;)Ljava/time/LocalDate;"),
                    "NO_WALL_CLOCK"),
            changed(
                    "a repository stamps by its own clock",
                    REPOSITORY,
                    Plant.callsStatic("java.lang.System", "currentTimeMillis", "()J"),
                    "NO_WALL_CLOCK"),
            changed("a controller makes a date", CONTROLLER, Plant.makes("java.util.Date"), "NO_WALL_CLOCK"),
            changed(
                    "an aggregate holds a clock",
                    PATIENT,
                    Plant.mentions("java.time.Clock"),
                    "ONLY_SERVICES_HOLD_A_CLOCK"),
            changed(
                    "a controller holds a clock",
                    CONTROLLER,
                    Plant.mentions("java.time.InstantSource"),
                    "ONLY_SERVICES_HOLD_A_CLOCK"),
            changed(
                    "an aggregate gives itself an id",
                    PATIENT,
                    Plant.callsStatic("java.util.UUID", "randomUUID", "()Ljava/util/UUID;"),
                    "NO_RANDOMNESS"),
            changed("a service rolls dice", SERVICE, Plant.makes("java.util.Random"), "NO_RANDOMNESS"),
            changed(
                    "a value rolls dice",
                    ALLERGY,
                    Plant.callsStatic("java.lang.Math", "random", "()D"),
                    "NO_RANDOMNESS"),
            changed("a service makes tokens", SERVICE, Plant.makes("java.security.SecureRandom"), "NO_RANDOMNESS"),
            changed(
                    "a controller takes the machine's zone",
                    CONTROLLER,
                    Plant.callsStatic("java.time.ZoneId", "systemDefault", "()Ljava/time/ZoneId;"),
                    "NOTHING_OF_THE_MACHINE"),
            changed(
                    "a value takes the machine's language",
                    ALLERGY,
                    Plant.callsStatic("java.util.Locale", "getDefault", "()Ljava/util/Locale;"),
                    "NOTHING_OF_THE_MACHINE"),
            changed(
                    "a repository reads the environment",
                    REPOSITORY,
                    Plant.callsStatic("java.lang.System", "getenv", "(Ljava/lang/String;)Ljava/lang/String;"),
                    "NOTHING_OF_THE_MACHINE"),
            changed(
                    "a service goes on by itself",
                    SERVICE,
                    Plant.callsStatic(
                            "java.lang.Thread", "startVirtualThread", "(Ljava/lang/Runnable;)Ljava/lang/Thread;"),
                    "NO_THREADS_OF_ITS_OWN"),
            changed(
                    "a controller answers later",
                    CONTROLLER,
                    Plant.mentions("java.util.concurrent.CompletableFuture"),
                    "NO_THREADS_OF_ITS_OWN"),
            changed(
                    "the actor travels with the thread",
                    "provider.web.WhoAsks",
                    Plant.field("java.lang.ThreadLocal", ACC_PRIVATE | ACC_STATIC | ACC_FINAL),
                    "NO_THREADS_OF_ITS_OWN",
                    "NODES_KEEP_NO_STATE"),
            changed(
                    "a controller keeps answers",
                    CONTROLLER,
                    Plant.field("java.util.concurrent.ConcurrentHashMap", ACC_PRIVATE | ACC_FINAL),
                    "NODES_KEEP_NO_STATE"),
            changed(
                    "a repository counts",
                    REPOSITORY,
                    Plant.field("java.util.concurrent.atomic.AtomicLong", ACC_PRIVATE | ACC_STATIC | ACC_FINAL),
                    "NODES_KEEP_NO_STATE"),
            changed(
                    "a controller remembers the last one",
                    CONTROLLER,
                    Plant.field("org.chartroom.patient.PatientId", ACC_PRIVATE | ACC_STATIC),
                    "FIELDS_ARE_FINAL"),
            changed(
                    "an aggregate changes",
                    PATIENT,
                    Plant.field("org.chartroom.patient.PatientId", ACC_PRIVATE),
                    "FIELDS_ARE_FINAL"),
            changed(
                    "an aggregate has a setter",
                    PATIENT,
                    Plant.method("setNotes", "(Ljava/lang/String;)V", ACC_PUBLIC, code -> code.return_()),
                    "NO_SETTERS"),
            added(
                    "a domain class can be extended",
                    "domain",
                    "patient.domain.Guardian",
                    Plant.type("org.chartroom.patient.domain.Guardian", ACC_PUBLIC, "java.lang.Object"),
                    "DOMAINS_ARE_MADE_OF_VALUES"),
            changed(
                    "an aggregate grows long",
                    ALLERGY,
                    Plant.fields(7, "org.chartroom.patient.PatientId"),
                    "RECORDS_STAY_SHORT"),
            added(
                    "an id is hidden in a domain",
                    "domain",
                    "patient.domain.GuardianId",
                    Plant.type("org.chartroom.patient.domain.GuardianId", ACC_PUBLIC | ACC_FINAL, "java.lang.Object"),
                    "IDS_ARE_RECORDS_AROUND_A_UUID"),
            changed(
                    "an aggregate holds a raw id",
                    ALLERGY,
                    Plant.field("java.util.UUID", ACC_PRIVATE | ACC_FINAL),
                    "AGGREGATES_HOLD_IDS"),
            added(
                    "a domain has an exception of its own",
                    "domain",
                    "patient.domain.PatientNotFound",
                    Plant.type(
                            "org.chartroom.patient.domain.PatientNotFound",
                            ACC_PUBLIC | ACC_FINAL,
                            "java.lang.RuntimeException"),
                    "FEATURES_REFUSE_IN_ONE_PLACE"),
            added(
                    "a feature has a second catalogue of refusals",
                    "domain",
                    "patient.domain.AllergyRefusal",
                    Plant.type(
                            "org.chartroom.patient.domain.AllergyRefusal",
                            ACC_PUBLIC | ACC_FINAL,
                            "org.chartroom.kernel.Refusal"),
                    "FEATURES_REFUSE_IN_ONE_PLACE"),
            changed(
                    "anybody can make a refusal",
                    "patient.domain.PatientRefusal",
                    Plant.constructorsShown(),
                    "REFUSALS_COME_FROM_FACTORIES"),
            changed(
                    "a service swallows what goes wrong",
                    SERVICE,
                    Plant.swallows("java.lang.RuntimeException"),
                    "NO_CATCH_ALL"),
            changed(
                    "a repository swallows what goes wrong",
                    REPOSITORY,
                    Plant.swallows("java.lang.Exception"),
                    "NO_CATCH_ALL"));

    private ValueMutations() {}
}
