import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Router, static as serveFiles } from 'express';

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Giliran API</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** A file of its own, because the content security policy allows nothing inline. */
const startScript = `window.addEventListener('load', () => {
  window.SwaggerUIBundle({ url: '/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null });
});
`;

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const served = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js']);

/** The API for people to read, everything from this server. */
export function docsPage(): Router {
  const router = Router();
  router.get('/docs', (_request, response) => void response.type('html').send(page));
  router.get('/docs/start.js', (_request, response) => void response.type('text/javascript').send(startScript));
  router.use('/docs/assets', (request, _response, next) => next(served.has(request.path) ? undefined : 'router'));
  router.use('/docs/assets', serveFiles(assets, { index: false, redirect: false, maxAge: '1h' }));
  return router;
}
