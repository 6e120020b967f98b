import { enginesDir } from '../../../../dev/engines/engine-folders.ts';
import { exists, installFolder } from '../../../../dev/engines/install-folder.ts';
import { runProgram } from '../../../../dev/engines/run-program.ts';
import { join } from 'node:path';
import { mayInstall } from '../peer-options.ts';

export const helpdeskVersion = '2.6.1';

const requirements = [`django-helpdesk==${helpdeskVersion}`, 'gunicorn==27.0.1', 'psycopg[binary]==3.3.9'];

/**
 * A folder for PYTHONPATH with django-helpdesk and all that it needs, or why there is none. It is in the engines' folder,
 * so that Python itself stays as it is.
 */
export async function obtainHelpdesk(say: (line: string) => void): Promise<{ path: string } | { missing: string }> {
  const name = `django-helpdesk-${helpdeskVersion}`;
  const path = join(enginesDir, name);
  if (await exists(path)) return { path };
  if (!mayInstall()) {
    return { missing: 'django-helpdesk is not installed; BENCH_INSTALL_PEERS=yes fetches it with pip' };
  }
  const fill = async (dir: string): Promise<void> => {
    say(`pip install ${requirements.join(' ')} …`);
    await runProgram('python3', ['-m', 'pip', 'install', '--quiet', '--target', dir, ...requirements]);
  };
  return { path: await installFolder({ name, fill, say }) };
}
