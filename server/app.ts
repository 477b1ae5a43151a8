import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '#contract/openapi.ts';
import { accessRoutes } from './access/access-routes.ts';
import { openAuthentication } from './access/authenticate.ts';
import { notedRoutes } from './access/note-routes.ts';
import { caseworkRoutes } from './casework/casework-routes.ts';
import { catalogRoutes } from './catalog/catalog-routes.ts';
import type { IdentityPort } from './gateways/identity/identity-port.ts';
import { intakeRoutes } from './intake/intake-routes.ts';
import { noticeRoutes } from './notice/notice-routes.ts';
import type { Services } from './platform/app-context.ts';
import { addHealth } from './platform/health.ts';
import { buildHttp } from './platform/http.ts';
import { openMetrics } from './platform/metrics.ts';
import { addPages } from './platform/pages.ts';
import type { Route } from './platform/route.ts';
import { publicationRoutes } from './publication/publication-routes.ts';
import { recordRoutes } from './record/record-routes.ts';
import { supervisionRoutes } from './supervision/supervision-routes.ts';

const root = join(import.meta.dirname, '..');

/** Everything a request can start: the routes of each module, in travel order. */
export function allRoutes(
  services: Services,
  identity: IdentityPort,
  authentication = openAuthentication(services),
): Route[] {
  return notedRoutes(services, [
    ...accessRoutes(services, authentication, identity),
    ...catalogRoutes(services),
    ...recordRoutes(services),
    ...intakeRoutes(services),
    ...caseworkRoutes(services),
    ...publicationRoutes(services),
    ...noticeRoutes(services),
    ...supervisionRoutes(services),
  ]);
}

/** The web server: API, health, metrics, OpenAPI document and the built web. */
export async function openApp(services: Services, identity: IdentityPort): Promise<FastifyInstance> {
  const authentication = openAuthentication(services);
  const metrics = openMetrics('server');
  const app = await buildHttp({
    services,
    metrics,
    routes: allRoutes(services, identity, authentication),
    authenticate: authentication.authenticate,
  });
  const document = JSON.stringify(openApiDocument(services.config.publicUrl));
  app.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  addHealth(
    app,
    services.db,
    metrics,
    readdirSync(join(root, 'db/migrations')).filter((name) => name.endsWith('.sql')).length,
  );
  await addPages(app, join(root, 'dist/web'));
  return app;
}
