import express, { type Express } from 'express';
import type { ApiDeps } from './api-deps.ts';
import { authenticate } from './auth/authenticate.ts';
import { admitTemporalUi } from './auth/temporal-ui-origin.ts';
import { refuseCrossSite } from './auth/same-origin.ts';
import { docsPage } from './docs/docs-page.ts';
import { publishBacklog } from './health/backlog-metrics.ts';
import { caseCounter } from './health/case-metrics.ts';
import { publishMails } from './health/mail-metrics.ts';
import { createMetrics } from './health/request-metrics.ts';
import { answerErrors } from './http/error-middleware.ts';
import { Problem } from './http/problem.ts';
import { limitRate } from './http/rate-limit.ts';
import { identifyRequest } from './http/request-identity.ts';
import { logRequests } from './http/request-log.ts';
import { buildRouter } from './http/router.ts';
import { secureHeaders } from './http/security-headers.ts';
import { apiOperations } from './operations.ts';
import { webPages } from './web/web-pages.ts';

/** The whole HTTP application, without listening. */
export function createApp(deps: ApiDeps): Express {
  const metrics = createMetrics();
  publishMails(metrics.registry, deps.store);
  publishBacklog(metrics.registry, deps.store);
  const operations = apiOperations({ ...deps, told: caseCounter(metrics.registry) }, metrics);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', deps.settings.TRUST_PROXY_HOPS);
  app.use(logRequests(deps.logger), identifyRequest(), secureHeaders());
  app.use(
    buildRouter(operations, {
      authenticate: authenticate(deps),
      refuseCrossSite: refuseCrossSite(),
      admitTemporalUi: admitTemporalUi(deps.settings.TEMPORAL_UI_URL),
      limitRate: limitRate(deps.settings.RATE_LIMIT_PER_MINUTE),
      observe: metrics.observe,
    }),
  );
  app.use(docsPage());
  app.use(
    webPages(deps.webDir, {
      demoLogins: deps.settings.DEMO_LOGINS === true,
      oidc: deps.settings.OIDC_ISSUER !== undefined,
    }),
  );
  app.use(() => {
    throw new Problem('route_not_found');
  });
  app.use(answerErrors());
  return app;
}
