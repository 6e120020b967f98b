import { access, constants, readFile, stat } from 'node:fs/promises';
import { runProgram } from './run-program.ts';

/** How to start a PostgreSQL program so that it is not root. */
export interface PostgresUser {
  uid?: number;
  gid?: number;
  /** Put before the command, e.g. setpriv with its options. */
  prefix: readonly string[];
}

/**
 * PostgreSQL refuses to run as root. As root we give it the owner of its data, or else `nobody`. When that user cannot
 * reach the programs or the data (a checkout below /root), setpriv lends it the one capability that it needs for that.
 *
 * @param program one of PostgreSQL's programs; must run with `--version`
 * @param dataDir an existing folder that it must be able to enter
 */
export async function choosePostgresUser(program: string, dataDir: string): Promise<PostgresUser> {
  if (process.geteuid?.() !== 0) {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => {
      throw new Error(`${dataDir} belongs to another user: start as that one, or set another DATA_DIR.`);
    });
    return { prefix: [] };
  }
  const owner = await stat(dataDir);
  const { uid, gid } = owner.uid === 0 ? await nobody() : owner;
  const plain: PostgresUser = { uid, gid, prefix: [] };
  if (await canRun(plain, program, dataDir)) return plain;
  const capability = '-all,+dac_override';
  // access(2), which initdb asks about its own programs, heeds the capability only with no_setuid_fixup.
  const lent: PostgresUser = {
    prefix: [
      ...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup'],
      ...[`--inh-caps=${capability}`, `--ambient-caps=${capability}`, `--bounding-set=${capability}`],
    ],
  };
  if (await canRun(lent, program, dataDir)) return lent;
  throw new Error(
    `PostgreSQL refuses to run as root, and user ${uid} cannot reach ${dataDir} or ${program}. ` +
      'Start as an ordinary user, or keep the project (and DATA_DIR) in a folder that other users may enter.',
  );
}

async function canRun({ uid, gid, prefix }: PostgresUser, program: string, dataDir: string): Promise<boolean> {
  const script = '"$1" --version && cd "$2" && test -r . && test -x .';
  const [command = 'sh', ...args] = [...prefix, 'sh', '-c', script, 'sh', program, dataDir];
  return runProgram(command, args, { uid, gid, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd);
  return entry ? { uid: Number(entry[1]), gid: Number(entry[2]) } : { uid: 65_534, gid: 65_534 };
}
