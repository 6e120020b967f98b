import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { apiSettingsSchema } from '../../../settings/api-settings.ts';
import { readSettings } from '../../../settings/service-settings.ts';
import { workerSettingsSchema } from '../../../settings/worker-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'giliran-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64');
const good = {
  NODE_ENV: 'production',
  MONGODB_URI: 'mongodb://giliran:Zq8mWc2x@db/giliran',
  PUBLIC_URL: 'https://a.example',
};
const api = (environment: NodeJS.ProcessEnv) => readSettings(apiSettingsSchema, { ...good, ...environment });
const worker = (environment: NodeJS.ProcessEnv) => readSettings(workerSettingsSchema, { ...good, ...environment });

describe('in production', () => {
  it.each<[string, NodeJS.ProcessEnv, string]>([
    ['demo logins', { DEMO_LOGINS: 'true' }, 'DEMO_LOGINS'],
    ['cookies over http', { PUBLIC_URL: 'http://giliran.example' }, 'PUBLIC_URL'],
    ['a well-known password of the store', { MONGODB_URI: 'mongodb://giliran:changeme@a:1,b:2/g' }, 'MONGODB_URI'],
    ['a client secret from an example', { ...oidc(), OIDC_CLIENT_SECRET: 'secret' }, 'OIDC_CLIENT_SECRET'],
    ['a provider over http', { ...oidc(), OIDC_ISSUER: 'http://login.example' }, 'OIDC_ISSUER'],
  ])('the API refuses to start with %s, and repeats no secret', (_what, environment, name) => {
    expect(() => api(environment)).toThrow(new RegExp(`\\n  ${name}: .*NODE_ENV=production`));
    expect(() => api(environment)).not.toThrow(/changeme/);
    expect(() => api({ ...environment, NODE_ENV: 'development' })).not.toThrow();
  });

  it('the worker does too', () => {
    expect(() => worker({ SMTP_URL: 'smtp://mail:password@host:587' })).toThrow(/SMTP_URL/);
    expect(() => worker({ PUBLIC_URL: 'http://giliran.example' })).toThrow(/PUBLIC_URL/);
    expect(worker({ SMTP_URL: 'smtp://mail:Zq8mWc2x@host:587' }).SMTP_URL).toContain('Zq8mWc2x');
  });

  it('all is well with secrets of one’s own, and for a try on the machine itself', () => {
    expect(api({ SECOND_FACTOR_KEY: key, ...oidc() })).toMatchObject({ NODE_ENV: 'production' });
    expect(api({ PUBLIC_URL: 'http://127.0.0.1:8080' }).PUBLIC_URL).toBe('http://127.0.0.1:8080');
  });
});

describe('the key of second factors', () => {
  it('is 32 random bytes, or several of them', () => {
    expect(api({ SECOND_FACTOR_KEY: key }).SECOND_FACTOR_KEY?.map(({ length }) => length)).toEqual([32]);
    expect(api({ SECOND_FACTOR_KEY: `${key}, ${key}` }).SECOND_FACTOR_KEY).toHaveLength(2);
    expect(api({ SECOND_FACTOR_KEY: '' }).SECOND_FACTOR_KEY).toBeUndefined();
    for (const bad of ['kunci', key.slice(4), Buffer.alloc(32).toString('base64'), `${key},`]) {
      expect(() => api({ SECOND_FACTOR_KEY: bad })).toThrow(/SECOND_FACTOR_KEY: must be 32 random bytes/);
    }
  });

  it('must be there when roles must have one', () => {
    expect(() => api({ SECOND_FACTOR_ROLES: 'admin' })).toThrow(/SECOND_FACTOR_KEY/);
    expect(() => api({ SECOND_FACTOR_ROLES: 'boss', SECOND_FACTOR_KEY: key })).toThrow(/SECOND_FACTOR_ROLES/);
    const { SECOND_FACTOR_ROLES } = api({ SECOND_FACTOR_ROLES: 'supervisor, admin', SECOND_FACTOR_KEY: key });
    expect(SECOND_FACTOR_ROLES).toEqual(['supervisor', 'admin']);
  });
});

describe('a secret in a file', () => {
  const file = join(folder, 'uri');
  writeFileSync(file, 'mongodb://giliran:dari-berkas@db/giliran\n');

  it('is read without the end of its line', () => {
    const { MONGODB_URI } = readSettings(apiSettingsSchema, { MONGODB_URI_FILE: file });
    expect(MONGODB_URI).toBe('mongodb://giliran:dari-berkas@db/giliran');
    writeFileSync(join(folder, 'key'), key);
    expect(api({ SECOND_FACTOR_KEY_FILE: join(folder, 'key') }).SECOND_FACTOR_KEY).toHaveLength(1);
  });

  it('is refused when it cannot be read, or when the setting is there as well', () => {
    expect(() => readSettings(apiSettingsSchema, { MONGODB_URI_FILE: join(folder, 'none') })).toThrow(
      'The file that MONGODB_URI_FILE names cannot be read',
    );
    expect(() => api({ MONGODB_URI_FILE: file })).toThrow('MONGODB_URI and MONGODB_URI_FILE are both set');
  });
});

function oidc(): NodeJS.ProcessEnv {
  return { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'giliran', OIDC_CLIENT_SECRET: 'Zq8mWc2xTn' };
}

it('a provider needs a client', () => {
  expect(() => api({ ...oidc(), OIDC_CLIENT_ID: '' })).toThrow(/OIDC_CLIENT_ID: OIDC_ISSUER needs it/);
});
