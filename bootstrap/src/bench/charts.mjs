// The rig's 1,000 charts as the product takes them: one a line, each with the id that its client chose.
//   node charts.mjs charts.json > charts.ndjson
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const id = (number) => {
  const hex = createHash("md5").update(`import:${number}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), "4" + hex.slice(13, 16), "a" + hex.slice(17, 20), hex.slice(20)].join("-");
};
const active = ["scheduled", "checked_in", "in_progress"];

const visit = ({ providerId, medicalRecord, vitalSigns, ...appointment }) => ({
  ...appointment,
  ...(active.includes(appointment.status) ? { allowOverlap: true, overlapReason: "made by chance" } : {}),
  // made by chance, and now and then not below the systolic pressure
  ...(vitalSigns && { vitalSigns: { ...vitalSigns, bloodPressureDiastolic: Math.min(vitalSigns.bloodPressureDiastolic, vitalSigns.bloodPressureSystolic - 1) } }),
  ...(medicalRecord && { record: medicalRecord }),
});

JSON.parse(readFileSync(process.argv[2], "utf8")).forEach(({ providerId, allergies, chronicConditions, appointments, ...patient }, number) =>
  console.log(JSON.stringify({ patient: { id: id(number), ...patient }, allergies, chronicConditions, appointments: appointments.map(visit) })));
