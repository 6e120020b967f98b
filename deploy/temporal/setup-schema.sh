#!/bin/sh
# Creates or upgrades Temporal's two databases. Safe to run again: each step does nothing when it is done already.
# Reads SQL_HOST, SQL_PORT, SQL_USER, SQL_PASSWORD, SQL_PLUGIN (temporal-sql-tool does so by itself).
set -eu
: "${SQL_HOST:?}" "${SQL_USER:?}" "${SQL_PASSWORD:?}" "${SQL_PLUGIN:?}"

for database in temporal visibility; do
  case "$database" in
    temporal) name=temporal ;;
    visibility) name=temporal_visibility ;;
  esac
  temporal-sql-tool --db "$name" create
  temporal-sql-tool --db "$name" setup-schema -v 0.0
  # The tool carries the schemas in itself.
  temporal-sql-tool --db "$name" update-schema --schema-name "postgresql/v12/$database"
done
echo 'Temporal schema is up to date'
