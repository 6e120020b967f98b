import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { payloadCipher, type CipherKey } from './payload-cipher.ts';

/** Of the workflow bundle and of clients and workers: the same file. */
export const sealedFailureConverterPath = fileURLToPath(
  new URL(`./sealed-failure-converter.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
);

/** How clients and workers write what Temporal keeps: with keys encrypted, without any as Temporal does by itself. */
export function dataConverter(keys: readonly CipherKey[]): DataConverter {
  const [current, ...others] = keys;
  if (current === undefined) return {};
  return { payloadCodecs: [payloadCipher([current, ...others])], failureConverterPath: sealedFailureConverterPath };
}
