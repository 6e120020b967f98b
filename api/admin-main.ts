import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { z } from 'zod';
import { readSettings, serviceSettingsSchema } from '../settings/service-settings.ts';
import { connectStore } from '../store/connect-store.ts';
import { createAdmin } from './admin/first-admin.ts';

interface Options {
  username: string;
  name?: string;
  passwordStdin: boolean;
}

const settingsSchema = z.object(serviceSettingsSchema.pick({ NODE_ENV: true, MONGODB_URI: true }).shape);

async function run({ username, name = username, passwordStdin }: Options): Promise<void> {
  const settings = readSettings(settingsSchema, process.env);
  const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null;
  const store = await connectStore({ uri: settings.MONGODB_URI });
  try {
    const { oneTimePassword } = await createAdmin(store, settings, { username, name, password });
    const shown = oneTimePassword === null ? '' : `\nOne-time password, shown this once: ${oneTimePassword}`;
    console.log(`Admin ${username} can sign in now.${shown}`);
  } finally {
    await store.close();
  }
}

const program = new Command('admin');
program
  .command('create-admin')
  .description('Make an account that can set everything up')
  .requiredOption('--username <name>', 'what the admin signs in with; also the id')
  .option('--name <name>', 'as people see it')
  .option('--password-stdin', 'read the password from standard input instead of making one', false)
  .action(run);

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
