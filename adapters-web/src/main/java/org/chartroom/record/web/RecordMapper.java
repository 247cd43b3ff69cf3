package org.chartroom.record.web;

import org.chartroom.record.application.DeletionReceipt;
import org.chartroom.record.application.MedicalRecordView;
import org.chartroom.record.application.MedicalRecordView.PrescriptionView;
import org.chartroom.record.application.MedicalRecordView.SymptomView;
import org.chartroom.record.application.VisitView;
import org.chartroom.record.application.VitalSignsView;
import org.chartroom.record.domain.Flag;
import org.chartroom.record.web.RecordResponse.PrescriptionResponse;
import org.chartroom.record.web.RecordResponse.SymptomResponse;
import org.chartroom.record.web.VitalSignsResponse.FlagResponse;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Views, in which what belongs together stands together, as the flat JSON that clients read. */
@Mapper
interface RecordMapper {

    VisitResponse response(VisitView view);

    @Mapping(target = "deleted", source = ".")
    ReceiptResponse response(DeletionReceipt receipt);

    @Mapping(target = ".", source = "note")
    @Mapping(target = ".", source = "scribe")
    RecordResponse response(MedicalRecordView view);

    @Mapping(target = ".", source = "details")
    SymptomResponse response(SymptomView view);

    @Mapping(target = ".", source = "details")
    PrescriptionResponse response(PrescriptionView view);

    @Mapping(target = ".", source = "measurements")
    @Mapping(target = "bloodPressureSystolic", source = "measurements.bloodPressure.systolic")
    @Mapping(target = "bloodPressureDiastolic", source = "measurements.bloodPressure.diastolic")
    @Mapping(target = "bmi", expression = "java(view.measurements().bodyMassIndex())")
    VitalSignsResponse response(VitalSignsView view);

    @Mapping(target = ".", source = "range")
    @Mapping(target = "unit", expression = "java(flag.field().unit())")
    FlagResponse response(Flag flag);
}
