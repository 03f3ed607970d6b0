import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type BackfillStep,
  type CollectorReading,
  type CollectedDocument,
  type CollectionTarget,
  type CollectorContext,
  type EvidenceCollector,
  type EvidenceSource,
  heartbeatStatement,
  readCollected,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';

type Collect = (
  target: CollectionTarget,
  context: CollectorContext,
) => AsyncIterable<CollectorReading>;

type Backfill = (
  target: CollectionTarget,
  from: { since: Instant; cursor?: string },
  context: CollectorContext,
) => AsyncIterable<BackfillStep>;

/** A collector that does what a test says; by default all is well. */
export class ScriptedCollector implements EvidenceCollector {
  readonly sourceId: string;
  readonly parts = ['history', 'setting'];
  readonly history = ['history'];
  backfilled: readonly string[] = ['history'];
  onCollect: Collect = wholeRound;
  onBackfill: Backfill = async function* empty() {
    yield { documents: [], done: 0 };
  };

  constructor(sourceId = 'scripted') {
    this.sourceId = sourceId;
  }

  covers({ uri }: CollectionTarget): boolean {
    return uri.startsWith('https://github.com/');
  }

  collect(target: CollectionTarget, context: CollectorContext) {
    return this.onCollect(target, context);
  }

  backfill(
    target: CollectionTarget,
    from: { since: Instant; cursor?: string },
    context: CollectorContext,
  ) {
    return this.onBackfill(target, from, context);
  }
}

/** A document of a part of a target. */
export function buildDocument(
  target: CollectionTarget,
  { now }: Pick<CollectorContext, 'now'>,
  more: Partial<CollectedDocument> = {},
): CollectedDocument {
  return {
    part: 'history',
    target: target.uri,
    targetKind: target.kind,
    collectedAt: now(),
    complete: true,
    answers: [],
    ...more,
  };
}

/** The document a round ends with. */
export function buildHeartbeat(
  target: CollectionTarget,
  context: Pick<CollectorContext, 'now'>,
  more: Partial<CollectedDocument> = {},
): CollectedDocument {
  const complete = more.complete ?? true;
  const parts = [{ part: 'history', complete }];
  return buildDocument(target, context, { part: 'heartbeat', parts, ...more });
}

/** A round that reads everything. */
export async function* wholeRound(
  target: CollectionTarget,
  context: CollectorContext,
): AsyncIterable<CollectorReading> {
  yield { document: buildDocument(target, context) };
  yield { document: buildHeartbeat(target, context), clockSkew: 1500 };
}

/** Pushes in the name of the scripted collector and reads what it collects. */
export const scriptedSource: EvidenceSource = {
  id: 'scripted',
  keepHeaders: [],
  authenticate: () => ({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
  }),
  deliveryId: () => undefined,
  normalise: ({ headers, body }) => {
    if (headers['dora-collected'] !== '1') {
      const text = new TextDecoder().decode(body);
      return text.startsWith('{"statement":')
        ? { outcome: 'normalised', statements: [JSON.parse(text).statement] }
        : { outcome: 'rejected', reason: 'Not a statement' };
    }
    const document = readCollected(body);
    const statements =
      document.part === 'heartbeat'
        ? [heartbeatStatement(document, 'scripted')]
        : [];
    return { outcome: 'normalised', statements };
  },
};
