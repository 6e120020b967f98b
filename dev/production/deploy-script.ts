import { delimiter, join } from 'node:path';
import { projectRoot } from '../engines/engine-folders.ts';
import { runProgram } from '../engines/run-program.ts';

/** Each step of theirs gives up by itself after a minute. */
const timeoutMs = 180_000;

export interface DeployScript {
  /** One of deploy/temporal. */
  script: 'setup-schema.sh' | 'create-namespace.sh';
  /** The folders of the programs that it calls: what an image of Temporal's has on its PATH. */
  programs: readonly string[];
  env: Record<string, string>;
  /** Stands in for a home, where the programs would look for settings of whoever starts us. */
  home: string;
}

/**
 * Runs one of the scripts that docker-compose.yml runs in a container. They may be run again at any time.
 *
 * @throws Error with the last lines that it printed
 */
export async function runDeployScript({ script, programs, env, home }: DeployScript): Promise<void> {
  const path = [...programs, process.env['PATH']].join(delimiter);
  await runProgram('sh', [join(projectRoot, 'deploy', 'temporal', script)], {
    cwd: home,
    env: { ...env, PATH: path, HOME: home },
    timeout: timeoutMs,
  });
}
