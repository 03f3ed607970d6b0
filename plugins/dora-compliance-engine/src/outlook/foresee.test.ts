import type {
  Control,
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { always, assertingOver } from '../testing/assess';
import { definition } from '../testing/controls';
import { foreseen } from '../testing/foreseen';
import {
  at,
  deployed,
  evidence,
  person,
  pushed,
  recordObserved,
  recordReviewed,
  release,
} from '../testing/story';

const DAY = 24 * 60;
const NOW = at(100 * DAY);
const day = (number: number) => at(number * DAY);

const tell = (
  control: Control,
  all: readonly Evidence[],
  more?: Parameters<typeof foreseen>[3],
) => foreseen(control, all, NOW, more).outlook;

/** Pushed past all review, and deployed. */
const pushedAndDeployed = (number: number, before?: string) => [
  pushed(number * DAY, before, `p${number}`, person('erik')),
  deployed(number * DAY + 60, `p${number}`),
];

describe('a deployment that fails', () => {
  it('turns green by itself when it leaves the window, if it no longer runs', () => {
    const all = [
      ...release(1, 40 * DAY),
      ...pushedAndDeployed(50, 'main 1'),
      ...release(2, 60 * DAY, 'p50'),
    ];
    expect(tell(definition, all)).toEqual({
      kind: 'by-itself',
      at: at(50 * DAY + 60 + 90 * DAY),
    });
  });

  it('does not while it runs, and counts for some time after that', () => {
    const all = [
      ...release(1, 40 * DAY),
      ...pushedAndDeployed(50, 'main 1'),
      ...pushedAndDeployed(60, 'p50'),
    ];
    expect(tell(definition, all)).toEqual({
      kind: 'checked-again',
      at: at(40 * DAY + 4 + 90 * DAY),
      notBefore: at(60 * DAY + 60 + 90 * DAY),
    });
  });

  it('counts only until it is replaced if it is older than the window', () => {
    const late = at(200 * DAY);
    const all = [...release(1, 40 * DAY), ...pushedAndDeployed(50, 'main 1')];
    expect(foreseen(definition, all, late).outlook).toEqual({
      kind: 'after-action',
    });
  });

  it('is found exactly among many others', () => {
    const many = Array.from({ length: 30 }, (_, index) => index + 1);
    const all = [
      ...many.flatMap(number =>
        release(number, (20 + number) * DAY, `main ${number - 1}`),
      ),
      ...pushedAndDeployed(55, 'main 30'),
      ...release(99, 70 * DAY, 'p55'),
    ];
    const { outlook, pauses } = foreseen(definition, all, NOW);
    expect(outlook).toEqual({
      kind: 'by-itself',
      at: at(55 * DAY + 60 + 90 * DAY),
    });
    expect(pauses).toBeGreaterThan(20);
    expect(pauses).toBeLessThan(60);
  });
});

describe('an interval that was too long', () => {
  const weekly = assertingOver(
    {
      each: 'interval',
      between: 'security-scan-finished',
      within: 'P30D',
      before: 'P30D',
    },
    'interval.length.satisfied',
    { parameters: { longestInterval: always('P7D') } },
  );
  const every = (...days: number[]) =>
    days.map(number =>
      evidence('security-scan-finished', day(number), {
        tool: { name: 'trivy' },
        kind: 'container',
        finishedAt: day(number),
      }),
    );

  it('turns green by itself when it leaves the window, if scans go on', () => {
    expect(tell(weekly, every(65, 72, 79, 92, 96))).toEqual({
      kind: 'by-itself',
      at: day(122),
    });
  });

  it('does not while it lasts', () => {
    expect(tell(weekly, every(65, 72, 79, 86))).toMatchObject({
      kind: 'checked-again',
      notBefore: day(130),
    });
  });
});

describe('the gates of a branch', () => {
  const gates = assertingOver(
    { each: 'branch', from: 'branch-protection-observed', within: 'P2D' },
    'branch.gates.satisfied',
    { parameters: { period: always('P30D'), requiredApprovals: always(1) } },
  );
  const sound: Predicate<'branch-protection-observed'> = {
    complete: true,
    branch: 'main',
    protected: true,
    changesRequired: true,
    requiredApprovals: 1,
    allowsForcePush: false,
    allowsDeletion: false,
    enforcedForAdmins: true,
    bypass: [],
  };
  const read = (number: number, isOn = true) =>
    evidence('branch-protection-observed', day(number), {
      ...sound,
      ...(!isOn && { protected: false }),
    });
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it('turn green by themselves when the time without them leaves the period', () => {
    const all = days(60, 100).map(number => read(number, number !== 80));
    expect(tell(gates, all)).toEqual({ kind: 'by-itself', at: day(111) });
  });

  it('do not while they are off', () => {
    const all = days(60, 100).map(number => read(number, number < 99));
    expect(tell(gates, all)).not.toMatchObject({ kind: 'by-itself' });
  });

  it('do not if nobody reads them any more', () => {
    const all = days(60, 90).map(number => read(number, number !== 80));
    expect(tell(gates, all)).not.toMatchObject({ kind: 'by-itself' });
  });
});

describe('the record of an asset', () => {
  const over = (judgement: string) =>
    assertingOver(
      { each: 'asset', from: 'asset-record-observed', within: 'P30D' },
      `asset.${judgement}.satisfied`,
    );

  it('turns green by itself on the day from which its exemption is not too long', () => {
    const record = recordObserved(
      {
        support: {
          notApplicable: 'Written by ourselves.',
          until: '2027-06-30',
        },
      },
      99 * DAY,
    );
    expect(tell(over('support'), [record])).toEqual({
      kind: 'by-itself',
      at: '2026-06-30T00:00:00.000Z',
    });
  });

  it('does not when its review is overdue: only the question is asked again', () => {
    const all = [recordObserved({}, 99 * DAY), recordReviewed('2025-01-01')];
    expect(tell(over('classification'), all)).toEqual({
      kind: 'checked-again',
      at: at(129 * DAY),
    });
  });

  it('which nobody has read ends when somebody acts', () => {
    expect(tell(over('record'), [])).toEqual({ kind: 'after-action' });
  });
});

describe('a gap of a source', () => {
  const gap = {
    sourceId: 'github',
    from: day(50),
    cause: 'receiver-down' as const,
  };
  const sound = [...release(1, 60 * DAY), ...release(2, 80 * DAY, 'main 1')];

  it('that has ended leaves the window', () => {
    expect(
      tell(definition, sound, { gaps: [{ ...gap, to: day(51) }] }),
    ).toEqual({ kind: 'by-itself', at: day(141) });
  });

  it('is found exactly if much else leaves the window before', () => {
    const many = Array.from({ length: 12 }, (_, index) => index + 1);
    const all = [
      ...many.flatMap(number =>
        release(
          number,
          (20 + number) * DAY,
          number > 1 ? `main ${number - 1}` : undefined,
        ),
      ),
      ...release(13, 60 * DAY, 'main 12'),
      ...release(14, 80 * DAY, 'main 13'),
    ];
    expect(tell(definition, all, { gaps: [{ ...gap, to: day(51) }] })).toEqual({
      kind: 'by-itself',
      at: at(60 * DAY + 4 + 90 * DAY),
    });
  });

  it('that lasts does not', () => {
    expect(tell(definition, sound, { gaps: [gap] })).toMatchObject({
      kind: 'checked-again',
    });
  });
});

it('there is nothing to foresee where nothing is wrong', () => {
  const all = [...release(1, 60 * DAY), ...release(2, 80 * DAY, 'main 1')];
  expect(foreseen(definition, all, NOW)).toEqual({
    outlook: { kind: 'checked-again', at: at(60 * DAY + 4 + 90 * DAY) },
    pauses: 0,
  });
});
