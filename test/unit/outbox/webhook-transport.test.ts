import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../worker/public-address.ts';
import { webhookTransport } from '../../../worker/webhook-transport.ts';

const inside = ['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255'];
const more = ['192.168.1.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '255.255.255.255'];
const six = [
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
];
const carriers = ['64:ff9b::a00:1', '2002:a00:1::', '2001:0:1::', '2001:db8::1', '3fff::1', 'fec0::1'];

describe('addresses', () => {
  it.each([...inside, ...more, ...six, ...carriers, 'localhost', ''])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '103.10.1.1', '172.32.0.1', '2606:4700::1111', '2400:3200::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('a webhook', () => {
  let server: Server;
  let url: string;
  let seen: { headers: IncomingMessage['headers']; body: string; method?: string }[];
  let answer: (response: ServerResponse) => void;

  beforeEach(async () => {
    seen = [];
    answer = (response) => void response.writeHead(204).end();
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        seen.push({ headers: request.headers, body, method: request.method });
        answer(response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const post = (target: string, options: Partial<Parameters<typeof webhookTransport>[0]> = {}) =>
    webhookTransport({ allowLoopback: true, timeoutMs: 500, ...options }).post({
      url: target,
      headers: { 'Content-Type': 'application/json', 'Giliran-Event': 'assigned' },
      body: '{"id":"é"}',
    });

  it('is called with the body as it is', async () => {
    expect(await post(url)).toEqual({ status: 204 });
    expect(seen).toMatchObject([{ method: 'POST', body: '{"id":"é"}', headers: { 'giliran-event': 'assigned' } }]);
  });

  it('that leads elsewhere is not followed', async () => {
    answer = (response) => void response.writeHead(302, { Location: 'http://169.254.169.254/' }).end();
    expect(await post(url)).toEqual({ status: 302 });
    expect(seen).toHaveLength(1);
  });

  it('that never answers, or answers for ever, holds nobody up', async () => {
    answer = () => undefined;
    expect(await post(url)).toEqual({ error: 'no answer within 500 ms', forGood: false });
    answer = (response) => void response.writeHead(200).write('x'.repeat(1000));
    expect(await post(url)).toEqual({ status: 200 });
  });

  it('that is not there is tried again later', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await post(url)).toEqual({ error: 'ECONNREFUSED', forGood: false });
  });

  it('on this machine is called in development only', async () => {
    expect(await post(url, { allowLoopback: false })).toMatchObject({ forGood: true });
    expect(await post(url.replace('127.0.0.1', 'localhost'), { allowLoopback: false })).toMatchObject({
      forGood: true,
    });
    expect(seen).toEqual([]);
  });

  it.each(['http://10.0.0.1/', 'https://169.254.169.254/latest', 'https://[::ffff:10.0.0.1]/', 'https://2130706433/x'])(
    'inside the network is never called: %s',
    async (target) => {
      expect(await post(target, { allowLoopback: false })).toMatchObject({ forGood: true });
    },
  );

  it('whose name leads inside, or partly inside, is never called', async () => {
    const both = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    expect(await post('https://x.example/', { resolve: async () => both })).toMatchObject({ forGood: true });
    const mixed = [{ address: '127.0.0.1', family: 4 }, ...both.slice(1)];
    expect(await post('https://x.example/', { resolve: async () => mixed })).toMatchObject({ forGood: true });
    const odd = await post('https://user:pass@x.example/', { resolve: async () => both.slice(0, 1) });
    expect(odd).toMatchObject({ forGood: true });
    const plain = await post('http://x.example/', { resolve: async () => both.slice(0, 1) });
    expect(plain).toMatchObject({ forGood: true });
  });

  it('is called at the address that was looked at, whatever the name says later', async () => {
    let lookups = 0;
    const resolve = async () => {
      lookups += 1;
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const named = url.replace('127.0.0.1', 'hook.example');
    expect(await post(named, { resolve })).toEqual({ status: 204 });
    expect(lookups).toBe(1);
    expect(seen[0]?.headers.host).toMatch(/^hook\.example:/);
  });

  it('whose name is not known, or is looked up for ever, is tried again later', async () => {
    const unknown = Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    const failing = { resolve: () => Promise.reject(unknown) };
    expect(await post('https://x.example/', failing)).toEqual({ error: 'ENOTFOUND', forGood: false });
    const hanging = { resolve: () => new Promise<never>(() => undefined) };
    expect(await post('https://x.example/', hanging)).toMatchObject({ forGood: false });
  });
});
