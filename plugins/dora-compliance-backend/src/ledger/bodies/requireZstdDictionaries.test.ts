import { zstdCompressSync } from 'node:zlib';
import { requireZstdDictionaries } from './requireZstdDictionaries';

describe('requireZstdDictionaries', () => {
  it('accepts this Node', () => {
    expect(() => requireZstdDictionaries()).not.toThrow();
  });

  it('refuses a Node that ignores dictionaries, and names those that do not', () => {
    const ignoring = (bytes: Buffer) => zstdCompressSync(bytes);
    expect(() => requireZstdDictionaries(ignoring)).toThrow(
      'Use Node 22.19 or newer, or 24.6 or newer',
    );
  });
});
