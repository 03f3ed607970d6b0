import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { keepCollected } from '../sources/collect/keepCollected';
import { at } from '../testing/samples';
import type { ReceivedDocument } from './ReceivedDocument';
import { keepDelivery, receiveDelivery } from './receive/receiveDelivery';
import { RedactionTooCostly } from './redact/RedactionWork';

// As if the rules read far more of a text than they do.
jest.mock('./redact/RedactionWork', () => {
  const actual = jest.requireActual('./redact/RedactionWork');
  return {
    ...actual,
    RedactionWork: class extends actual.RedactionWork {
      constructor(length: number) {
        super(length, { each: 0 });
      }
    },
  };
});

const proven = { verification: 'authenticated', proof: 'secret' } as const;

const source: EvidenceSource = {
  id: 'test',
  keepHeaders: [],
  authenticate: () => ({ outcome: 'accepted', ...proven }),
  deliveryId: () => 'd1',
  normalise: () => ({ outcome: 'normalised', statements: [] }),
};

const kept: ReceivedDocument[] = [];
const store = {
  receive: async (all: readonly ReceivedDocument[]) => void kept.push(...all),
};
const reception = {
  store: store as never,
  redaction: { personalData: [] },
  now: at(0),
};
const buildDelivery = (length: number) => ({
  headers: {},
  body: new TextEncoder().encode(JSON.stringify({ a: 'x'.repeat(length) })),
});

beforeEach(() => {
  kept.length = 0;
});

it('a body that takes too much work is refused, and nothing of it is kept', async () => {
  expect(
    await receiveDelivery(source, buildDelivery(100_000), reception),
  ).toEqual({ outcome: 'refused', code: 'body-too-costly' });
  expect(kept).toEqual([]);
  expect(await receiveDelivery(source, buildDelivery(100), reception)).toEqual({
    outcome: 'kept',
  });
  expect(kept).toHaveLength(1);
});

it('on other ways it is an error, before anything is kept', async () => {
  await expect(
    keepDelivery(source, buildDelivery(100_000), proven, reception),
  ).rejects.toThrow(RedactionTooCostly);
  const collected = (letters: string) => ({
    kind: 'repository' as const,
    target: 'https://github.com/bank/ledger',
    part: 'heartbeat' as const,
    answers: [{ request: 'GET /', status: 200, body: letters }],
  });
  await expect(
    keepCollected([collected('a'), collected('a'.repeat(100_000))] as never, {
      ...reception,
      documents: store as never,
      sourceId: 'test',
      origin: 'collected',
    }),
  ).rejects.toThrow('takes more work to redact than its length allows');
  expect(kept).toEqual([]);
});
