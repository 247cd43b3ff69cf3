drop function clinic.instant_text(timestamptz);
