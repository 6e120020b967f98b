import { startStack } from './stack/start-stack.ts';
import type { Stack } from './stack/start-stack.ts';
import { readStackSettings } from './stack/stack-settings.ts';
import { UserError } from './stack/user-error.ts';

/** One Ctrl-C may arrive twice: from the terminal and passed on by npm. */
const sameKeyMs = 1_000;
let stopping: Promise<void> | undefined;
let stoppingSince = 0;

function main(): void {
  const stack = startStack(readStackSettings(process.env), (reason) => void end(1, `${reason}: everything stops.`));
  const end = (code: number, why: string): Promise<void> => (stopping ??= stopAll(code, why));
  const stopAll = async (code: number, why: string): Promise<void> => {
    stoppingSince = Date.now();
    console.log(why);
    await stack.stop().catch((error: unknown) => console.error(error));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C does not wait for a clean end.
      if (stopping && Date.now() - stoppingSince > sameKeyMs) process.exit(1);
      void end(0, 'Stopping: API, worker, engines …');
    });
  }
  stack.ready.then(announce, (error: unknown) => {
    if (!stopping) void end(1, describe(error));
  });
}

function announce({ url, temporalUiUrl, dataDir, seeded }: Stack): void {
  console.log(`
  Web and API    ${url}   (API description: ${url}/docs)
  Temporal UI    ${temporalUiUrl ?? 'as your Temporal server has it (set TEMPORAL_UI_URL to have cases link to it)'}
  Data and logs  ${dataDir}${seeded ? '   (the demo desk has just been made)' : ''}

  Demo people, password giliran-demo for all:
    xyz, abc, def, ghi   submitters of offices 123, 123, 124, 125
    petugas-a … -p       agents of tier 1          petugas-q … -x   agents of tier 2
    pengawas             supervisor                admin            administrator

  Ctrl-C stops everything; the data stay.
`);
  console.log(`ready ${url}`);
}

function describe(error: unknown): string {
  if (error instanceof UserError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

try {
  main();
} catch (error) {
  console.error(describe(error));
  process.exit(1);
}
