import type {
  DeliveryProof,
  SourceDocument,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { at, nodeNamed, received, statementOn } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { scopeIn, withScope } from './receive/deliveryScope';
import type { QueuedDocument, ReceivedDocument } from './ReceivedDocument';
import { withinScope } from './normalise/withinScope';
import { normaliseWith } from '../testing/normaliseWith';

const DAY = 24 * 60;

type Sent = {
  minute: number;
  id?: string;
  scope?: string[];
  headers?: Record<string, string>;
} & Partial<
  Pick<SourceDocument, 'sourceId' | 'verification' | 'proof' | 'origin'>
>;

/** The same bytes from one of several senders. */
function sent({ minute, id, scope, headers, ...more }: Sent): ReceivedDocument {
  const one = received('{}', minute, id);
  return {
    ...one,
    headers: withScope({ ...one.headers, ...headers }, scope),
    document: { ...one.document, ...more },
  };
}

const B = ['github.com/bank/b'];

/** The bytes report on the assets a and b, each within its scope. */
const aboutBoth = ({ headers }: QueuedDocument): Normalised =>
  withinScope(
    {
      outcome: 'normalised',
      statements: [statementOn('a'), statementOn('b')],
    },
    scopeIn(headers),
  );

/** The bytes report on the asset a, without a time of their own. */
const withoutTime = ({ headers, document }: QueuedDocument): Normalised =>
  withinScope(
    {
      outcome: 'normalised',
      statements: [{ ...statementOn('a'), observedAt: document.receivedAt }],
    },
    scopeIn(headers),
  );

/** What holds when several senders, or several sources, bring equal bytes. */
export function scopedDocumentsContract(create: () => Promise<TestStores>) {
  /** What is known of the asset a in the end. */
  async function known(
    all: readonly Sent[],
    normalise: (queued: QueuedDocument) => Normalised = aboutBoth,
  ) {
    const { documents, evidence, assets } = await create();
    await assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
    for (const one of all) {
      await documents.receive([sent(one)]);
      await normaliseWith(documents, {
        limit: 9,
        now: at(60 * DAY),
        normalise,
      });
    }
    const { items } = await evidence.list('component:default/a', { limit: 99 });
    return items.map(
      item => `${item.evidence.observedAt} ${item.evidence.verification}`,
    );
  }

  describe('bytes from senders with and without a scope', () => {
    it.each<DeliveryProof>(['secret', 'signed-body', 'signed-delivery'])(
      'say everything in the scope of one of the senders (%s)',
      async proof => {
        expect(
          await known([
            { minute: 1, id: 'b', scope: B, proof },
            { minute: 2, id: 'all', proof },
          ]),
        ).toEqual([`${at(0)} authenticated`]);
        expect(
          await known([
            { minute: 1, id: 'b', scope: B, proof },
            { minute: 2, id: 'a', scope: ['github.com/bank/a'], proof },
          ]),
        ).toEqual([`${at(0)} authenticated`]);
      },
    );

    it('are not kept from others by headers that one sender makes up', async () => {
      const proof = 'signed-body';
      const flood = Array.from({ length: 10 }, (_, minute) => ({
        minute,
        id: `b${minute}`,
        scope: ['github.com/bank/none'],
        headers: { 'x-event': `${minute}` },
        proof,
      })) satisfies Sent[];
      expect(await known([...flood, { minute: 20, id: 'all', proof }])).toEqual(
        [`${at(0)} authenticated`],
      );
    });

    it('prove nothing of what came without a proof', async () => {
      const flood = Array.from({ length: 12 }, (_, minute) => ({
        minute: minute + 1,
        id: `b${minute}`,
        scope: B,
        headers: { 'x-event': `${minute}` },
        proof: 'signed-body',
      })) satisfies Sent[];
      expect(
        await known([
          {
            minute: 0,
            id: 'unverified 1',
            verification: 'unverified',
            proof: 'none',
          },
          ...flood,
        ]),
      ).not.toContain(`${at(0)} authenticated`);
    });

    it.each<DeliveryProof>(['secret', 'signed-body', 'signed-delivery'])(
      'happened once when the log has the same delivery (%s)',
      async proof => {
        const id = `scope ${'0'.repeat(32)} d1`;
        expect(
          await known(
            [
              { minute: 1, id, scope: ['github.com/bank/a'], proof },
              {
                minute: 300,
                id: 'd1',
                proof: 'read',
                origin: 'fetched',
                headers: { 'x-id': 'd1' },
              },
            ],
            withoutTime,
          ),
        ).toEqual([`${at(1)} authenticated`]);
      },
    );
  });

  describe('bytes that come to two sources', () => {
    const onlyTest = (queued: QueuedDocument): Normalised =>
      queued.document.sourceId === 'test'
        ? aboutBoth(queued)
        : { outcome: 'rejected', reason: 'not of this source' };

    it('are read by each for its own senders only', async () => {
      expect(
        await known(
          [
            { minute: 1, id: 'b', scope: B },
            { minute: 2, id: 'all', sourceId: 'other' },
          ],
          onlyTest,
        ),
      ).toEqual([]);
    });

    it('are not lost to one by the other', async () => {
      expect(
        await known(
          [
            { minute: 1, id: 'one', sourceId: 'other' },
            { minute: 2, id: 'two' },
          ],
          onlyTest,
        ),
      ).toEqual([`${at(0)} authenticated`]);
    });
  });

  describe('bytes told late', () => {
    it.each<DeliveryProof>(['secret', 'signed-body', 'signed-delivery'])(
      'are confirmed by the same bytes read from the API (%s)',
      async proof => {
        expect(
          await known([
            { minute: 10 * DAY, id: 'd1', proof },
            { minute: 11 * DAY, id: 'd2', proof: 'read', origin: 'fetched' },
          ]),
        ).toEqual([`${at(0)} authenticated`]);
      },
    );

    it('are late under headers that nobody read', async () => {
      const says = (queued: QueuedDocument): Normalised => ({
        outcome: 'normalised',
        statements: [
          statementOn(queued.headers['x-event'] === 'z' ? 'a' : 'b'),
        ],
      });
      expect(
        await known(
          [
            { minute: 10 * DAY, proof: 'read', origin: 'collected' },
            { minute: 11 * DAY, id: 'd1', headers: { 'x-event': 'z' } },
          ],
          says,
        ),
      ).toEqual([`${at(0)} late`]);
    });
  });
}
