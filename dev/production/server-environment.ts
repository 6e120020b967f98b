/** What Temporal Server listens on, all on loopback: one port for each role, and one where the roles find each other. */
export const serverPortNames = [
  'frontend',
  'frontendHttp',
  'frontendMembership',
  'history',
  'historyMembership',
  'matching',
  'matchingMembership',
  'worker',
  'workerMembership',
  'postgres',
] as const;
export type ServerPorts = Record<(typeof serverPortNames)[number], number>;

/** Fixed by a database's first start, for ever. */
export const historyShards = 8;

/** PostgreSQL by the name that Temporal has for it. */
export const sqlPlugin = 'postgres12';

const loopback = '127.0.0.1';

export interface SqlAccess {
  port: number;
  user: string;
  password: string;
}

/** For deploy/temporal/setup-schema.sh, as the service temporal-schema of docker-compose.yml has it. */
export function schemaEnvironment({ port, user, password }: SqlAccess): Record<string, string> {
  return {
    SQL_PLUGIN: sqlPlugin,
    SQL_HOST: loopback,
    SQL_PORT: String(port),
    SQL_USER: user,
    SQL_PASSWORD: password,
  };
}

/**
 * For Temporal Server, which fills the configuration that it carries in itself from this. The first part has the names
 * that docker-compose.yml sets; the second moves each port, since several servers share this machine's loopback.
 */
export function serverEnvironment(ports: ServerPorts, sql: SqlAccess, dynamicConfig: string): Record<string, string> {
  return {
    DB: sqlPlugin,
    DB_PORT: String(sql.port),
    POSTGRES_SEEDS: loopback,
    POSTGRES_USER: sql.user,
    POSTGRES_PWD: sql.password,
    NUM_HISTORY_SHARDS: String(historyShards),
    BIND_ON_IP: loopback,
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,

    FRONTEND_GRPC_PORT: String(ports.frontend),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_GRPC_PORT: String(ports.history),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_GRPC_PORT: String(ports.matching),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_GRPC_PORT: String(ports.worker),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
    LOG_LEVEL: 'warn',
  };
}

/** For deploy/temporal/create-namespace.sh, as the service temporal-namespace of docker-compose.yml has it. */
export function namespaceEnvironment(address: string, namespace: string): Record<string, string> {
  return { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, RETENTION: `${retentionDays}d` };
}

/** How long closed cases stay readable in Temporal. */
export const retentionDays = 30;
