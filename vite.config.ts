import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantinePreset from 'postcss-preset-mantine';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { staffAreas } from './web/text/staff-areas.ts';

const root = fileURLToPath(new URL('web', import.meta.url));
const outDir = fileURLToPath(new URL('dist/web', import.meta.url));
// The API must see the page's own host, or else it takes every change for one from another site.
const api = { target: process.env['GILIRAN_API'] ?? 'http://127.0.0.1:8080', changeOrigin: false };

/** Texts stay in one file for each language; the page loads them by halves: what everybody reads, what only staff do. */
function textParts(): Plugin {
  return {
    name: 'text-parts',
    load(id) {
      const [, file, part] = /^(.+\.json)\?part=(everybody|staff)$/.exec(id) ?? [];
      if (!file) return null;
      const texts = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as object);
      const wanted = texts.filter(([area]) => staffAreas.includes(area) === (part === 'staff'));
      return { code: `export default ${JSON.stringify(Object.fromEntries(wanted))}`, moduleType: 'js' };
    },
  };
}

/** In the page, for what is surely needed next: the form of a complaint, and, by the language, the texts. */
function earlyFiles(): Plugin {
  return {
    name: 'early-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const tags: HtmlTagDescriptor[] = [];
        for (const { facadeModuleId, fileName, name } of chunks) {
          const href = `/${fileName}`;
          const [, language] = /\/(\w+)\.json\?part=everybody$/.exec(facadeModuleId ?? '') ?? [];
          if (language) tags.push({ tag: 'meta', attrs: { name: `giliran-text-${language}`, content: href } });
          if (name === 'send' || name === 'send-page')
            tags.push({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href } });
        }
        return tags;
      },
    },
  };
}

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
  plugins: [react(), textParts(), earlyFiles(), precompress()],
  css: { postcss: { plugins: [mantinePreset()] } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: neither the polyfill's script nor data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        codeSplitting: {
          // On a slow line each file costs a round trip: what every page needs is one, what the form needs another.
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'send', test: /complaints[\\/]send-page/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': api, '/docs': api, '/openapi.json': api, '/ready': api } },
});
