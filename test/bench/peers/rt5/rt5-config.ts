import { chown, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Rt5Database {
  port: number;
  superuser: string;
  /** RT's own role, which its setup makes. */
  password: string;
}

export interface Rt5Config {
  /** Everything that RT writes is in here. */
  dir: string;
  port: number;
  database: Rt5Database;
  /** Who runs RT. */
  owner: { uid: number; gid: number };
}

export const rt5Role = 'rt5';
export const rt5DatabaseName = 'rt5';

/** Connections are asked for the plans that PostgreSQL makes by default, see peer-postgres.ts. */
const sessionOptions = '-c plan_cache_mode=auto';

/**
 * Writes RT's site configuration for one instance below `dir`, in place of the system's.
 *
 * @returns the variables by which RT finds it
 */
export async function writeRt5Config(config: Rt5Config): Promise<Record<string, string>> {
  const { dir, owner } = config;
  const folders = ['', 'var', 'var/mason_data', 'var/session_data', 'var/log', 'conf.d'].map((name) => join(dir, name));
  for (const folder of folders) {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    await chown(folder, owner.uid, owner.gid);
  }
  const file = join(dir, 'RT_SiteConfig.pm');
  await writeFile(file, siteConfig(config), { mode: 0o600 });
  await chown(file, owner.uid, owner.gid);
  return { RT_SITE_CONFIG: file, RT_SITE_CONFIG_DIR: join(dir, 'conf.d') };
}

function siteConfig({ dir, port, database }: Rt5Config): string {
  const settings: Record<string, string | number> = {
    rtname: 'bench.invalid',
    Organization: 'bench.invalid',
    WebDomain: '127.0.0.1',
    WebPort: port,
    DatabaseType: 'Pg',
    DatabaseHost: '127.0.0.1',
    DatabasePort: database.port,
    DatabaseName: rt5DatabaseName,
    DatabaseUser: rt5Role,
    DatabasePassword: database.password,
    DatabaseAdmin: database.superuser,
    CorrespondAddress: 'rt@bench.invalid',
    CommentAddress: 'rt-comment@bench.invalid',
    Timezone: 'UTC',
    LogToSTDERR: 'warning',
  };
  const folders = { VarPath: 'var', MasonDataDir: 'var/mason_data', MasonSessionDir: 'var/session_data' };
  return [
    ...Object.entries(settings).map(([name, value]) => `Set($${name}, ${perlString(String(value))});`),
    ...Object.entries(folders).map(([name, folder]) => `$RT::${name} = ${perlString(join(dir, folder))};`),
    `Set(%DatabaseExtraDSN, options => ${perlString(`'${sessionOptions}'`)});`,
    'Set($LogToSyslog, undef);',
    'Set($LogToFile, undef);',
    'Set($MailCommand, sub { return 1 });',
    '1;\n',
  ].join('\n');
}

function perlString(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
