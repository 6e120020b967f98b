import { join } from 'node:path';
import { seedDemo } from '../seed/seed-demo.ts';
import type { Say } from '../engines/engine-folders.ts';
import { endOrphanWatch } from '../engines/orphan-watch.ts';
import { takeDataFolder } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';
import { withoutRepeats } from './log-lines.ts';
import { openProcessRecord } from './process-record.ts';
import { buildProduct, bundlePath } from './product-build.ts';
import { apiService, workerService } from './product-services.ts';
import { runSteps } from './progress-list.ts';
import type { ProgressStep } from './progress-list.ts';
import { servicePolicy } from './restart-policy.ts';
import { secondFactorKeyIn } from './second-factor-key.ts';
import { planStore, planTemporal } from './stack-plan.ts';
import type { EnginePlan } from './stack-plan.ts';
import { reserveStackPorts } from './stack-ports.ts';
import type { StackPorts } from './stack-ports.ts';
import type { StackSettings } from './stack-settings.ts';
import { createSupervisor } from './supervisor.ts';
import type { Supervisor } from './supervisor.ts';

export interface Stack {
  url: string;
  temporalUiUrl?: string;
  dataDir: string;
  seeded: boolean;
}

export interface StackControl {
  /** Fulfilled when /ready is 200; rejected when the start failed. */
  ready: Promise<Stack>;
  /** Ends everything in order; safe at any time, also while it still starts. */
  stop: () => Promise<void>;
}

interface Parts {
  settings: StackSettings;
  folder: DataFolder;
  ports: StackPorts;
  supervisor: Supervisor;
  /** Says a line at the terminal; silent while everything stops. */
  say: Say;
  temporal?: EnginePlan;
  store?: EnginePlan;
  seeded: boolean;
}

/**
 * Starts engines, worker and API as one supervised tree.
 *
 * @param giveUp told when a part cannot be kept running
 */
export function startStack(settings: StackSettings, giveUp: (reason: string) => void): StackControl {
  let stopping = false;
  const say: Say = (line) => {
    if (!stopping) console.log(line);
  };
  let held: Pick<Parts, 'folder' | 'supervisor'> | undefined;
  const begin = async (): Promise<Stack> => {
    const folder = await takeDataFolder(settings.DATA_DIR, say);
    const supervisor = createSupervisor(say, openProcessRecord(folder.dir), giveUp);
    held = { folder, supervisor };
    const ports = await reserveStackPorts(folder.dir, settings.PORT);
    const parts: Parts = { settings, folder, supervisor, say, ports, seeded: false };
    await runSteps(stepsOf(parts));
    return {
      url: `http://127.0.0.1:${parts.ports.number('web')}`,
      temporalUiUrl: parts.temporal?.uiUrl,
      dataDir: folder.dir,
      seeded: parts.seeded,
    };
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    await held?.supervisor.stop();
    await endOrphanWatch();
    await held?.folder.release();
  };
  return { ready: begin(), stop };
}

function stepsOf(parts: Parts): ProgressStep[] {
  const { settings, folder, ports, supervisor } = parts;
  const startEngine = async (plan: EnginePlan): Promise<string> => {
    for (const service of plan.services) await supervisor.run(service);
    return plan.services.length === 0 ? 'runs already' : plan.title;
  };
  return [
    {
      title: 'Engines and build',
      together: [
        {
          title: 'Temporal',
          run: async (say) =>
            startEngine((parts.temporal = await planTemporal({ settings, folder, ports, say, tell: parts.say }))),
        },
        {
          title: 'Store',
          run: async (say) => startEngine((parts.store = await planStore({ settings, folder, ports, say }))),
        },
        { title: 'Build', run: buildProduct },
      ],
    },
    {
      title: 'Giliran',
      together: [
        { title: 'Demo desk', run: () => seed(parts) },
        {
          title: 'Worker',
          run: async () => {
            const service = workerService({ ...productOptions(parts, 'worker') });
            await supervisor.run({ service, policy: servicePolicy, stopStage: 1 });
          },
        },
      ],
    },
    {
      title: 'API and web',
      run: async () => {
        await ports.take('web');
        const service = apiService(productOptions(parts, 'API'), ports.number('web'));
        await supervisor.run({ service, policy: servicePolicy, stopStage: 0 });
      },
    },
  ];
}

async function seed(parts: Parts): Promise<string> {
  if (parts.settings.NODE_ENV === 'production') return 'not in production';
  const { seeded } = await seedDemo({
    mongodbUri: parts.store?.address ?? '',
    temporalAddress: parts.temporal?.address ?? '',
    temporalNamespace: parts.settings.TEMPORAL_NAMESPACE,
    payloadKeys: parts.settings.PAYLOAD_KEYS,
  });
  parts.seeded = seeded;
  return seeded ? 'filled' : 'is there already';
}

function productOptions({ settings, folder, ports, temporal, store, say }: Parts, name: string) {
  return {
    logDir: folder.logDir,
    show: withoutRepeats((line) => say(`[${name}] ${line}`)),
    env: {
      ...process.env,
      NODE_ENV: settings.NODE_ENV,
      DEMO_LOGINS: process.env.DEMO_LOGINS || String(settings.NODE_ENV !== 'production'),
      TEMPORAL_ADDRESS: temporal?.address,
      TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE,
      ...(temporal?.uiUrl === undefined ? {} : { TEMPORAL_UI_URL: temporal.uiUrl }),
      MONGODB_URI: store?.address,
      // Its content is the address above already.
      MONGODB_URI_FILE: undefined,
      ...secondFactorKeyIn(folder.dir, process.env),
      WORKFLOW_BUNDLE: bundlePath,
      PORT: String(ports.number('web')),
      PUBLIC_URL: process.env.PUBLIC_URL || `http://127.0.0.1:${ports.number('web')}`,
      MAIL_DIR: process.env.MAIL_DIR || join(folder.dir, 'mails'),
    },
  };
}
