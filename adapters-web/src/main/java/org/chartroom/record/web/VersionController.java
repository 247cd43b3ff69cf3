package org.chartroom.record.web;

import java.util.UUID;
import org.chartroom.audit.Reference;
import org.chartroom.audit.Reference.Kind;
import org.chartroom.http.MalformedRequest;
import org.chartroom.http.Paging;
import org.chartroom.provider.Actor;
import org.chartroom.record.MedicalRecordId;
import org.chartroom.record.application.VersionReview;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of everything that has some. */
@RestController
@RequestMapping("/api")
class VersionController {

    private final VersionReview review;

    VersionController(VersionReview review) {
        this.review = review;
    }

    @GetMapping("/patients/{id}/versions")
    Paging.Items<VersionResponse> patientVersions(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions(by, Kind.PATIENT, id, limit, cursor);
    }

    @GetMapping("/patients/{id}/versions/{number}")
    VersionResponse.Whole patientVersion(Actor by, @PathVariable UUID id, @PathVariable int number) {
        return version(by, Kind.PATIENT, id, number);
    }

    @GetMapping("/appointments/{id}/versions")
    Paging.Items<VersionResponse> appointmentVersions(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions(by, Kind.APPOINTMENT, id, limit, cursor);
    }

    @GetMapping("/appointments/{id}/versions/{number}")
    VersionResponse.Whole appointmentVersion(Actor by, @PathVariable UUID id, @PathVariable int number) {
        return version(by, Kind.APPOINTMENT, id, number);
    }

    @GetMapping("/appointments/{id}/vital-signs/versions")
    Paging.Items<VersionResponse> vitalSignsVersions(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions(by, Kind.VITAL_SIGNS, id, limit, cursor);
    }

    @GetMapping("/appointments/{id}/vital-signs/versions/{number}")
    VersionResponse.Whole vitalSignsVersion(Actor by, @PathVariable UUID id, @PathVariable int number) {
        return version(by, Kind.VITAL_SIGNS, id, number);
    }

    @GetMapping("/records/{id}/versions")
    Paging.Items<VersionResponse> recordVersions(
            Actor by,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return versions(by, Kind.MEDICAL_RECORD, id, limit, cursor);
    }

    @GetMapping("/records/{id}/versions/{number}")
    VersionResponse.Whole recordVersion(Actor by, @PathVariable UUID id, @PathVariable int number) {
        return version(by, Kind.MEDICAL_RECORD, id, number);
    }

    @GetMapping("/records/{id}/versions/{number}/diff")
    DiffResponse diff(
            Actor by,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer from) {
        var former = from == null ? Math.max(number - 1, 0) : from;
        if (former < 0) throw new MalformedRequest("from", "must be the number of a version, or 0 for nothing at all");
        return DiffResponse.of(former, number, review.diff(by, new MedicalRecordId(id), former, number));
    }

    private Paging.Items<VersionResponse> versions(
            Actor by, Kind of, UUID id, @Nullable Integer limit, @Nullable String cursor) {
        var paging = Paging.of(limit, cursor, "versions", of, id);
        var before = paging.afterNumber();
        var page =
                review.versions(by, new Reference(of, id), paging.limit(), before == null ? null : before.intValue());
        return paging.items(page, VersionResponse::of, number -> Paging.number(number));
    }

    private VersionResponse.Whole version(Actor by, Kind of, UUID id, int number) {
        return VersionResponse.Whole.of(review.version(by, new Reference(of, id), number));
    }
}
