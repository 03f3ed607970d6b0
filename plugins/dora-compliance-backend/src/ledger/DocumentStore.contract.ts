import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  nodeNamed,
  at,
  normalised,
  received,
  statementOn,
} from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { normaliseWith } from '../testing/normaliseWith';

/** A statement that no database keeps. */
const unkeepable = { ...statementOn('a'), sourceId: null as never };

/** What holds for every DocumentStore. */
export function documentStoreContract(create: () => Promise<TestStores>) {
  describe('DocumentStore', () => {
    it('gives a document back as it came and works it once', async () => {
      const { documents } = await create();
      const document = received('{"a":1}', 0, 'd1');
      await documents.receive([document]);
      const seen: unknown[] = [];
      const work = () =>
        normaliseWith(documents, {
          limit: 10,
          now: at(1),
          normalise: queued => {
            seen.push([Buffer.from(queued.body).toString(), queued.headers]);
            return { outcome: 'normalised', statements: [] };
          },
        });
      expect(await work()).toBe(1);
      expect(await work()).toBe(0);
      expect(seen).toEqual([['{"a":1}', { 'x-event': 'y' }]]);
      expect(await documents.find(document.document.digest)).toEqual({
        document: document.document,
        state: 'normalised',
      });
    });

    it('is not changed by a redelivery, by id or by bytes', async () => {
      const { documents } = await create();
      await documents.receive([received('{}', 0, 'd1')]);
      const options = { limit: 10, now: at(9), normalise: normalised() };
      await normaliseWith(documents, options);
      await documents.receive([received('{}', 1, 'd2')]);
      await documents.receive([received('{"other":1}', 1, 'd1')]);
      expect(await normaliseWith(documents, options)).toBe(0);
      expect(await documents.count()).toEqual({ waiting: 0, rejected: 0 });
    });

    it('keeps what is new of a group in which some came before', async () => {
      const { documents } = await create();
      await documents.receive([received('1', 0, 'd1'), received('2', 0)]);
      await documents.receive([
        received('3', 1, 'd3'),
        received('other', 1, 'd1'),
        received('2', 1),
        received('4', 1, 'd4'),
        received('4', 1, 'd4-again'),
        received('3', 1, 'd3'),
      ]);
      const seen: string[] = [];
      const worked = await normaliseWith(documents, {
        limit: 10,
        now: at(2),
        normalise: queued => {
          seen.push(Buffer.from(queued.body).toString());
          return { outcome: 'normalised', statements: [] };
        },
      });
      expect(worked).toBe(4);
      expect(seen.sort()).toEqual(['1', '2', '3', '4']);
    });

    it('works on more than it holds at hand, each as it came', async () => {
      const { documents } = await create();
      const all = Array.from({ length: 5 }, (_, n) =>
        received(`"${String(n).repeat(5_000_000)}"`, n, `d${n}`),
      );
      await documents.receive(all);
      const seen = new Set<string>();
      let worked = 0;
      for (let batch = 0; batch < 5; batch++) {
        worked += await normaliseWith(documents, {
          limit: 10,
          now: at(9),
          normalise: ({ body, document: { digest, size } }) => {
            expect(body).toHaveLength(size);
            seen.add(`${digest} ${body[1]}`);
            return { outcome: 'normalised', statements: [] };
          },
        });
      }
      expect(worked).toBe(5);
      expect(seen).toEqual(
        new Set(
          all.map(({ document, body }) => `${document.digest} ${body[1]}`),
        ),
      );
    });

    it('lists what was rejected, page by page, and replays it', async () => {
      const { documents } = await create();
      const all = [1, 2, 3].map(n => received(`[${n}]`, n));
      await documents.receive(all);
      await normaliseWith(documents, {
        limit: 10,
        now: at(9),
        normalise: () => ({ outcome: 'rejected', reason: 'field x is odd' }),
      });
      const first = await documents.list({ state: 'rejected', limit: 2 });
      expect(first.items.map(item => item.rejection)).toEqual([
        'field x is odd',
        'field x is odd',
      ]);
      const rest = await documents.list({
        state: 'rejected',
        limit: 2,
        cursor: first.nextCursor,
      });
      expect(
        [...first.items, ...rest.items].map(item => item.document.digest),
      ).toEqual(all.map(item => item.document.digest).reverse());
      expect(rest.nextCursor).toBeUndefined();

      const [replayed] = all;
      expect(await documents.replay(replayed!.document.digest, at(10))).toBe(
        true,
      );
      expect(await documents.count()).toEqual({ waiting: 1, rejected: 2 });
      await normaliseWith(documents, {
        limit: 10,
        now: at(11),
        normalise: normalised(),
      });
      expect(await documents.count()).toEqual({ waiting: 0, rejected: 2 });
    });

    it('holds what other headers say at the level of who sent them', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const sent = (
        event: string,
        verification: 'unverified' | 'authenticated',
        id?: string,
      ) => {
        const one = received('{}', 0, id);
        return {
          ...one,
          headers: { 'x-event': event },
          document: { ...one.document, verification },
        };
      };
      await documents.receive([sent('1', 'authenticated', 'd1')]);
      await documents.receive([sent('2', 'unverified', 'd2')]);
      await documents.receive([sent('1', 'unverified')]);
      await normaliseWith(documents, {
        limit: 9,
        now: at(9),
        normalise: ({ headers }) =>
          normalised(statementOn('a', Number(headers['x-event'])))(),
      });
      const { items } = await evidence.list('component:default/a', {
        limit: 9,
      });
      expect(
        items.map(({ evidence: { observedAt, verification } }) => [
          observedAt,
          verification,
        ]),
      ).toEqual([
        [at(2), 'unverified'],
        [at(1), 'authenticated'],
      ]);
    });

    it('reads bytes without an id again for each other set of headers', async () => {
      const { documents } = await create();
      const events: unknown[] = [];
      const receive = async (event: string) => {
        await documents.receive([
          { ...received('{}'), headers: { 'x-event': event } },
        ]);
        await normaliseWith(documents, {
          limit: 9,
          now: at(9),
          normalise: ({ headers }) => {
            events.push(headers['x-event']);
            return normalised()();
          },
        });
      };
      for (const event of ['a', 'b', 'a', 'b']) {
        await receive(event);
      }
      expect(events).toEqual(['a', 'a', 'b']);
    });

    it('reads bytes without an id again for who proves more', async () => {
      const { documents } = await create();
      const work = async () => {
        const levels: string[] = [];
        await normaliseWith(documents, {
          limit: 9,
          now: at(9),
          normalise: () => {
            levels.push('read');
            return { outcome: 'normalised', statements: [] };
          },
        });
        return levels;
      };
      const sent = (verification: 'unverified' | 'authenticated') => {
        const one = received('{}');
        return { ...one, document: { ...one.document, verification } };
      };
      await documents.receive([sent('unverified')]);
      expect(await work()).toEqual(['read']);
      await documents.receive([sent('authenticated')]);
      expect(await work()).toEqual(['read']);
    });

    it('keeps the reason of a rejection whatever stands in it', async () => {
      const { documents } = await create();
      await documents.receive([received('{}')]);
      await normaliseWith(documents, {
        limit: 9,
        now: at(1),
        normalise: () => ({
          outcome: 'rejected',
          reason: 'a\0b is there twice',
        }),
      });
      expect(await documents.count()).toEqual({ waiting: 0, rejected: 1 });
      const { digest } = received('{}').document;
      expect(await documents.find(digest)).toMatchObject({
        rejection: 'a\\0b is there twice',
      });
    });

    it('reads bytes again that somebody sends who proves more', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const proving = (
        id: string,
        verification: 'unverified' | 'authenticated',
      ) => {
        const one = received('{}', 0, id);
        return { ...one, document: { ...one.document, verification } };
      };
      const waiting = async () => (await documents.count()).waiting;
      const levels = async () => {
        const normalise = normalised(statementOn('a'));
        await normaliseWith(documents, { limit: 9, now: at(1), normalise });
        const ref = 'component:default/a';
        const { items } = await evidence.list(ref, { limit: 9 });
        return items.map(item => item.evidence.verification);
      };
      await documents.receive([proving('d1', 'unverified')]);
      expect(await levels()).toEqual(['unverified']);
      await documents.receive([
        proving('d2', 'unverified'),
        proving('d3', 'authenticated'),
      ]);
      expect(await waiting()).toBe(1);
      expect(await levels()).toEqual(['authenticated']);
      await documents.receive([
        proving('d4', 'unverified'),
        proving('d5', 'authenticated'),
      ]);
      expect(await levels()).toEqual(['authenticated']);
      expect(await waiting()).toBe(0);
    });

    it('reads the same bytes again for a delivery with other headers', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const deliver = async (minute: number, id: string) => {
        const one = received('{}', minute, id);
        const headers = { 'x-event': `${minute}` };
        await documents.receive([{ ...one, headers }]);
        await normaliseWith(documents, {
          limit: 10,
          now: at(99),
          normalise: queued =>
            normalised(statementOn('a', Number(queued.headers['x-event'])))(),
        });
        const { items } = await evidence.list('component:default/a', {
          limit: 10,
        });
        return items.length;
      };
      expect(await deliver(1, 'd1')).toBe(1);
      expect(await deliver(2, 'd2')).toBe(2);
      expect(await deliver(2, 'd2')).toBe(2);
    });

    /** What becomes of bytes that come with each of these headers in turn. */
    const statesAfter = async (
      ...all: { headers: Record<string, string>; says: Normalised }[]
    ) => {
      const { documents } = await create();
      const states: unknown[] = [];
      for (const [index, { headers }] of all.entries()) {
        const one = received('{}', index, `d${index}`);
        await documents.receive([{ ...one, headers }]);
        await normaliseWith(documents, {
          limit: 9,
          now: at(99),
          normalise: queued =>
            all.find(it => it.headers['x-event'] === queued.headers['x-event'])!
              .says,
        });
        const found = await documents.find(one.document.digest);
        states.push(found?.flaws ?? found?.rejection ?? found?.state);
      }
      return states;
    };
    const rejected: Normalised = { outcome: 'rejected', reason: 'no event' };
    const whole = normalised(statementOn('a'))();

    it.each<[string, Normalised, string]>([
      ['was read', whole, 'normalised'],
      ['was of no concern', normalised()(), 'normalised'],
    ])('a document that %s stays so without its headers', async (_, says) => {
      const good = { headers: { 'x-event': 'push' }, says };
      const bare = { headers: {}, says: rejected };
      expect(await statesAfter(good, bare)).toEqual([
        'normalised',
        'normalised',
      ]);
      expect(await statesAfter(bare, good)).toEqual(['no event', 'normalised']);
    });

    it('a document that was read stays so under a wrong header', async () => {
      expect(
        await statesAfter(
          { headers: { 'x-event': 'push' }, says: whole },
          { headers: { 'x-event': 'other' }, says: rejected },
        ),
      ).toEqual(['normalised', 'normalised']);
    });

    it('is flawed while only a header of no concern could be read', async () => {
      expect(
        await statesAfter(
          { headers: { 'x-event': 'ping' }, says: normalised()() },
          { headers: { 'x-event': 'push' }, says: rejected },
        ),
      ).toEqual(['normalised', ['no event']]);
    });

    it('keeps what was good of a document and says what was not', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      await documents.receive([received('[1,2]')]);
      await normaliseWith(documents, {
        limit: 10,
        now: at(1),
        normalise: () => ({
          outcome: 'normalised',
          statements: [statementOn('a')],
          flaws: ['event 1 has no id'],
        }),
      });
      const { items } = await documents.list({ state: 'partial', limit: 10 });
      expect(items.map(({ state, flaws }) => [state, flaws])).toEqual([
        ['partial', ['event 1 has no id']],
      ]);
      const kept = await evidence.list('component:default/a', { limit: 10 });
      expect(kept.items).toHaveLength(1);
    });

    it('gives back how a document came and what was taken out', async () => {
      const { documents } = await create();
      const plain = received('{"a":"[redacted: x]"}');
      const document = {
        ...plain.document,
        origin: 'back-filled' as const,
        redactions: [{ pointer: '/a', rule: 'x' }],
      };
      await documents.receive([{ ...plain, document }]);
      expect((await documents.find(document.digest))?.document).toEqual(
        document,
      );
    });

    it('keeps all of a crowd that comes at once, each once', async () => {
      const { documents } = await create();
      const all = Array.from({ length: 250 }, (_, n) =>
        received(`[${n % 200}]`, 0, `d${n}`),
      );
      await Promise.all(all.map(one => documents.receive([one])));
      expect((await documents.count()).waiting).toBe(200);
      expect(await documents.queue(at(2))).toEqual({ length: 200, age: 120 });
    });

    it('does not know a document that never came', async () => {
      const { documents } = await create();
      const { digest } = received('never').document;
      expect(await documents.replay(digest, at(1))).toBe(false);
      expect(await documents.find(digest)).toBeUndefined();
    });

    it('one document that can not be stored does not block others', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const bad = received('"bad"', 0);
      await documents.receive([bad, received('"good"', 1)]);
      await normaliseWith(documents, {
        limit: 10,
        now: at(2),
        normalise: ({ body }) =>
          normalised(
            Buffer.from(body).toString() === '"bad"'
              ? unkeepable
              : statementOn('a'),
          )(),
      });
      const { items } = await evidence.list('component:default/a', {
        limit: 10,
      });
      expect(items).toHaveLength(1);
      // No try would ever keep it, so there is no other.
      expect(await documents.count()).toEqual({ waiting: 0, rejected: 1 });
      expect((await documents.find(bad.document.digest))?.rejection).toMatch(
        /^Statement 1 of 1 \(change-updated\) could not be kept: .*null/i,
      );
    });

    it('one statement that can not be kept costs no other', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const document = received('{}');
      await documents.receive([document]);
      const good = [1, 2, 3, 4].map(minute => statementOn('a', minute));
      await normaliseWith(documents, {
        limit: 10,
        now: at(9),
        normalise: normalised(
          ...good.slice(0, 3),
          unkeepable,
          ...good.slice(3),
        ),
      });
      const ref = 'component:default/a';
      const { items } = await evidence.list(ref, { limit: 10 });
      expect(items.map(item => item.evidence.observedAt).sort()).toEqual(
        good.map(({ observedAt }) => observedAt),
      );
      expect(await documents.find(document.document.digest)).toMatchObject({
        state: 'partial',
        flaws: [expect.stringMatching(/^Statement 4 of 5 /)],
      });
    });
  });
}
