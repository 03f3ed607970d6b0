import { readOnce } from './readOnce';

describe('readOnce', () => {
  it('asks once for each key and client', async () => {
    const read = jest.fn(async () => 'bytes');
    const [client, other] = [{}, {}];
    expect(await readOnce(client, 'a', read)).toBe('bytes');
    expect(await readOnce(client, 'a', read)).toBe('bytes');
    expect(read).toHaveBeenCalledTimes(1);
    await readOnce(client, 'b', read);
    await readOnce(other, 'a', read);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('asks again after a failure', async () => {
    const read = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('no route to host'))
      .mockResolvedValue('bytes');
    const client = {};
    await expect(readOnce(client, 'a', read)).rejects.toThrow('no route');
    expect(await readOnce(client, 'a', read)).toBe('bytes');
  });

  it('drops the oldest of more than a hundred', async () => {
    const read = jest.fn(async () => 'bytes');
    const client = {};
    for (let number = 0; number <= 100; number++) {
      await readOnce(client, `key ${number}`, read);
    }
    await readOnce(client, 'key 1', read);
    expect(read).toHaveBeenCalledTimes(101);
    await readOnce(client, 'key 0', read);
    expect(read).toHaveBeenCalledTimes(102);
  });
});
