import type { Say } from '../engines/engine-folders.ts';
import { temporalDiscovery } from '../engines/temporal-discovery.ts';
import { discover } from '../engines/discovery-steps.ts';
import { storeDiscovery } from '../engines/store-discovery.ts';
import { storeServices } from '../engines/store-service.ts';
import { temporalService } from '../engines/temporal-service.ts';
import type { DataFolder } from './data-folder.ts';
import { temporalLine, withoutRepeats } from './log-lines.ts';
import { enginePolicy } from './restart-policy.ts';
import type { StackPorts } from './stack-ports.ts';
import type { StackSettings } from './stack-settings.ts';
import type { Supervised } from './supervisor.ts';

/** One engine of the stack: where it is reached, and what must be started for it (nothing, when it runs already). */
export interface EnginePlan {
  title: string;
  address: string;
  uiUrl?: string;
  services: Supervised[];
}

export interface PlanContext {
  settings: StackSettings;
  folder: DataFolder;
  ports: StackPorts;
  /** Progress of this step. */
  say: Say;
}

/** Engines stop after API (0) and worker (1). */
const engineStage = 2;

/** Finds or fetches Temporal, unless TEMPORAL_ADDRESS names one. */
export async function planTemporal(context: PlanContext & { tell: Say }): Promise<EnginePlan> {
  const { settings, folder, ports, say, tell } = context;
  if (settings.TEMPORAL_ADDRESS !== undefined) {
    return {
      title: 'TEMPORAL_ADDRESS',
      address: settings.TEMPORAL_ADDRESS,
      uiUrl: settings.TEMPORAL_UI_URL,
      services: [],
    };
  }
  const program = await discover(temporalDiscovery, say);
  await ports.take('temporal', 'temporalUi');
  const show = withoutRepeats((line) => tell(`[Temporal] ${line}`));
  const { service, address, uiUrl } = await temporalService({
    program,
    dataDir: folder.dir,
    logDir: folder.logDir,
    ports: { temporal: ports.number('temporal'), ui: ports.number('temporalUi') },
    namespace: settings.TEMPORAL_NAMESPACE,
    onLine: (line) => {
      const shown = temporalLine(line);
      if (shown !== undefined) show(shown);
    },
  });
  return {
    title: program,
    address,
    uiUrl,
    services: [{ service, policy: enginePolicy, stopStage: engineStage }],
  };
}

/** Finds, fetches or builds the store, unless MONGODB_URI names one. */
export async function planStore({ settings, folder, ports, say }: PlanContext): Promise<EnginePlan> {
  if (settings.MONGODB_URI !== undefined) return { title: 'MONGODB_URI', address: settings.MONGODB_URI, services: [] };
  const engine = await discover(storeDiscovery, say);
  await ports.take('store', 'postgres');
  const { services, uri, title } = await storeServices({
    engine,
    dataDir: folder.dir,
    logDir: folder.logDir,
    ports: { store: ports.number('store'), postgres: ports.number('postgres') },
    durable: true,
  });
  // What was started first is needed by what came after it: it stops last.
  const stageOf = (index: number): number => engineStage + services.length - 1 - index;
  return {
    title,
    address: uri,
    services: services.map((service, index) => ({ service, policy: enginePolicy, stopStage: stageOf(index) })),
  };
}
