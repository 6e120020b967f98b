import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { runProgram } from '../../../dev/engines/run-program.ts';
import { exists } from '../../../dev/engines/install-folder.ts';

/** The version of a Debian package, or undefined when it is not installed. */
export async function installedVersion(name: string): Promise<string | undefined> {
  const output = await runProgram('dpkg-query', ['-W', '-f', '${db:Status-Abbrev} ${Version}', name]).catch(() => '');
  return /^ii +(\S+)/.exec(output)?.[1];
}

export interface AptInstall {
  packages: readonly string[];
  /** Answers to the packages' questions, in the form of debconf-set-selections(1). */
  answers: readonly string[];
  say: (line: string) => void;
}

/** Why apt cannot install here; undefined when it can. */
export async function whyNoApt(): Promise<string | undefined> {
  if (process.geteuid?.() !== 0) return 'only root may install packages';
  const found = await runProgram('apt-get', ['--version']).catch(() => undefined);
  return found === undefined ? 'there is no apt-get' : undefined;
}

/**
 * Installs Debian packages without asking anybody, without what they only recommend, and without starting any of their
 * services.
 *
 * @throws Error with what apt said last
 */
export async function aptInstall({ packages, answers, say }: AptInstall): Promise<void> {
  await withInput('debconf-set-selections', `${answers.join('\n')}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  say('apt-get update …');
  await runProgram('apt-get', ['update', '-qq'], { env });
  await withoutServices(async () => {
    say(`apt-get install ${packages.join(' ')} …`);
    await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  });
}

/** Debian asks this program before it starts a service; 101 is no. */
async function withoutServices(work: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  const ours = !(await exists(policy));
  if (ours) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await work();
  } finally {
    if (ours) await rm(policy, { force: true });
  }
}

function withInput(command: string, input: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [], { stdio: ['pipe', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with code ${code}`))));
    child.stdin.end(input);
  });
}
