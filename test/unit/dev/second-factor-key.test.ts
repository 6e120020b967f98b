import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { secondFactorKeyIn } from '../../../dev/stack/second-factor-key.ts';
import { apiSettingsSchema } from '../../../settings/api-settings.ts';
import { readSettings } from '../../../settings/service-settings.ts';

const dir = mkdtempSync(join(tmpdir(), 'giliran-key-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('the key of second factors is made once for each data folder, and is a good one', () => {
  const made = secondFactorKeyIn(dir, {});
  const path = made.SECOND_FACTOR_KEY_FILE ?? '';
  const first = readFileSync(path, 'utf8');
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(secondFactorKeyIn(dir, {})).toEqual(made);
  expect(readFileSync(path, 'utf8')).toBe(first);
  const settings = readSettings(apiSettingsSchema, { MONGODB_URI: 'mongodb://127.0.0.1', ...made });
  expect(settings.SECOND_FACTOR_KEY).toHaveLength(1);
});

it('a key of one’s own counts instead', () => {
  expect(secondFactorKeyIn(dir, { SECOND_FACTOR_KEY: 'x' })).toEqual({});
  expect(secondFactorKeyIn(dir, { SECOND_FACTOR_KEY_FILE: '/run/key' })).toEqual({});
});
