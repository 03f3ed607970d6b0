import type { LoggerService } from '@backstage/backend-plugin-api';
import { operations } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type express from 'express';
import Router from 'express-promise-router';
import { answerFaults } from './answerFaults';
import { expressPath } from './bindOperation';
import { createIngestRouter, type IngestOptions } from './createIngestRouter';
import { chooseLanguage, readLanguage } from './chooseLanguage';
import {
  createRouter,
  type RouterOptions,
  type Translated,
} from './createRouter';
import { inEnglish } from '../read/inEnglish';
import { trackPages } from './trackPages';
import { refuseUnknown } from './refuseUnknown';

/** All routes, and one error shape for all of them. */
export function createApiRouter(options: {
  ingest: IngestOptions;
  operations: RouterOptions;
  /** What answers in other languages than English. */
  translated?: readonly Translated[];
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
  const { operations: inFirst, translated = [] } = options;
  const languages = [
    inEnglish,
    ...translated.map(({ sentences }) => sentences),
  ];
  router.use(chooseLanguage(languages.map(({ language }) => language)));
  const routers = new Map(
    translated.map(own => [
      own.sentences.language.tag,
      createRouter({ ...inFirst, ...own }),
    ]),
  );
  const inEnglishRouter = createRouter(inFirst);
  router.use((req, res, next) =>
    (routers.get(readLanguage(res).tag) ?? inEnglishRouter)(req, res, next),
  );
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
