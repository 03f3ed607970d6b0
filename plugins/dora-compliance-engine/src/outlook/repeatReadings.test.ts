import type {
  Evidence,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  at,
  commitsObserved,
  deployed,
  evidence,
  recordObserved,
} from '../testing/story';
import { repeatReadings } from './repeatReadings';

const DAY = 24 * 60;
const day = (number: number) => at(number * DAY);
const NOW = day(100);

const read = (
  number: number,
  more: Partial<Predicate<'branch-protection-observed'>> = {},
) =>
  evidence('branch-protection-observed', day(number), {
    complete: true,
    branch: 'main',
    protected: true,
    ...more,
  });
const record = (number: number) => recordObserved({}, number * DAY);
const from = <T extends Evidence>(sourceId: string, item: T) =>
  ({ ...item, sourceId } as T);

const repeat = (all: readonly Evidence[], until = day(101)) =>
  repeatReadings(all, { now: NOW, until });
const count = (...all: Evidence[]) => repeat(all).length;

describe('a reading', () => {
  it('is repeated with what it said and under an id of its own', () => {
    const item = record(99);
    const [again, ...rest] = repeat([item]);
    expect(rest).toEqual([]);
    expect(again).toEqual({
      ...item,
      id: `${item.id}@${day(101)}`,
      observedAt: day(101),
      recordedAt: NOW,
    });
  });

  it('is repeated only if it is the latest, in whatever order they are given', () => {
    const [weak, sound] = [read(98, { protected: false }), read(99)];
    for (const all of [
      [weak, sound],
      [sound, weak],
    ]) {
      expect(repeat(all).map(({ predicate }) => predicate)).toEqual([
        sound.predicate,
      ]);
    }
  });

  it('of two at the same instant is the one that was recorded later', () => {
    const weak = { ...read(99, { protected: false }), recordedAt: day(99.5) };
    for (const all of [
      [weak, read(99)],
      [read(99), weak],
    ]) {
      expect(repeat(all)[0]?.predicate).toEqual(weak.predicate);
    }
  });

  it('is repeated for each thing and each source', () => {
    const environment = { kind: 'environment' as const, uri: 'https://e/1' };
    const first = record(99);
    expect(count(read(99), read(99, { branch: 'next' }))).toBe(2);
    expect(count(read(99), from('gitlab', read(99)))).toBe(2);
    expect(count(first, { ...record(98), subjects: [environment] })).toBe(2);
    expect(
      count(first, {
        ...record(98),
        subjects: [...first.subjects].reverse(),
      }),
    ).toBe(1);
    expect(count(read(99), record(99))).toBe(2);
  });

  it('is repeated only if it was read in the last three days', () => {
    expect(count(record(97))).toBe(0);
    expect(count({ ...record(97), observedAt: at(97 * DAY + 1) })).toBe(1);
    expect(count(record(100))).toBe(1);
    expect(count(record(100.5))).toBe(0);
  });

  it('of gates is repeated each day until then', () => {
    const times = repeat([read(99)], day(103)).map(one => one.observedAt);
    expect(times.sort()).toEqual([day(101), day(102), day(103)]);
    expect(repeat([record(99)], day(103))).toHaveLength(1);
  });
});

it('what happened is not repeated', () => {
  expect(count(deployed(99 * DAY, 'm'), commitsObserved(1, 99 * DAY, []))).toBe(
    0,
  );
});
