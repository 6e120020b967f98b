#!/bin/sh
# Creates the namespace and the search attributes that the workflows set. Safe to run again.
# An unregistered search attribute fails a workflow task for ever, so worker and api wait for this job.
# Reads TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and RETENTION (how long closed cases stay readable in Temporal).
set -eu
: "${TEMPORAL_ADDRESS:?}" "${TEMPORAL_NAMESPACE:?}"

# retry <what> <command…>: the server answers a few seconds before its caches do.
retry() {
  what=$1
  shift
  attempt=1
  until "$@"; do
    if [ "$attempt" -ge 30 ]; then
      echo "gave up: $what" >&2
      exit 1
    fi
    attempt=$((attempt + 1))
    sleep 2
  done
}

ensure_namespace() {
  temporal operator namespace describe -n "$TEMPORAL_NAMESPACE" >/dev/null 2>&1 ||
    temporal operator namespace create -n "$TEMPORAL_NAMESPACE" --retention "${RETENTION:-30d}"
}

# The list of workflows/kernel/search-attributes.ts; a test compares the two.
attributes='DeskId:Keyword OfficeId:Keyword SystemId:Keyword CaseStatus:Keyword Tier:Keyword AgentId:Keyword Overdue:Bool'

# has_attribute <name:type>
has_attribute() {
  temporal operator search-attribute list -n "$TEMPORAL_NAMESPACE" |
    awk -v name="${1%:*}" -v type="${1#*:}" '$1 == name && $2 == type { found = 1 } END { exit !found }'
}

ensure_attribute() {
  has_attribute "$1" ||
    temporal operator search-attribute create -n "$TEMPORAL_NAMESPACE" --name "${1%:*}" --type "${1#*:}"
}

retry 'Temporal is not healthy' temporal operator cluster health
retry "namespace $TEMPORAL_NAMESPACE" ensure_namespace
for attribute in $attributes; do
  retry "search attribute $attribute" ensure_attribute "$attribute"
done
for attribute in $attributes; do
  retry "search attribute $attribute to be seen" has_attribute "$attribute"
done
echo "namespace $TEMPORAL_NAMESPACE is ready"
