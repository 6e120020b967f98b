import { execFile } from 'node:child_process';
import type { ChildProcess, ExecFileOptions } from 'node:child_process';

/** Programs that must not go on (a build, a download) when we end in the middle of them. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill()));

/**
 * Runs a program to its end and answers what it printed on stdout.
 *
 * @throws Error whose first line says what failed: the program is missing, or the last line that it printed.
 */
export function runProgram(command: string, args: readonly string[], options: ExecFileOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, [...args], { maxBuffer: 32 << 20, ...options }, (error, stdout, stderr) => {
      running.delete(child);
      if (!error) resolve(String(stdout));
      else reject(new Error(describe(command, error as NodeJS.ErrnoException, `${String(stdout)}\n${String(stderr)}`)));
    });
    running.add(child);
  });
}

function describe(command: string, error: NodeJS.ErrnoException & { signal?: string | null }, output: string): string {
  if (error.code === 'ENOENT') return `${command} is not installed`;
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const end = error.signal ? `was ended by ${error.signal}` : `failed (${String(error.code)})`;
  return [`${command} ${end}: ${lines.at(-1)?.trim() ?? 'no output'}`, ...lines.slice(-20)].join('\n');
}

/** The path of a program that PATH finds, by its own `--version`; undefined when it does not run. */
export async function versionOnPath(command: string, pattern: RegExp): Promise<string | undefined> {
  const output = await runProgram(command, ['--version'], { timeout: 10_000 }).catch(() => '');
  return pattern.exec(output)?.[1];
}
