import {
  addDuration,
  compareStatus,
  type Evidence,
  type EvidenceGap,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { inEnglish } from '../testing/inEnglish';
import { definition, independence, ownership } from '../testing/controls';
import {
  asset,
  at,
  evidence,
  pushed,
  person,
  deployed,
  release,
} from '../testing/story';
import { evaluateControl } from './evaluateControl';

const DAY = 24 * 60;
const asOf = at(200 * DAY);
const START = 110 * DAY;

function gap(from: number, to?: number, more: Partial<EvidenceGap> = {}) {
  return {
    sourceId: 'github',
    from: at(from),
    ...(to !== undefined && { to: at(to) }),
    cause: 'receiver-down' as const,
    ...more,
  };
}

function evaluate(
  all: readonly Evidence[],
  gaps: readonly EvidenceGap[],
  control = independence,
  when = asOf,
) {
  const input = { asset, evidence: all, asOf: when, people: [], gaps };
  return evaluateControl(control, { ...input, sourceHeard: true });
}

const sound = release(1, 150 * DAY);
const flawed = [
  pushed(150 * DAY, undefined, 'm', person('erik')),
  deployed(151 * DAY, 'm'),
];
const told = (all: readonly Evidence[], ...gaps: EvidenceGap[]) => {
  const { status, reason } = evaluate(all, gaps);
  return `${status}: ${reason.code}`;
};

describe('a gap in a control over events', () => {
  it.each<[string, EvidenceGap]>([
    ['within the window', gap(120 * DAY, 121 * DAY)],
    ['that lasts', gap(120 * DAY)],
    ['that ends within it', gap(0, START + 1)],
    ['that begins now', gap(200 * DAY)],
  ])('%s is no "satisfied" and no "nothing happened"', (_, one) => {
    expect(told(sound, one)).toBe('not-assessed: evidence-gap');
    expect(told([], one)).toBe('not-assessed: evidence-gap');
    expect(told(flawed, one)).toBe('not-satisfied: direct-push');
  });

  it.each<[string, EvidenceGap]>([
    ['before the window', gap(0, START)],
    ['yet to come', gap(200 * DAY + 1)],
  ])('%s changes nothing', (_, one) => {
    const { validUntil, ...rest } = evaluate(sound, [one]);
    const { validUntil: __, ...without } = evaluate(sound, []);
    expect(rest).toEqual(without);
    expect(told([], one)).toBe('not-applicable: population-empty');
  });

  it('holds until the gap leaves the window', () => {
    const { validUntil } = evaluate([], [gap(0, START + 5)]);
    expect(validUntil).toBe(at(200 * DAY + 5));
    expect(
      evaluate([], [gap(0, START + 5)], independence, validUntil),
    ).toMatchObject({
      status: 'not-applicable',
    });
  });

  it('leaves the reason of what is not assessed anyway', () => {
    expect(told([deployed(150 * DAY, 'm')], gap(120 * DAY))).toBe(
      'not-assessed: release-range-unknown',
    );
  });

  it('that begins now changes nothing later by itself', () => {
    expect(evaluate(sound, [gap(200 * DAY)]).validUntil).toBe(
      evaluate(sound, []).validUntil,
    );
  });

  it('is named alone if there is no other', () => {
    expect(evaluate(sound, [gap(120 * DAY)]).reason.params).toEqual({
      source: 'github',
      from: at(120 * DAY),
      cause: 'receiver-down',
    });
  });

  it.each([[[0, 1]], [[1, 0]]])(
    'is named before one that began at the same time and lasts (%j)',
    order => {
      const both = [gap(120 * DAY, 121 * DAY), gap(120 * DAY)];
      const { params } = evaluate(
        sound,
        order.map(place => both[place]!),
      ).reason;
      expect(params).toMatchObject({ to: at(121 * DAY), more: 1 });
    },
  );

  it('is no matter of assets a control does not apply to', () => {
    const control = compileControl({
      ...definition,
      appliesTo: { kind: 'resource' },
    });
    expect(evaluate([], [gap(0)], control).status).toBe('not-applicable');
  });

  it.each([
    [
      [gap(120 * DAY, 121 * DAY + 90)],
      'Evidence from the source github may be missing from 2026-06-29 00:00 UTC to 2026-06-30 01:30 UTC: no replica of this backend was running, and no collection has covered this period since.',
    ],
    [
      [
        gap(120 * DAY, undefined, { cause: 'collector-silent' }),
        gap(121 * DAY),
      ],
      'Evidence from the source github may be missing from 2026-06-29 00:00 UTC on: the collector could not read it completely, and no collection has covered this period since. There is 1 further gap.',
    ],
  ])('is named with its days (%#)', (gaps, sentence) => {
    expect(inEnglish.sentence(evaluate(sound, gaps).reason)).toBe(sentence);
  });
});

describe('a gap in a control over a state', () => {
  const observed = compileControl({
    ...definition,
    population: {
      each: 'asset',
      from: 'service-deployed',
      within: 'P90D',
    },
  });

  it('counts while it lasts, where the evidence is from outside', () => {
    const status = (one: EvidenceGap) =>
      evaluate(sound, [one], observed).status;
    expect(evaluate(sound, [], observed).status).toBe('satisfied');
    expect(status(gap(120 * DAY))).toBe('not-assessed');
    expect(status(gap(120 * DAY, 200 * DAY + 1))).toBe('not-assessed');
    expect(status(gap(120 * DAY, 200 * DAY))).toBe('satisfied');
  });

  it('holds until it ends', () => {
    const { validUntil } = evaluate(sound, [gap(0, 200 * DAY + 5)], observed);
    expect(validUntil).toBe(at(200 * DAY + 5));
  });

  it('counts where only a part of the evidence is from outside', () => {
    const control = compileControl({
      ...definition,
      population: { each: 'asset', from: 'ownership-observed', within: 'P90D' },
      assess: [
        { id: 'owner', text: 'Owner.', assert: 'asset.ownership.satisfied' },
        {
          id: 'deployed',
          text: 'Deployed.',
          assert: 'member.deployment.ref == "main"',
          population: {
            each: 'asset',
            from: 'service-deployed',
            within: 'P90D',
          },
        },
      ],
    });
    const owned = evidence('ownership-observed', at(190 * DAY), {
      entityRef: asset.entityRef,
      ownerRef: 'group:default/a',
      owner: { kind: 'group', title: 'A', memberCount: 2 },
    });
    const status = (gaps: EvidenceGap[]) =>
      evaluate([owned, ...sound], gaps, control).status;
    expect([status([]), status([gap(0)])]).toEqual([
      'satisfied',
      'not-assessed',
    ]);
  });

  it('is none of what we read ourselves', () => {
    const owned = evidence('ownership-observed', at(190 * DAY), {
      entityRef: asset.entityRef,
      ownerRef: 'group:default/a',
      owner: { kind: 'group', title: 'A', memberCount: 2 },
    });
    expect(evaluate([owned], [gap(0)], ownership)).toEqual(
      evaluate([owned], [], ownership),
    );
  });

  it('matters when it begins', () => {
    const { validUntil } = evaluate(sound, [gap(201 * DAY)], observed);
    expect(validUntil).toBe(at(201 * DAY));
  });
});

describe('laws of gaps', () => {
  const minute = fc.integer({ min: 0, max: 210 * DAY });
  const anyGap = fc
    .tuple(minute, fc.option(fc.integer({ min: 1, max: 100 * DAY })))
    .map(([from, length]) =>
      gap(from, length === null ? undefined : from + length),
    );
  const gaps = fc.array(anyGap, { maxLength: 4 });
  const story = fc.constantFrom<Evidence[]>([], sound, flawed, [
    ...sound,
    ...flawed,
  ]);

  it('more gaps make nothing better, in any order', () => {
    fc.assert(
      fc.property(story, gaps, gaps, (all, some, more) => {
        const before = evaluate(all, some).status;
        const after = evaluate(all, [...some, ...more]);
        expect(compareStatus(after.status, before)).toBeGreaterThanOrEqual(0);
        expect(evaluate(all, [...more, ...some].reverse())).toEqual(
          evaluate(all, [...more].reverse().concat([...some].reverse())),
        );
        expect(after.status === 'satisfied').toBe(
          before === 'satisfied' &&
            more.every(
              ({ from, to }) => from > asOf || (to && to <= at(START)),
            ),
        );
      }),
    );
  });

  it('until validUntil time alone changes nothing', () => {
    const END = addDuration(asOf, 'P300D');
    fc.assert(
      fc.property(
        story,
        gaps,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, some, share) => {
          const now = evaluate(all, some);
          const end = Date.parse(now.validUntil ?? END) - 1;
          const start = Date.parse(asOf);
          const when = new Date(start + Math.floor((end - start) * share));
          for (const later of [when, new Date(end)]) {
            const { asOf: _, ...then } = evaluate(
              all,
              some,
              independence,
              toInstant(later),
            );
            expect({ ...then, asOf }).toEqual(now);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
