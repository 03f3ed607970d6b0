import { at, received } from '../testing/samples';
import { JustReceived } from './JustReceived';

const big = (n: number, minute = 0) =>
  received(`"${String(n).repeat(7_000_000)}"`, minute);

describe('JustReceived', () => {
  it('hands a document out once', () => {
    const justReceived = new JustReceived();
    const one = received('{}');
    justReceived.put(1, one);
    expect(justReceived.take(1)).toBe(one);
    expect(justReceived.take(1)).toBeUndefined();
  });

  it('takes no more than it has room for, until some went out', () => {
    const justReceived = new JustReceived();
    const all = [1, 2, 3].map(n => big(n));
    all.forEach((one, number) => justReceived.put(number, one));
    expect(justReceived.take(2)).toBeUndefined();
    expect(justReceived.take(0)).toBeDefined();
    justReceived.put(2, all[2]!);
    expect(justReceived.take(2)).toBeDefined();
    expect(justReceived.take(1)).toBeDefined();
  });

  it('has room for some thousand small ones only', () => {
    const justReceived = new JustReceived();
    const all = Array.from({ length: 20_000 }, (_, n) => received(`${n}`));
    all.forEach((one, number) => justReceived.put(number, one));
    const held = all.filter((_, number) => justReceived.take(number));
    expect(held.length).toBeGreaterThan(10_000);
    expect(held.length).toBeLessThan(17_000);
  });

  it('lets go of what others must have worked on meanwhile', () => {
    const justReceived = new JustReceived();
    const [old, alsoOld, late] = [big(1), big(2), big(3, 2)];
    [old!, alsoOld!, late!].forEach((one, n) => justReceived.put(n, one));
    expect(late!.document.receivedAt).toBe(at(2));
    expect(justReceived.take(2)).toBeDefined();
    expect(justReceived.take(0)).toBeUndefined();
  });
});
