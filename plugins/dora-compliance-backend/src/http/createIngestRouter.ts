import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ErrorCode,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  EvidenceSource,
  SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type express from 'express';
import Router from 'express-promise-router';
import type { DocumentStore } from '../ledger/DocumentStore';
import { MAX_BODY_SIZE } from '../ledger/receive/deliveryFault';
import {
  parseMediaType,
  type Receipt,
  receiveDelivery,
} from '../ledger/receive/receiveDelivery';
import type { RedactionScope } from '../ledger/redact/redact';
import type { DeliveryThrottle } from '../kernel/worker/DeliveryThrottle';
import { Fault } from './Fault';
import { readBody } from './readBody';
import { recordArrival, delayRefusals } from './delayRefusals';

/**
 * The most bytes of all deliveries that are being received at the same time.
 */
const MAX_AT_HAND = 64 * 1024 * 1024;

/** A body must arrive within half a minute. */
const MAX_BODY_TIME = 30_000;

/** The response to a delivery that was stored. */
const KEPT = JSON.stringify({ status: 'kept' });

/**
 * With its length, as otherwise the compression of Backstage would process it.
 */
const KEPT_HEADERS = {
  'content-type': 'application/json',
  'content-length': KEPT.length,
};

/** What the router reports about each delivery. */
export type IngestObserver = {
  received(sourceId: string): void;
  refused(sourceId: string, code: ErrorCode): void;
};

/** What the router needs. */
export type IngestOptions = {
  sources: ReadonlyMap<string, EvidenceSource>;
  /** The configuration of the sources, including those that are off. */
  setups?: ReadonlyMap<string, SourceSetup>;
  documents: DocumentStore;
  redaction: RedactionScope;
  logger: LoggerService;
  now: () => Instant;
  /** The throttle that decides which delivery is next. */
  throttle: DeliveryThrottle;
  onReceived: () => void;
  observer: IngestObserver;
};

/**
 * The endpoint for CI systems. The source authenticates the sender over the raw
 * bytes, so these are read before anything else.
 */
export function createIngestRouter(options: IngestOptions): express.Router {
  const { observer } = options;
  const router = Router();
  router.post(
    '/ingest/:sourceId',
    recordArrival(),
    requireSource(options),
    readBody({
      each: MAX_BODY_SIZE,
      together: MAX_AT_HAND,
      within: MAX_BODY_TIME,
    }),
    receive(options),
  );
  const recordRefusal: express.ErrorRequestHandler = (
    error,
    _req,
    res,
    next,
  ) => {
    const { sourceId } = res.locals;
    if (error instanceof Fault && sourceId) {
      observer.refused(sourceId, error.code);
    }
    next(error);
  };
  router.use(recordRefusal, delayRefusals());
  return router;
}

function receive(options: IngestOptions): express.RequestHandler {
  const { documents, redaction, logger, now, throttle } = options;
  return async (req, res) => {
    const { source, mediaType } = res.locals as Addressed;
    const delivery = {
      headers: textHeaders(req.headers),
      body: req.body as Buffer,
    };
    let receipt: Receipt;
    try {
      receipt = await throttle.through(() =>
        receiveDelivery(source, delivery, {
          store: documents,
          redaction,
          mediaType,
          now: now(),
        }),
      );
    } catch (error) {
      logger.error('A delivery could not be kept', {
        source: source.id,
        error: String(error),
      });
      throw new Fault('store-unavailable');
    }
    if (receipt.outcome === 'refused') {
      throw new Fault(receipt.code);
    }
    // Without the ETag and the freshness check of cached responses.
    res.writeHead(202, KEPT_HEADERS).end(KEPT);
    options.observer.received(source.id);
    options.onReceived();
  };
}

/** The source and the content type of a delivery. */
type Addressed = { source: EvidenceSource; mediaType: string };

/**
 * Checks that the source receives and takes the content type, before any byte
 * of the body is read.
 */
function requireSource({
  sources,
  setups,
}: IngestOptions): express.RequestHandler {
  return (req, res, next) => {
    const id = req.params.sourceId ?? '';
    const source = sources.get(id);
    if (!source && !setups?.has(id)) {
      next(new Fault('source-unknown'));
      return;
    }
    res.locals.sourceId = id;
    if (!source || source.receives === false) {
      const isOff = setups?.has(id);
      next(new Fault(isOff ? 'source-off' : 'source-receives-nothing'));
      return;
    }
    const mediaType = parseMediaType(req.headers['content-type'] ?? 'none');
    const takes = source.mediaTypes ?? ['application/json'];
    if (!takes.includes(mediaType)) {
      next(new Fault('media-type-unsupported'));
      return;
    }
    const addressed: Addressed = { source, mediaType };
    Object.assign(res.locals, addressed);
    next();
  };
}

function textHeaders(headers: express.Request['headers']) {
  const texts: Record<string, string | undefined> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    texts[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return texts;
}
