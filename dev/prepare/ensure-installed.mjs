// Runs `npm ci` when what is installed does not match the lock file. Needs nothing installed itself: it is the
// pre-script of start, test, story and check, so that each of them works on a fresh clone. It speaks on stderr: what
// comes after it may print JSON.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stampFile = join(root, 'node_modules', '.giliran-installed');

function fail(...lines) {
  console.error(lines.join('\n'));
  process.exit(1);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).slice(1).map(Number);
  const [ours = 0, oursMinor = 0] = process.versions.node.split('.').map(Number);
  if (ours > major || (ours === major && oursMinor >= minor)) return;
  fail(
    `Giliran needs Node ${engines.node}; this is ${process.versions.node}.`,
    'Install a newer Node (24 is best) and try again.',
  );
}

/** Of package.json only what npm installs by: another script is no reason to install anew. */
function fingerprint() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const parts = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides', 'allowScripts', 'engines'];
  return createHash('sha256')
    .update(`${process.version} ${process.platform} ${process.arch}\n`)
    .update(JSON.stringify(parts.map((part) => manifest[part])))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** `npm ci` empties the folder that a link leads to, which belongs to another checkout. */
function refuseLinkedModules() {
  const linked = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink();
  if (!linked) return;
  fail(
    'node_modules is a link to another folder, and what is installed there does not match this lock file.',
    'Installing through the link would empty that folder. Remove the link and try again, or run npm ci where it leads.',
  );
}

function install() {
  refuseLinkedModules();
  const npm = process.env['npm_execpath'];
  const [command, ...prefix] = npm && existsSync(npm) ? [process.execPath, npm] : ['npm'];
  // Development dependencies hold the compiler and the tests: they are wanted whatever NODE_ENV says.
  const args = [...prefix, 'ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit'];
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  fail(
    `Installing the dependencies failed (${error ? error.message : `npm ci ended with ${status}`}).`,
    'Check the messages above: the network or a proxy, free disk space, and whether you may write node_modules.',
    'Then try again; `npm ci` alone does the same step.',
  );
}

checkNode();
const wanted = fingerprint();
const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').trim() : '';
if (stamp !== wanted) {
  const began = Date.now();
  console.error('Installing the dependencies with npm ci (the lock file, package.json or Node has changed) …');
  install();
  writeFileSync(stampFile, `${wanted}\n`);
  console.error(`Dependencies installed in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
}
