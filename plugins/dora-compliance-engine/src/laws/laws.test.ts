import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { definition } from '../testing/controls';
import { at, person, reviewed } from '../testing/story';
import {
  findBetter,
  isGood,
  judgeStory,
  listGood,
} from './__testUtils__/judgeStory';
import { delayFact, doubleFact, forgeFact } from './__testUtils__/mutations';
import { plan } from './__testUtils__/planStory';
import { lookingBack, tellStory } from './__testUtils__/tellStory';

const controls = (['independence', 'traceability'] as const).map(name => ({
  name,
  control: compileControl({
    ...definition,
    evidence: { verification: 'authenticated' },
    assess: [{ id: 'it', text: 'It.', assert: `change.${name}.satisfied` }],
  }),
}));

/** A story and one piece of its evidence. */
const storyAndPiece = plan
  .map(tellStory)
  .filter(({ length }) => length > 0)
  .chain(story =>
    fc.record({
      story: fc.constant(story),
      piece: fc.nat({ max: story.length - 1 }),
    }),
  );
const runs = { seed: 20260301, numRuns: 300 };

describe.each(controls)('laws of $name', ({ control }) => {
  it('stories are good often enough to lose something', () => {
    const stories = fc.sample(plan.map(tellStory), { ...runs, numRuns: 200 });
    const good = stories.filter(story =>
      isGood(judgeStory(control, story).status),
    );
    expect(good.length).toBeGreaterThan(20);
    expect(stories.length - good.length).toBeGreaterThan(20);
  });

  it('less is never more: without a piece of evidence nothing is better', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ story, piece }) => {
        const isDeployment = story[piece]?.type === 'service-deployed';
        const less = story.filter((_, place) => place !== piece);
        expect(
          findBetter(
            judgeStory(control, story),
            judgeStory(control, less),
            !isDeployment,
          ),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('authorization comes first: what happens later is never better', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ story, piece }) => {
        const late = story.map((item, place) =>
          place === piece && item.type !== 'service-deployed'
            ? delayFact(item, at(30 * 60))
            : item,
        );
        expect(
          findBetter(judgeStory(control, story), judgeStory(control, late)),
        ).toEqual([]);
      }),
      runs,
    );
  });

  it('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(
        plan
          .map(tellStory)
          .chain(story =>
            fc.tuple(
              fc.constant(story),
              fc.shuffledSubarray(story, { minLength: story.length }),
            ),
          ),
        ([story, shuffled]) => {
          expect(judgeStory(control, shuffled)).toEqual(
            judgeStory(control, story),
          );
        },
      ),
      runs,
    );
  });

  it('a fact that is told twice is one fact', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ story, piece }) => {
        const doubled = [...story, doubleFact(story[piece]!)];
        expect(judgeStory(control, doubled)).toEqual(
          judgeStory(control, story),
        );
      }),
      runs,
    );
  });

  it('what is recorded or dated after the instant does not count', () => {
    fc.assert(
      fc.property(
        storyAndPiece,
        fc.constantFrom('recordedAt', 'observedAt'),
        ({ story, piece }, field) => {
          const later = story.map((item, place) =>
            place === piece
              ? ({ ...item, [field]: at(50 * 60) } as Evidence)
              : item,
          );
          const less = story.filter((_, place) => place !== piece);
          const { status, reason, rows } = judgeStory(control, later);
          expect({ status, reason, rows }).toEqual(
            expect.objectContaining(
              (({ status: s, reason: r, rows: all }) => ({
                status: s,
                reason: r,
                rows: all,
              }))(judgeStory(control, less)),
            ),
          );
        },
      ),
      runs,
    );
  });

  it('a forged claim never improves a status', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ story, piece }) => {
        const less = story.filter((_, place) => place !== piece);
        const forged = [...less, forgeFact(story[piece]!)];
        const before = judgeStory(control, less);
        const after = judgeStory(control, forged);
        expect(isGood(after.status) && !isGood(before.status)).toBe(false);
      }),
      runs,
    );
  });

  it('an approval by somebody without proven write access improves nothing', () => {
    fc.assert(
      fc.property(
        plan,
        fc.constantFrom(undefined, false),
        fc.constantFrom('stranger', 'lint[bot]'),
        (episodes, mayWrite, login) => {
          const story = tellStory(episodes);
          const approvals = episodes.map((_, place) =>
            reviewed(
              place + 1,
              (place + 1) * 60 + 12,
              person(login, login.endsWith(']') ? 'bot' : 'human'),
              `head ${place + 1}`,
              { mayWrite },
            ),
          );
          expect(
            findBetter(
              judgeStory(control, story),
              judgeStory(control, [...story, ...approvals]),
            ),
          ).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('counts a deployment that two systems report once', () => {
    fc.assert(
      fc.property(plan, episodes => {
        const once = episodes.map(one => ({ ...one, isToldTwice: false }));
        const twice = episodes.map(one => ({ ...one, isToldTwice: true }));
        const [one, two] = [once, twice].map(story =>
          judgeStory(control, tellStory(story)),
        );
        expect(two!.rows).toHaveLength(one!.rows.length);
        expect(listGood(two!)).toEqual(listGood(one!));
        expect(two!.status).toBe(one!.status);
      }),
      runs,
    );
  });

  it('the instant lies after all that is told', () => {
    expect(lookingBack > at(30 * 60)).toBe(true);
  });
});
