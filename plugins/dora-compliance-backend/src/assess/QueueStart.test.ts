import { at } from '../testing/samples';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import { QueueStart } from './QueueStart';

const first = { dueAt: at(0), entityRef: 'a', controlId: 'c' };

it('is remembered for less than ten seconds, in one direction of time', () => {
  const start = new QueueStart();
  expect(start.read(at(1))).toBeUndefined();
  start.move(first);
  expect(start.read(at(1))).toBe(first);
  expect(start.read(shiftInstant(at(1), 9_999))).toBe(first);
  expect(start.read(shiftInstant(at(1), 10_000))).toBeUndefined();
  start.move(first);
  expect(start.read(at(1))).toBeUndefined();
});

it('is looked for again by every eighth claim', () => {
  const start = new QueueStart();
  const looked = Array.from({ length: 16 }, () => start.countClaim());
  expect(looked.flatMap((isDue, place) => (isDue ? place : []))).toEqual([
    7, 15,
  ]);
});
