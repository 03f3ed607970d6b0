import {
  addDuration,
  compareStatus,
  type Evidence,
  isAtLeast,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { inEnglish } from '../testing/inEnglish';
import { definition, traceability } from '../testing/controls';
import {
  asset,
  at,
  built,
  deployed,
  person,
  pushed,
  release,
  reviewed,
} from '../testing/story';
import { evaluateControl } from './evaluateControl';

const proven = (item: Evidence, verification: Verification) =>
  ({ ...item, verification } as Evidence);

function evaluate(
  evidence: readonly Evidence[],
  level: Verification | undefined,
  control = definition,
) {
  const compiled = compileControl({
    ...control,
    ...(level && { evidence: { verification: level } }),
  });
  return evaluateControl(compiled, {
    asset,
    evidence,
    asOf: at(10_000),
    sourceHeard: true,
    gaps: [],
    people: [],
  });
}

/** A sound release, all but one type of it proven. */
const without = (type: string, story: Evidence[] = release(1, 10)) =>
  story.map(item => (item.type === type ? proven(item, 'unverified') : item));
const told = (story: Evidence[]) => {
  const { status, reason } = evaluate(story, 'authenticated');
  return `${status}: ${reason.code}`;
};

describe('countProven', () => {
  it('counts what is proven as far as is demanded', () => {
    expect(told(release(1, 10))).toBe('satisfied: all-members-satisfied');
  });

  it('is not satisfied by a member that takes the place of a proven one', () => {
    // The first left the window, so that there is one deployment in both views.
    const unproven = (story: readonly Evidence[]) =>
      story.map(item => proven(item, 'unverified'));
    const old = release(1, -100 * 24 * 60);
    const later = release(2, 10, 'main 1');
    expect(told([...old, ...later])).toBe('satisfied: all-members-satisfied');
    expect(told([...old, ...unproven(later)])).toBe(
      'not-assessed: evidence-unverified',
    );
    // A second system may report the same without proof.
    const again = proven(
      { ...later.at(-1)!, id: 'sha256:again', sourceId: 'argo' } as Evidence,
      'unverified',
    );
    expect(told([...old, ...later, again])).toBe(
      'satisfied: all-members-satisfied',
    );
  });

  it('knows nothing where nothing is proven', () => {
    const all = release(1, 10).map(item => proven(item, 'unverified'));
    const { status, reason } = evaluate(all, 'authenticated');
    expect([status, reason]).toEqual([
      'not-assessed',
      {
        code: 'evidence-unverified',
        params: { level: 'authenticated', count: 7 },
      },
    ]);
    expect(evaluate(all, undefined).status).toBe('satisfied');
  });

  it('is never better than without an approval nobody proved', () => {
    const { status, reason } = evaluate(
      without('change-reviewed'),
      'authenticated',
    );
    expect(status).toBe('not-satisfied');
    expect(inEnglish.sentence(reason)).toBe(
      'Change #1 was merged without an approval. 1 piece of evidence was not counted, because its origin is not proven. With it, the result could be different.',
    );
  });

  it('accuses nobody by what anybody could have sent', () => {
    const forged = [
      ...release(1, 10),
      ...without('service-deployed', [deployed(50, 'forged')]),
    ];
    const dismissed = proven(
      reviewed(1, 11, person('marco'), 'head 1', {
        reviewId: '1-11',
        decision: 'dismissed',
      }),
      'unverified',
    );
    expect(told(forged)).toBe('not-assessed: evidence-unverified');
    expect(told([...release(1, 10), dismissed])).toBe(
      'not-assessed: evidence-unverified',
    );
  });

  it('is not satisfied by a release whose deployment and approval were told late', () => {
    const late = new Set(['service-deployed', 'change-reviewed']);
    const second = release(2, 100, 'main 1').map(item =>
      late.has(item.type) ? proven(item, 'late') : item,
    );
    const { status, reason } = evaluate(
      [...release(1, 10), ...second],
      'authenticated',
    );
    expect([status, reason.code]).toEqual(['not-assessed', 'evidence-late']);
  });

  it('waits for the API where what satisfies was told late', () => {
    const late = (story: Evidence[]) => story.map(item => proven(item, 'late'));
    const { status, reason } = evaluate(late(release(1, 10)), 'authenticated');
    expect([status, reason]).toEqual([
      'not-assessed',
      { code: 'evidence-late', params: { count: 7 } },
    ]);
    expect(inEnglish.sentence(reason)).toBe(
      '7 pieces of evidence could change the result, but do not count yet. They were received long after the reported time of the event, and no API has confirmed them.',
    );
    const [first, ...rest] = release(1, 10);
    expect(
      evaluate([proven(first!, 'unverified'), ...late(rest)], 'authenticated')
        .reason,
    ).toEqual({
      code: 'evidence-unverified',
      params: { level: 'authenticated', count: 7, late: 6 },
    });
  });

  it('does not count what is dated later, or was learned later', () => {
    const sent = proven(deployed(50, 'forged'), 'unverified');
    const later = { observedAt: at(20_000), recordedAt: at(20_000) };
    const all = [
      ...release(1, 10),
      sent,
      { ...sent, ...later, id: 'dated-later' },
      { ...sent, recordedAt: at(20_000), id: 'learned-later' },
    ] as Evidence[];
    expect(evaluate(all, 'authenticated').reason).toMatchObject({
      code: 'evidence-unverified',
      params: { count: 1 },
    });
  });

  it('may change when what is not proven leaves the window', () => {
    const sent = release(1, 10).map(item => proven(item, 'unverified'));
    const all = [...sent, ...release(2, 100)];
    expect(evaluate(all, 'authenticated').validUntil).toBe(
      addDuration(at(14), 'P90D'),
    );
  });

  it('sees that what is not proven has members of its own', () => {
    const unknown = (minutes: number) => deployed(minutes, `x${minutes}`);
    const flawed = (minutes: number) => [
      pushed(minutes, undefined, `f${minutes}`, person('erik')),
      deployed(minutes + 1, `f${minutes}`),
    ];
    const sent = (...items: Evidence[]) =>
      items.map(item => proven(item, 'unverified'));
    expect(
      evaluate(
        [
          ...release(1, 10),
          unknown(50),
          ...sent(...release(2, 100), unknown(150)),
        ],
        'authenticated',
      ).reason.code,
    ).toBe('evidence-unverified');
    expect(
      evaluate(
        [...flawed(10), ...sent(...release(2, 100), ...flawed(150))],
        'authenticated',
      ).reason.params,
    ).toHaveProperty('unproven');
  });

  it('does not mind what would change nothing', () => {
    const more = proven(
      reviewed(1, 11, person('erik'), 'head 1'),
      'unverified',
    );
    expect(told([...release(1, 10), more])).toBe(
      'satisfied: all-members-satisfied',
    );
  });
});

describe('the law of demanded levels', () => {
  const stories: Evidence[] = [
    ...release(1, 10),
    pushed(50, 'main 1', 'hotfix', person('erik')),
    ...release(2, 60, 'hotfix'),
    ...release(3, 90, 'main 2'),
    reviewed(3, 92, person('anna'), 'head 3'),
    built(200, 'main 3', 'failure'),
  ];
  const held = fc.subarray(stories).chain(some =>
    fc
      .array(fc.constantFrom(...Verification.options), {
        minLength: some.length,
        maxLength: some.length,
      })
      .map(levels => some.map((item, n) => proven(item, levels[n]!))),
  );
  const levels = Verification.options;
  const exception = 'not-satisfied, then not-assessed';

  it.each([definition, traceability.control])(
    'a stricter level makes nothing better, but for an unproven finding (%#)',
    control => {
      fc.assert(
        fc.property(
          held,
          fc.constantFrom<[Verification, Verification]>(
            [levels[0]!, levels[1]!],
            [levels[0]!, levels[2]!],
            [levels[1]!, levels[2]!],
          ),
          (evidence, [lax, strict]) => {
            const before = evaluate(evidence, lax, control).status;
            const after = evaluate(evidence, strict, control).status;
            const kept = evidence.filter(({ verification }) =>
              isAtLeast(verification, strict),
            );
            const less = evaluate(kept, undefined, control).status;
            expect(compareStatus(after, less)).toBeGreaterThanOrEqual(0);
            const isBetter = compareStatus(after, before) < 0;
            expect(isBetter ? `${before}, then ${after}` : exception).toBe(
              exception,
            );
          },
        ),
        { numRuns: 1000 },
      );
    },
  );
});
