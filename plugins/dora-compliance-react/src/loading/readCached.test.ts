import { readCached } from './readCached';

const bytes = (length: number) => new Uint8Array(length);

describe('readCached', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for each key and client', async () => {
    const read = jest.fn(async () => bytes(5));
    const [client, other] = [{}, {}];
    expect(await readCached(client, 'a', read)).toEqual(bytes(5));
    expect(await readCached(client, 'a', read)).toEqual(bytes(5));
    expect(read).toHaveBeenCalledTimes(1);
    await readCached(client, 'b', read);
    await readCached(other, 'a', read);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('asks once for answers that are still on their way', async () => {
    const read = jest.fn(async () => bytes(5));
    const client = {};
    await Promise.all([
      readCached(client, 'a', read),
      readCached(client, 'a', read),
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('asks again after a failure', async () => {
    const read = jest
      .fn<Promise<Uint8Array>, []>()
      .mockRejectedValueOnce(new Error('no route to host'))
      .mockResolvedValue(bytes(5));
    const client = {};
    await expect(readCached(client, 'a', read)).rejects.toThrow('no route');
    expect(await readCached(client, 'a', read)).toEqual(bytes(5));
  });

  it('asks again after five minutes', async () => {
    const read = jest.fn(async () => ({ verification: 'signed' }));
    const client = {};
    await readCached(client, 'a', read);
    await jest.advanceTimersByTimeAsync(5 * 60_000 - 1);
    await readCached(client, 'a', read);
    expect(read).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(2);
    await readCached(client, 'a', read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps at most 16 MiB, the last used ones', async () => {
    const read = jest.fn(async () => bytes(6 * 1024 * 1024));
    const client = {};
    for (const key of ['a', 'b', 'a', 'c']) {
      await readCached(client, key, read);
    }
    expect(read).toHaveBeenCalledTimes(3);
    await readCached(client, 'a', read);
    expect(read).toHaveBeenCalledTimes(3);
    await readCached(client, 'b', read);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('keeps at most 200 answers', async () => {
    const read = jest.fn(async () => bytes(1));
    const client = {};
    for (let number = 0; number <= 200; number++) {
      await readCached(client, `key ${number}`, read);
    }
    await readCached(client, 'key 1', read);
    expect(read).toHaveBeenCalledTimes(201);
    await readCached(client, 'key 0', read);
    expect(read).toHaveBeenCalledTimes(202);
  });
});
