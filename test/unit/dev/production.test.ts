import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { goForTemporalServer, temporalServerVersion } from '../../../dev/engines/engine-pins.ts';
import { startLoadBalancer } from '../../../dev/production/load-balancer.ts';
import {
  namespaceEnvironment,
  schemaEnvironment,
  serverEnvironment,
  serverPortNames,
  type ServerPorts,
} from '../../../dev/production/server-environment.ts';
import { takeServerPorts } from '../../../dev/production/server-ports.ts';

interface Compose {
  services: Record<string, { image: string; environment: Record<string, string> }>;
}

const root = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const { services } = parse(text('docker-compose.yml'), { merge: true }) as Compose;
const composed = (service: string): Record<string, string> => services[service]?.environment ?? {};

const ports = Object.fromEntries(serverPortNames.map((name, index) => [name, 20_000 + index])) as ServerPorts;
const sql = { port: ports.postgres, user: 'somebody', password: 'secret' };
const environment = serverEnvironment(ports, sql, '/x/dynamic-config.yaml');

/** The settings of both whose values differ. */
function differences(ours: Record<string, string>, theirs: Record<string, string>): string[] {
  return Object.keys(theirs)
    .filter((name) => ours[name] !== theirs[name])
    .toSorted();
}

describe('the production topology without containers', () => {
  it('builds the Temporal Server that docker-compose.yml runs', () => {
    expect(services['temporal']?.image).toBe(`temporalio/server:${temporalServerVersion}`);
    const module = text('dev/engines/temporal-server/go.mod');
    expect(/^\tgo\.temporal\.io\/server v(\S+)/m.exec(module)?.[1]).toBe(temporalServerVersion);
    expect(/^go (\d+\.\d+)/m.exec(module)?.[1]).toBe(goForTemporalServer.join('.'));
  });

  it('tells Temporal Server all that docker-compose.yml tells it; what differs are the places, and the shards', () => {
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(Object.keys(composed('temporal'))));
    expect(differences(environment, composed('temporal'))).toEqual([
      'BIND_ON_IP',
      'DB_PORT',
      'DYNAMIC_CONFIG_FILE_PATH',
      'NUM_HISTORY_SHARDS',
      'POSTGRES_PWD',
      'POSTGRES_SEEDS',
      'POSTGRES_USER',
    ]);
    expect(environment).toMatchObject({ BIND_ON_IP: '127.0.0.1', NUM_HISTORY_SHARDS: '8', DB: 'postgres12' });
  });

  it('gives each role a port of its own', () => {
    const told = Object.entries(environment).filter(([name]) => /_(GRPC|HTTP|MEMBERSHIP)_PORT$/.test(name));
    const numbers = new Set([...told.map(([, port]) => port), environment['DB_PORT']]);
    expect(numbers).toEqual(new Set(Object.values(ports).map(String)));
  });

  it('runs the scripts of deploy/temporal with the settings that docker-compose.yml gives them', () => {
    const schema = schemaEnvironment(sql);
    expect(Object.keys(schema).toSorted()).toEqual(Object.keys(composed('temporal-schema')).toSorted());
    expect(schema['SQL_PLUGIN']).toBe(composed('temporal-schema')['SQL_PLUGIN']);
    const namespace = namespaceEnvironment('127.0.0.1:1', 'giliran');
    expect(Object.keys(namespace).toSorted()).toEqual(Object.keys(composed('temporal-namespace')).toSorted());
    expect(composed('temporal-namespace')['RETENTION']).toContain(`:-${namespace['RETENTION']}}`);
    expect(composed('temporal-namespace')['TEMPORAL_NAMESPACE']).toContain(`:-${namespace['TEMPORAL_NAMESPACE']}}`);
  });
});

describe('ports of Temporal Server', () => {
  let dir: string;
  beforeEach(async () => void (dir = await mkdtemp(join(tmpdir(), 'giliran-unit-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('are those that were asked for, else free ones, the same the next time', async () => {
    const first = await takeServerPorts(dir, { frontend: 17_233 });
    expect(first.frontend).toBe(17_233);
    expect(new Set(Object.values(first)).size).toBe(serverPortNames.length);
    expect(await takeServerPorts(dir, { frontend: 17_234 })).toEqual({ ...first, frontend: 17_234 });
  });

  it("fit into Temporal's table, which keeps a smallint", async () => {
    const highest = Math.max(...Object.values(await takeServerPorts(dir)));
    expect(highest).toBeLessThanOrEqual(32_767);
    await expect(takeServerPorts(dir, { historyMembership: 32_768 })).rejects.toThrow('32768 is above 32767');
  });
});

describe('the load balancer', () => {
  it('gives each process that is ready every other request, and counts', async () => {
    const apis = await Promise.all(
      ['a', 'b'].map(async (name) => {
        const server = createServer((_request, response) => response.end(name));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
      }),
    );
    const balancer = await startLoadBalancer();
    try {
      for (const { url } of apis) await balancer.add(url);
      const answers: string[] = [];
      for (let n = 0; n < 4; n += 1) answers.push(await (await fetch(balancer.url)).text());
      expect(answers.slice(0, 2).toSorted()).toEqual(['a', 'b']);
      expect(answers.slice(2)).toEqual(answers.slice(0, 2));
      expect([...balancer.passedTo().values()]).toEqual([2, 2]);
    } finally {
      await balancer.close();
      for (const { server } of apis) server.close().closeAllConnections();
    }
  });
});
