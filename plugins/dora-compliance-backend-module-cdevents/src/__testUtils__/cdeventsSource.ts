import type {
  Delivery,
  EvidenceSource,
  Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { evidenceSourceContract } from '@ict-assurance/backstage-plugin-dora-compliance-node-test-utils';
import { createCdeventsEvidenceSource } from '../CdeventsEvidenceSource';
import {
  inBatch,
  inBinaryMode,
  inStructuredMode,
  message,
  wrapped,
} from './messages';
import { gives } from '../gives';

type AnyEvent = Parameters<typeof wrapped>[0];

const create = (): EvidenceSource =>
  createCdeventsEvidenceSource({
    webhookTokens: ['old', 'new'],
    productionEnvironments: ['live'],
    events: true,
  });

/** A source with two tokens that also listens to the events service. */
export const source = create();

/** A delivery with the value of an authorization header. */
export const carrying =
  (authorization: string) =>
  (delivery: Delivery): Delivery => ({
    ...delivery,
    headers: { ...delivery.headers, authorization },
  });

/** An event without an envelope. */
export const bare = (event: AnyEvent): Delivery =>
  message('application/json', event);

/** An event in every form that has an envelope. */
export const enveloped = (event: AnyEvent): Delivery[] => [
  inStructuredMode(wrapped(event)),
  inBinaryMode(wrapped(event)),
  inBatch([wrapped(event)]),
];

/** A delivery as it is kept. */
export const kept = (delivery: Delivery): Delivery =>
  source.prepare?.(delivery) ?? delivery;

/** What is read of a delivery once it is kept. */
export const receive = (delivery: Delivery): Normalised =>
  source.normalise(kept(delivery));

/** The statements of an answer that is no rejection. */
export function expectStatements(answer: Normalised) {
  expect(answer).toMatchObject({ outcome: 'normalised' });
  return answer.outcome === 'normalised' ? answer.statements : [];
}

/** Events with their names, as `name: type` of each statement they give. */
export function readEvidence(
  events: readonly (readonly [name: string, event: AnyEvent])[],
): string[] {
  return events.flatMap(([name, event]) =>
    expectStatements(receive(inStructuredMode(wrapped(event)))).map(
      ({ type }) => `${name}: ${type}`,
    ),
  );
}

/** The contract of evidence sources, with these events in several forms. */
export function cdeventsSourceContract(
  name: string,
  events: readonly AnyEvent[],
  { areWhole = true }: { areWhole?: boolean } = {},
): void {
  evidenceSourceContract(name, {
    create,
    gives,
    ...(!areWhole && { examples: [] }),
    deliveries: events.flatMap(event => [
      inStructuredMode(wrapped(event)),
      inBinaryMode(wrapped(event)),
      bare(event),
    ]),
    signs: [carrying('Bearer old'), carrying('bearer new')],
    forge: carrying('Bearer guessed'),
    proves: 'sender',
  });
}
