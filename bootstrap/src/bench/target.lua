-- What the rig's operations are over the product's own interface. The rig sends the same headers with every request, but
-- each of ours bears the token of whose patient it asks for: so it is put in where the request is made.
local token = ""
local format = wrk.format
wrk.format = function(method, path, headers, body)
  if headers then headers["Authorization"] = "Bearer " .. token end
  return format(method, path, headers, body)
end

local function as_its_own(path)
  return function(row, encode)
    token = row.token
    return (path:gsub("{(%w+)}", function(name) return encode(row[name]) end))
  end
end

local visit = [[{"record":{"chiefComplaint":"bench-visit","subjective":"Patient reports gradual onset over the last 5 days, worse in the evening. No fever.","objective":"Alert and oriented, no acute distress. Lungs clear to auscultation.","assessment":"Uncomplicated course, differential discussed.","plan":"Hydrate, rest, return in 2 weeks.","aiSummary":"Improving, therapy unchanged.","symptoms":[{"name":"Cough","severity":5,"duration":"5 days","aiGenerated":true},{"name":"Fatigue","severity":3,"duration":"3 days","notes":"Worse at night"}],"prescriptions":[{"medication":"Amoxicillin","dosage":"500 mg","frequency":"every 8 hours","duration":"7 days","quantity":21,"refills":0,"instructions":"Take with food."},{"medication":"Ibuprofen","dosage":"250 mg","frequency":"as needed","duration":"5 days","quantity":15,"refills":1}]},"vitalSigns":{"bloodPressureSystolic":120,"bloodPressureDiastolic":78,"heartRate":72,"temperature":36.8,"respiratoryRate":14,"oxygenSaturation":98,"weight":72.5,"height":171.2}}]]

return {
  headers = {},
  A  = { ids = "patients",  path = as_its_own("/api/patients/{patient}") },
  B1 = { ids = "providers", path = as_its_own("/api/patients?limit=25") },
  B2 = { ids = "cursors",   path = as_its_own("/api/patients?limit=25&cursor={cursor}") },
  L1 = { ids = "providers", path = as_its_own("/api/patients?limit=5") },
  L1000 = { ids = "cursors", path = as_its_own("/api/patients?limit=5&cursor={thousandth}") }, -- of growth.sh alone
  C  = { ids = "prefixes",  path = as_its_own("/api/patients?limit=25&name={prefix}") },
  D  = { ids = "patients",  path = as_its_own("/api/patients/{patient}/chart?transcripts=true") },
  E  = { ids = "days",      path = as_its_own("/api/schedule?date={day}") },
  F  = { ids = "scheduled", path = as_its_own("/api/appointments/{appointment}/visit"), method = "POST", body = visit },
}
