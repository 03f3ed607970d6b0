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

/** Node refuses requests whose headers are larger: 16 KiB. */
const MAX_HEADERS_SIZE = 16 * 1024;

/** What feeding sources from the events service takes. */
export type EventsOptions = {
  sources: Iterable<EvidenceSource>;
  events: EventsService;
  store: DocumentStore;
  redaction: RedactionScope;
  logger: LoggerService;
  now: () => Instant;
  /** Told the id of the source. */
  onReceived: (sourceId: string) => void;
  /**
   * Told what was not kept. It is lost where the sender was proven, or the
   * fault is ours: nobody sends it again.
   */
  onRefused: (sourceId: string, code: ErrorCode, isLost: boolean) => void;
};

/**
 * Feeds sources from Backstage's events service, for installations that
 * already receive their webhooks there. Events have the limits of deliveries.
 * Nothing is thrown: the events service would only log it.
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

/** What is proven of an event: who received it may have judged its sender. */
function toProven({ events }: EvidenceSource): Proven {
  return { verification: events?.verification ?? 'unverified', proof: 'none' };
}

/** The delivery an event stands for, or why it can't be kept. */
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
    // What JSON can't say: a loop, a BigInt, metadata of another form.
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
