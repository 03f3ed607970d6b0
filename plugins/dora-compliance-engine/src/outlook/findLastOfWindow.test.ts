import type {
  Control,
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../control/compileControl';
import { definition } from '../testing/controls';
import {
  asset,
  at,
  deployed,
  person,
  pushed,
  recordObserved,
  release,
} from '../testing/story';
import { findLastOfWindow } from './findLastOfWindow';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(100);

function find(
  control: Control,
  all: readonly Evidence[],
  asOf: Instant = NOW,
): Instant | undefined {
  const compiled = compileControl(control);
  const input = {
    asset,
    evidence: all,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
  };
  return findLastOfWindow(compiled, input);
}

/** Pushed past all review, and deployed. */
const bypassed = (number: number, before?: string) => [
  pushed(number * DAY - 60, before, `p${number}`, person('erik')),
  deployed(number * DAY, `p${number}`),
];
const [requirement] = definition.assess;

describe('a finding counts until', () => {
  it('the last member that failed leaves the window, not one that complies', () => {
    const sound = [...release(1, 40 * DAY), ...release(2, 60 * DAY, 'main 1')];
    expect(find(definition, sound)).toBeUndefined();
    const all = [
      ...release(1, 40 * DAY),
      ...bypassed(50, 'main 1'),
      ...release(2, 60 * DAY, 'p50'),
    ];
    expect(find(definition, all)).toBe(day(140));
    expect(find(definition, [...all, ...bypassed(55, 'p50')])).toBe(day(145));
  });

  it('the last one leaves the longest of several windows', () => {
    const both: Control = {
      ...definition,
      assess: [
        requirement!,
        {
          ...requirement!,
          id: 'soon',
          population: { each: 'deployment', within: 'P30D' },
        },
      ],
    };
    const all = [...bypassed(50), ...bypassed(95, 'p50')];
    expect(find(both, all)).toBe(day(185));
  });

  it('the last one leaves the window in which it fails, not a longer one', () => {
    const both: Control = {
      ...definition,
      assess: [
        {
          id: 'named',
          text: 'It.',
          assert: 'member.deployment.ref == "main"',
        },
        {
          ...requirement!,
          id: 'soon',
          population: { each: 'deployment', within: 'P30D' },
        },
      ],
    };
    const all = [...bypassed(50), ...bypassed(95, 'p50')];
    expect(find(both, all)).toBe(day(125));
    expect(find(both, bypassed(50))).toBeUndefined();
  });

  it('the last one leaves the only window, if another requirement is about the present', () => {
    const mixed: Control = {
      ...definition,
      assess: [
        requirement!,
        {
          id: 'record',
          text: 'It.',
          assert: 'asset.record.satisfied',
          population: {
            each: 'asset',
            from: 'asset-record-observed',
            within: 'P30D',
          },
        },
      ],
    };
    const all = [...bypassed(50), recordObserved({}, 99 * DAY)];
    expect(find(mixed, all)).toBe(day(140));
  });

  it('no known time, if it has left the window and still runs', () => {
    expect(find(definition, bypassed(10), day(100))).toBeUndefined();
    expect(find(definition, bypassed(10), at(100 * DAY - 1))).toBe(day(100));
    expect(find(definition, bypassed(5), day(100))).toBeUndefined();
  });

  it('that time by evidence that the control trusts', () => {
    const trusting: Control = {
      ...definition,
      evidence: { verification: 'authenticated' },
    };
    const [push, deployment] = bypassed(50);
    const uri = 'https://deploy/50';
    const subject = { kind: 'deployment' as const, uri };
    const told = (item: Evidence, more: Partial<Evidence> = {}) =>
      ({ ...item, subjects: [...item.subjects, subject], ...more } as Evidence);
    const claimed = told(deployed(49 * DAY, 'p50', { id: 'other' }), {
      verification: 'unverified',
      sourceId: 'somebody',
    });
    expect(find(trusting, [push!, told(deployment!), claimed])).toBe(day(140));
  });
});
