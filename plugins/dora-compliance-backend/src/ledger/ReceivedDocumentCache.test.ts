import { at, received } from '../testing/samples';
import { ReceivedDocumentCache } from './ReceivedDocumentCache';

const big = (n: number, minute = 0) =>
  received(`"${String(n).repeat(7_000_000)}"`, minute);

describe('ReceivedDocumentCache', () => {
  it('hands a document out once', () => {
    const cache = new ReceivedDocumentCache();
    const one = received('{}');
    cache.put(1, one);
    expect(cache.take(1)).toBe(one);
    expect(cache.take(1)).toBeUndefined();
  });

  it('takes no more than it has room for, until some went out', () => {
    const cache = new ReceivedDocumentCache();
    const all = [1, 2, 3].map(n => big(n));
    all.forEach((one, number) => cache.put(number, one));
    expect(cache.take(2)).toBeUndefined();
    expect(cache.take(0)).toBeDefined();
    cache.put(2, all[2]!);
    expect(cache.take(2)).toBeDefined();
    expect(cache.take(1)).toBeDefined();
  });

  it('has room for some thousand small ones only', () => {
    const cache = new ReceivedDocumentCache();
    const all = Array.from({ length: 20_000 }, (_, n) => received(`${n}`));
    all.forEach((one, number) => cache.put(number, one));
    const held = all.filter((_, number) => cache.take(number));
    expect(held.length).toBeGreaterThan(10_000);
    expect(held.length).toBeLessThan(17_000);
  });

  it('removes documents that other replicas must have processed', () => {
    const cache = new ReceivedDocumentCache();
    const [old, alsoOld, late] = [big(1), big(2), big(3, 2)];
    [old!, alsoOld!, late!].forEach((one, n) => cache.put(n, one));
    expect(late!.document.receivedAt).toBe(at(2));
    expect(cache.take(2)).toBeDefined();
    expect(cache.take(0)).toBeUndefined();
  });
});
