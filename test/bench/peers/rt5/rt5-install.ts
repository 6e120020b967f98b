import { exists } from '../../../../dev/engines/install-folder.ts';
import { aptInstall, installedVersion, whyNoApt } from '../apt-packages.ts';
import { mayInstall } from '../peer-options.ts';

const packages = ['request-tracker5', 'rt5-db-postgresql', 'rt5-standalone'];

/** Nothing of the system's own RT is set up: each run brings its own configuration and database. */
const answers = [
  'request-tracker5 request-tracker5/rtname string bench.invalid',
  'request-tracker5 request-tracker5/organization string bench.invalid',
  'request-tracker5 request-tracker5/install-cronjobs boolean false',
  'request-tracker5 request-tracker5/handle-siteconfig-permissions boolean false',
  'request-tracker5 request-tracker5/dbconfig-install boolean false',
];

/**
 * What else RT depends on, where the system has none yet: otherwise apt takes a mail server that listens, and the
 * program that would set up a database for the system's own RT.
 */
async function modestDependencies(): Promise<string[]> {
  const hasMail = await exists('/usr/sbin/sendmail');
  const hasSetup = (await installedVersion('dbconfig-common')) !== undefined;
  return [...(hasMail ? [] : ['msmtp-mta']), ...(hasSetup ? [] : ['dbconfig-no-thanks'])];
}

/** The version of Debian's RT 5, installed first where that is allowed, or why there is none. */
export async function obtainRt5(say: (line: string) => void): Promise<{ version: string } | { missing: string }> {
  const found = await versionOfAll();
  if (found !== undefined) return { version: found };
  const refusal = await whyNoApt();
  if (refusal !== undefined) return { missing: `Request Tracker 5 is not installed, and ${refusal}` };
  if (!mayInstall()) {
    return { missing: 'Request Tracker 5 is not installed; BENCH_INSTALL_PEERS=yes installs it with apt' };
  }
  await aptInstall({ packages: [...packages, ...(await modestDependencies())], answers, say });
  const version = await versionOfAll();
  return version === undefined ? { missing: 'apt has not installed Request Tracker 5' } : { version };
}

async function versionOfAll(): Promise<string | undefined> {
  const versions = await Promise.all(packages.map(installedVersion));
  return versions.includes(undefined) ? undefined : versions[0];
}
