import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../dev/engines/engine-folders.ts';
import { stackSettingsSchema } from '../../../dev/stack/stack-settings.ts';
import { apiSettingsSchema } from '../../../settings/api-settings.ts';
import { workerSettingsSchema } from '../../../settings/worker-settings.ts';

const listed = readFileSync(join(projectRoot, '.env.example'), 'utf8');

describe('.env.example', () => {
  it.each([
    ['npm start', stackSettingsSchema],
    ['the API', apiSettingsSchema],
    ['the worker', workerSettingsSchema],
  ])('lists every setting of %s', (_of, schema) => {
    for (const name of Object.keys(schema.shape)) expect(listed).toMatch(new RegExp(`^#${name}=`, 'm'));
  });
});
