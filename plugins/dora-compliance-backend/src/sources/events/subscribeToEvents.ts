import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type {
  ErrorCode,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  Delivery,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { deliveryFault } from '../../ledger/receive/deliveryFault';
import type { DocumentStore } from '../../ledger/DocumentStore';
import { payloadFault } from '../../ledger/receive/payloadFault';
import {
  keepDelivery,
  keptHeaders,
  type Proven,
  type Receipt,
} from '../../ledger/receive/receiveDelivery';
import type { RedactionScope } from '../../ledger/redact/redact';
import { RedactionTooCostly } from '../../ledger/redact/RedactionWork';

/** Node rejects requests with larger headers: 16 KiB. */
const MAX_HEADERS_SIZE = 16 * 1024;

/** What subscribing to the events service needs. */
type EventsOptions = {
  sources: Iterable<EvidenceSource>;
  events: EventsService;
  store: DocumentStore;
  redaction: RedactionScope;
  logger: LoggerService;
  now: () => Instant;
  /** Called with the id of the source. */
  onReceived: (sourceId: string) => void;
  /**
   * Called with each event that was not stored. It is lost if the sender was
   * authenticated, or if the error is the backend's: nobody sends it again.
   */
  onRefused: (sourceId: string, code: ErrorCode, isLost: boolean) => void;
};

/**
 * Receives deliveries from Backstage's events service, for installations that
 * already receive their webhooks there. Events have the limits of deliveries.
 * Errors are not thrown: the events service would only log them.
 */
export async function subscribeToEvents(options: EventsOptions): Promise<void> {
  for (const source of options.sources) {
    if (source.events) {
      await options.events.subscribe({
        id: `dora-compliance-${source.id}`,
        topics: [...source.events.topics],
        onEvent: event => receiveEvent(source, event, options),
      });
    }
  }
}

async function receiveEvent(
  source: EvidenceSource,
  event: EventParams,
  options: EventsOptions,
): Promise<void> {
  const receipt = await keepEvent(source, event, options);
  if (receipt.outcome === 'kept') {
    options.onReceived(source.id);
    return;
  }
  const { code } = receipt;
  const isProven = source.events?.verification !== 'unverified';
  options.logger.warn('An event was refused', { source: source.id, code });
  options.onRefused(source.id, code, isProven || code === 'store-unavailable');
}

async function keepEvent(
  source: EvidenceSource,
  event: EventParams,
  { store, redaction, logger, now }: EventsOptions,
): Promise<Receipt> {
  const read = readEvent(source, event);
  if (typeof read === 'string') {
    return { outcome: 'refused', code: read };
  }
  const reception = { store, redaction, now: now() };
  try {
    await keepDelivery(source, read, toProven(source), reception);
    return { outcome: 'kept' };
  } catch (error) {
    if (error instanceof RedactionTooCostly) {
      return { outcome: 'refused', code: 'body-too-costly' };
    }
    logger.error('An event could not be kept', {
      source: source.id,
      error: String(error),
    });
    return { outcome: 'refused', code: 'store-unavailable' };
  }
}

/**
 * The verification level of an event: its receiver may have authenticated the
 * sender.
 */
function toProven({ events }: EvidenceSource): Proven {
  return { verification: events?.verification ?? 'unverified', proof: 'none' };
}

/** The delivery of an event, or why it can't be stored. */
function readEvent(
  source: EvidenceSource,
  event: EventParams,
): Delivery | ErrorCode {
  try {
    const fault = payloadFault(event.eventPayload);
    const delivery = fault ? undefined : source.events?.toDelivery(event);
    if (!delivery) {
      return fault ?? 'body-not-json';
    }
    return (
      deliveryFault(delivery.body) ?? headersFault(source, delivery) ?? delivery
    );
  } catch {
    // What JSON can't represent: a cycle, a BigInt, metadata of another shape.
    return 'body-not-json';
  }
}

function headersFault(
  source: EvidenceSource,
  delivery: Delivery,
): ErrorCode | undefined {
  const size = Buffer.byteLength(
    JSON.stringify(keptHeaders(source, delivery, toProven(source))),
  );
  return size > MAX_HEADERS_SIZE ? 'headers-too-large' : undefined;
}
