import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  DeliveryLogStep,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { MAX_BODY_SIZE } from '../../ledger/receive/deliveryFault';
import type { ReceivedDocument } from '../../ledger/ReceivedDocument';
import { inEnglish } from '../../read/inEnglish';
import { at } from '../../testing/samples';
import type { LogReadOutcome } from './LogReadStore';
import { readDeliveryLog } from './readDeliveryLog';

const HOUR = 60;
const target = { kind: 'repository' as const, uri: 'https://x/bank/a' };
const body = (text: string) => new TextEncoder().encode(text);
const sent = (id: string, text = '{}') => ({
  headers: { 'x-id': id, 'x-event': 'push', other: 'y' },
  body: body(text),
});

const source: EvidenceSource = {
  id: 'test',
  keepHeaders: ['x-event'],
  authenticate: () => ({ outcome: 'refused', code: 'signature-missing' }),
  deliveryId: ({ headers }) => headers['x-id'],
  normalise: () => ({ outcome: 'normalised', statements: [] }),
};

describe('reading a delivery log', () => {
  let kept: ReceivedDocument[];
  let covered: { from: Instant; to: Instant }[];
  let order: string[];
  let outcome: LogReadOutcome | undefined;
  let waits: number[];

  beforeEach(() => {
    kept = [];
    covered = [];
    order = [];
    outcome = undefined;
    waits = [];
  });

  const read = (
    steps: readonly DeliveryLogStep[],
    options: { since?: Instant; attempts?: number; failsWith?: Error } = {},
  ) => {
    const { since = at(0), attempts = 0, failsWith } = options;
    return readDeliveryLog(
      { id: '1', sourceId: 'test', since, attempts },
      {
        source,
        log: {
          keptFor: 72 * HOUR * 60_000,
          async *read() {
            yield* steps;
            if (failsWith) {
              throw failsWith;
            }
          },
        },
        address: 'https://backstage.example/ingest/test',
        store: {
          queue: async () => 0,
          take: async () => undefined,
          listTargets: async () => [target],
          kept: async () => new Set(),
          cover: async (_, time) => {
            order.push('covered');
            covered.push(time);
          },
          end: async (_, how) => {
            outcome = how;
          },
        },
        documents: {
          receive: async (documents: readonly ReceivedDocument[]) => {
            order.push('kept');
            kept.push(...documents);
          },
        } as never,
        redaction: { personalData: [] },
        now: () => at(HOUR),
        signal: new AbortController().signal,
        onLimit: wait => waits.push(wait),
      },
    );
  };

  const answered = (
    more: Partial<DeliveryLogStep['answers'][number]> = {},
  ) => ({
    deliveries: [],
    answers: [{ target, complete: true, ...more }],
  });
  const problem = 'It answered 403';
  const refused = answered({ complete: false, problem });

  it('keeps what was sent as if it had arrived, and then covers', async () => {
    await read([{ ...answered(), deliveries: [sent('d1')] }]);
    expect(kept).toMatchObject([
      {
        deliveryId: 'd1',
        headers: { 'x-event': 'push' },
        document: {
          origin: 'fetched',
          verification: 'authenticated',
          receivedAt: at(HOUR),
        },
      },
    ]);
    expect(kept[0]?.headers).toEqual({ 'x-event': 'push' });
    expect(order).toEqual(['kept', 'covered']);
    expect(covered).toEqual([{ from: at(0), to: at(HOUR) }]);
    expect(outcome).toMatchObject({ fetched: 1 });
    expect(outcome).not.toHaveProperty('problem');
    expect(outcome).not.toHaveProperty('nextAt');
  });

  it('covers no more than the log keeps', async () => {
    await read([answered()], { since: at(-100 * HOUR) });
    expect(covered).toEqual([{ from: at(-71 * HOUR), to: at(HOUR) }]);
  });

  const deep = `${'['.repeat(101)}${']'.repeat(101)}`;

  it.each([
    ['is no JSON', 'no JSON', 'The body is not JSON in UTF-8'],
    ['is too deep', deep, 'The body has more than 100 nested levels'],
    [
      'is too large',
      `"${'x'.repeat(MAX_BODY_SIZE)}"`,
      'The body is larger than 5 MiB',
    ],
  ])('covers nothing when a delivery %s', async (_, text, why) => {
    await read([
      answered(),
      { ...answered(), deliveries: [sent('d1', text), sent('d2')] },
      answered(),
    ]);
    expect(kept.map(({ deliveryId }) => deliveryId)).toEqual(['d2']);
    expect(covered).toEqual([]);
    expect(outcome).toMatchObject({
      fetched: 1,
    });
    expect(inEnglish.text(outcome!.problem!)).toBe(
      `The delivery d1 could not be stored: ${why}.`,
    );
    // The log will report the same the next time.
    expect(outcome).not.toHaveProperty('nextAt');
  });

  it('says so of a delivery without an id, too', async () => {
    const nameless = { ...sent('d1', 'no JSON'), headers: {} };
    await read([{ ...answered(), deliveries: [nameless] }]);
    expect(covered).toEqual([]);
    expect(inEnglish.text(outcome!.problem!)).toBe(
      'A delivery without an id could not be stored: The body is not JSON in UTF-8.',
    );
  });

  it('tries again when more than such a delivery was wrong', async () => {
    await read([
      { ...answered(), deliveries: [sent('d1', 'no JSON')] },
      refused,
    ]);
    expect(outcome).toMatchObject({ nextAt: at(HOUR + 1) });
    expect(inEnglish.text(outcome!.problem!)).toBe(
      'The delivery d1 could not be stored: The body is not JSON in UTF-8. There is 1 more problem of this kind.',
    );
  });

  it('covers what was answered before the log failed', async () => {
    await read([answered()], { failsWith: new Error('Connection reset') });
    expect(covered).toHaveLength(1);
    expect(outcome).toMatchObject({ problem: 'Connection reset' });
  });

  it('tries again when it was refused, later each time, and not for ever', async () => {
    await read([refused]);
    expect(covered).toEqual([]);
    expect(outcome).toMatchObject({
      problem,
      attempts: 1,
      nextAt: at(HOUR + 1),
    });
    await read([refused], { attempts: 2 });
    expect(outcome).toMatchObject({ attempts: 3, nextAt: at(HOUR + 4) });
    await read([refused], { attempts: 5 });
    expect(outcome).toMatchObject({ problem, attempts: 6 });
    expect(outcome).not.toHaveProperty('nextAt');
  });

  it('does not try again where that changes nothing', async () => {
    await read([answered({ complete: false, problem, lasting: true })]);
    expect(outcome).toMatchObject({ problem });
    expect(outcome).not.toHaveProperty('nextAt');
  });

  it('waits for as long as the source asks, which is no attempt', async () => {
    await read([{ ...refused, retryAfter: HOUR * 60_000 }], { attempts: 3 });
    expect(waits).toEqual([HOUR * 60_000]);
    expect(outcome).toMatchObject({ attempts: 3, nextAt: at(2 * HOUR) });
  });

  it('tries again after a fault', async () => {
    await read([], { failsWith: new Error('Connection reset') });
    expect(outcome).toMatchObject({
      problem: 'Connection reset',
      nextAt: at(HOUR + 1),
    });
  });
});
