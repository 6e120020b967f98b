#!/bin/sh
# A replica set with sign-in needs a key file that only mongod can read; a mounted file cannot promise that.
set -eu
: "${REPLICA_SET_KEY:?}"
umask 077
printf '%s' "$REPLICA_SET_KEY" >/data/configdb/replica-set.key
chown mongodb:mongodb /data/configdb/replica-set.key
unset REPLICA_SET_KEY
exec docker-entrypoint.sh mongod --replSet rs0 --bind_ip_all --keyFile /data/configdb/replica-set.key
