import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { z } from 'zod';
import { readSettings, serviceSettingsSchema } from '../settings/service-settings.ts';
import { connectStore } from '../store/connect-store.ts';
import type { Store } from '../store/store.ts';
import { chainReport } from './admin/chain-report.ts';
import { createAdmin } from './admin/first-admin.ts';

interface NewAdmin {
  username: string;
  name?: string;
  passwordStdin: boolean;
}

const settingsSchema = z.object(serviceSettingsSchema.pick({ NODE_ENV: true, MONGODB_URI: true }).shape);

type Settings = z.infer<typeof settingsSchema>;

async function withStore(use: (store: Store, settings: Settings) => Promise<void>): Promise<void> {
  const settings = readSettings(settingsSchema, process.env);
  const store = await connectStore({ uri: settings.MONGODB_URI });
  try {
    await use(store, settings);
  } finally {
    await store.close();
  }
}

async function makeAdmin({ username, name = username, passwordStdin }: NewAdmin): Promise<void> {
  const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  await withStore(async (store, settings) => {
    const { oneTimePassword } = await createAdmin(store, settings, { username, name, password });
    const shown = oneTimePassword === null ? '' : `\nOne-time password, shown this once: ${oneTimePassword}`;
    console.log(`Admin ${username} can sign in now.${shown}`);
  });
}

async function verifyChains({ known }: { known?: string }): Promise<void> {
  await withStore(async (store) => {
    const { lines, sound } = await chainReport(store, known);
    console.log(lines.join('\n'));
    if (!sound) process.exitCode = 1;
  });
}

const program = new Command('admin');
program
  .command('create-admin')
  .description('Make an account that can set everything up')
  .requiredOption('--username <name>', 'what the admin signs in with; also the id')
  .option('--name <name>', 'as people see it')
  .option('--password-stdin', 'read the password from standard input instead of making one', false)
  .action(makeAdmin);
program
  .command('verify-audit')
  .description(
    'Check that nothing was changed in the audit and in the histories of cases; ends with 1 when something was',
  )
  .option(
    '--known <number:hash>',
    'an entry of the audit as an earlier run said it: shows also whether the end was lost',
  )
  .action(verifyChains);

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
