#!/usr/bin/env bash
# Writes what the load generator asks for: the rig's ids, each with the access token of the provider whose it is, and the
# cursor behind row 2,000 of each list, which only the server can make. Signs the 20 providers in for 15 minutes.
#   ids.sh BASE_URL
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/env.sh"
mkdir -p "$CHARTROOM_IDS"
clinic() { psql_ -d "$CHARTROOM_DB" "$@"; }
sign_in

with_token() { # NAME COLUMN SQL: beside each line of the rig's file, the token that the query gives for the column
  clinic -At -F $'\t' -c "$3" > "$CHARTROOM_IDS/.tokens"
  awk -F '\t' -v column="$2" '
    NR == FNR { token[$1] = $2; next }
    FNR == 1  { for (i = 1; i <= NF; i++) if ($i == column) key = i; print $0 "\ttoken"; next }
              { print $0 "\t" token[$key] }' "$CHARTROOM_IDS/.tokens" "$IDS/$1.tsv" > "$CHARTROOM_IDS/$1.tsv"
}
with_token patients  patient  "select id, bench.token(provider_id) from clinic.patient"
with_token providers provider "select id, bench.token(id) from clinic.provider"
with_token days      provider "select id, bench.token(id) from clinic.provider"
with_token scheduled provider "select id, bench.token(id) from clinic.provider"

# a search is among a provider's own patients; each of them looks for each prefix
clinic -Atc "select bench.token(id) from clinic.provider order by id" > "$CHARTROOM_IDS/.tokens"
awk 'BEGIN { print "prefix\ttoken" } NR == FNR { token[++n] = $1; next } FNR > 1 { for (i = 1; i <= n; i++) print $1 "\t" token[i] }' \
  "$CHARTROOM_IDS/.tokens" "$IDS/prefixes.tsv" > "$CHARTROOM_IDS/prefixes.tsv"

{ printf 'provider\tcursor\ttoken\n'
  tail -n +2 "$CHARTROOM_IDS/providers.tsv" | while IFS=$'\t' read -r provider token; do
    cursor=$(walk "$1" "$token" 100 20)
    printf '%s\t%s\t%s\n' "$provider" "$cursor" "$token"
  done; } > "$CHARTROOM_IDS/cursors.tsv"
