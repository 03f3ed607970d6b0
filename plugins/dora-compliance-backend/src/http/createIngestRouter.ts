import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import express from 'express';
import Router from 'express-promise-router';
import type { DocumentStore } from '../ingest/DocumentStore';
import { type Receipt, receiveDelivery } from '../ingest/receiveDelivery';
import { Fault } from './Fault';

/** Deliveries may be this large, in bytes. */
export const MAX_BODY_SIZE = 5 * 1024 * 1024;

const requireJson: express.RequestHandler = (req, _res, next) => {
  const isJson = /^application\/json\s*(;|$)/i.test(
    req.headers['content-type'] ?? '',
  );
  next(isJson ? undefined : new Fault('media-type-unsupported'));
};

/** Gives the faults of the body parser their codes. */
const nameBodyFaults: express.ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  if (error?.type === 'entity.too.large') {
    next(new Fault('body-too-large'));
  } else if (error?.type === 'encoding.unsupported') {
    next(new Fault('media-type-unsupported'));
  } else {
    next(error);
  }
};

/**
 * Where CI systems deliver. The sender is proven by the source itself, over
 * the raw bytes, so these are read before anything else touches them.
 */
export function createIngestRouter(options: {
  sources: ReadonlyMap<string, EvidenceSource>;
  documents: DocumentStore;
  logger: LoggerService;
  now: () => Instant;
  onReceived: () => void;
}): express.Router {
  const { sources, documents, logger, now, onReceived } = options;
  const router = Router();
  router.post(
    '/ingest/:sourceId',
    requireSource(sources),
    requireJson,
    express.raw({ type: () => true, limit: MAX_BODY_SIZE, inflate: false }),
    nameBodyFaults,
    async (req: express.Request, res: express.Response) => {
      const source = sources.get(req.params.sourceId ?? '');
      if (!source) {
        throw new Fault('source-unknown');
      }
      const delivery = {
        headers: textHeaders(req.headers),
        body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
      };
      let receipt: Receipt;
      try {
        const store = documents;
        receipt = await receiveDelivery({
          source,
          delivery,
          store,
          now: now(),
        });
      } catch (error) {
        logger.error(`A delivery to ${source.id} could not be kept: ${error}`);
        throw new Fault('store-unavailable');
      }
      if (receipt.outcome === 'refused') {
        throw new Fault(receipt.code);
      }
      onReceived();
      res.status(202).json({ status: 'kept' });
    },
  );
  return router;
}

function requireSource(
  sources: ReadonlyMap<string, EvidenceSource>,
): express.RequestHandler {
  return (req, _res, next) => {
    const known = sources.has(req.params.sourceId ?? '');
    next(known ? undefined : new Fault('source-unknown'));
  };
}

function textHeaders(headers: express.Request['headers']) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}
