import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantinePreset from 'postcss-preset-mantine';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('web', import.meta.url));
const outDir = fileURLToPath(new URL('dist/web', import.meta.url));
// The API must see the page's own host, or else it takes every change for one from another site.
const api = { target: process.env['GILIRAN_API'] ?? 'http://127.0.0.1:8080', changeOrigin: false };

/** Compressed once here instead of with every answer; the API sends what the browser understands. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|json|webmanifest)$/.test(entry)) continue;
        const file = join(outDir, entry);
        const content = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
        writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

export default defineConfig({
  root,
  plugins: [react(), precompress()],
  css: { postcss: { plugins: [mantinePreset()] } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: neither the polyfill's script nor data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
  },
  server: { proxy: { '/v1': api, '/docs': api, '/openapi.json': api, '/ready': api } },
});
