import type { LoggerService } from '@backstage/backend-plugin-api';
import { operations } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type express from 'express';
import Router from 'express-promise-router';
import { answerFaults } from './answerFaults';
import { expressPath } from './bindOperation';
import { createIngestRouter, type IngestOptions } from './createIngestRouter';
import { createRouter, type RouterOptions } from './createRouter';
import { trackPages } from './trackPages';
import { refuseUnknown } from './refuseUnknown';

/** All routes, and one error shape for all of them. */
export function createApiRouter(options: {
  ingest: IngestOptions;
  operations: RouterOptions;
  /**
   * Called for each requested page; the returned function is called when it was
   * sent.
   */
  onPage: () => () => void;
  logger: LoggerService;
}): express.Router {
  const router = Router();
  router.use(createIngestRouter(options.ingest));
  router.use(trackPages(options.onPage));
  router.use(createRouter(options.operations));
  router.use(
    refuseUnknown([
      { path: '/ingest/:sourceId', method: 'POST' },
      ...Object.values(operations).map(({ path, method }) => ({
        path: expressPath(path),
        method,
      })),
    ]),
  );
  router.use(answerFaults(options.logger));
  return router;
}
