import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  at,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import type { QueuedDocument, ReceivedDocument } from './ReceivedDocument';
import { normaliseWith } from '../testing/normaliseWith';

/** What holds for bytes that somebody captured and sends again. */
export function capturedDocumentsContract(create: () => Promise<TestStores>) {
  describe('bytes whose signature covers them alone', () => {
    /** The bytes as anybody who captured them can send them again. */
    const captured = (
      minute: number,
      event: string,
      id = `d${minute}`,
    ): ReceivedDocument => {
      const one = received('{}', minute, id);
      return {
        ...one,
        headers: { 'x-event': event },
        document: { ...one.document, proof: 'signed-body' },
      };
    };
    /** What is read, and how often, as deliveries come. */
    async function readingAll(
      all: readonly ReceivedDocument[],
      says: (queued: QueuedDocument) => Normalised = ({ document }) =>
        normalised({
          ...statementOn('a'),
          observedAt: document.receivedAt,
        })(),
    ) {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const normalise = jest.fn(says);
      for (const one of all) {
        await documents.receive([one]);
        await normaliseWith(documents, { limit: 9, now: at(60), normalise });
      }
      const { items } = await evidence.list('component:default/a', {
        limit: 99,
      });
      const moments = items.map(item => item.evidence.observedAt);
      return { readings: normalise.mock.calls.length, moments };
    }

    it('are evidence once, whatever the id of the delivery', async () => {
      const replays = [1, 2, 3, 4, 5].map(n => captured(n, 'push'));
      expect(await readingAll(replays)).toEqual({
        readings: 1,
        moments: [at(1)],
      });
    });

    it('are evidence once, whatever event is named', async () => {
      const replays = [10, 20, 30].map(n => captured(n, `${n}`));
      const { moments } = await readingAll(replays, ({ headers }) =>
        normalised(statementOn('a', Number(headers['x-event'])))(),
      );
      expect(moments).toEqual([at(10)]);
    });

    it('are evidence of the time they came first, under the name that they can be read by', async () => {
      const { moments } = await readingAll(
        [captured(1, 'none'), captured(2, 'push'), captured(3, 'other')],
        ({ headers, document }) =>
          headers['x-event'] === 'none'
            ? normalised()()
            : normalised({
                ...statementOn('a'),
                observedAt: document.receivedAt,
              })(),
      );
      expect(moments).toEqual([at(1)]);
    });

    it('are read under a few names at most', async () => {
      const replays = Array.from({ length: 30 }, (_, n) =>
        captured(n + 1, `event ${n}`),
      );
      const { readings } = await readingAll(replays);
      // The first alone, then with one more each until there are eight.
      expect(readings).toBe(1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9);
    });

    it('are evidence again where we read from the source that it happened again', async () => {
      const again = captured(3, 'push');
      const { moments } = await readingAll([
        captured(1, 'push'),
        {
          ...again,
          headers: { 'x-event': 'push', 'x-id': 'd3' },
          document: { ...again.document, proof: 'read' },
        },
      ]);
      expect(moments).toEqual([at(3), at(1)]);
    });
  });
}
