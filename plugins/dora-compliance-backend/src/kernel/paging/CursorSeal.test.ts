import { randomBytes } from 'node:crypto';
import { CursorError, writeCursor } from './cursor';
import { CursorSeal } from './CursorSeal';

const key = randomBytes(32);
const createSeal = (current: Buffer, changed?: Buffer) =>
  new CursorSeal({
    current: async () => current,
    changed: async () => changed,
  });
const seal = createSeal(key);
const cursor = writeCursor('component:default/vault');

it('opens what was sealed for the same list', async () => {
  const sealed = await seal.seal(cursor, 'list');
  expect(await seal.open(sealed, 'list')).toBe(cursor);
});

it('can not be read', async () => {
  const sealed = await seal.seal(cursor, 'list');
  const bytes = Buffer.from(sealed, 'base64url').toString('latin1');
  expect(bytes).not.toContain(cursor);
  expect(bytes).not.toContain('vault');
});

it('opens nothing that was sealed for another list', async () => {
  const sealed = await seal.seal(cursor, 'list');
  await expect(seal.open(sealed, 'other')).rejects.toThrow(CursorError);
});

it('opens nothing that was changed, bit by bit', async () => {
  const sealed = Buffer.from(await seal.seal(cursor, 'list'), 'base64url');
  for (let at = 0; at < sealed.length * 8; at += 1) {
    const forged = Buffer.from(sealed);
    forged[at >> 3]! ^= 1 << (at & 7);
    await expect(
      seal.open(forged.toString('base64url'), 'list'),
    ).rejects.toThrow(CursorError);
  }
});

it.each(['', 'x', cursor, 'a'.repeat(8000), '%', 'ä'])(
  'opens nothing like %.20s',
  async forged => {
    await expect(seal.open(forged, 'list')).rejects.toThrow(CursorError);
  },
);

it('opens nothing that is spelled otherwise', async () => {
  const sealed = await seal.seal(cursor, 'list');
  await expect(seal.open(`${sealed}=`, 'list')).rejects.toThrow(CursorError);
});

it('opens what another replica sealed with a newer key', async () => {
  const sealed = await seal.seal(cursor, 'list');
  const old = createSeal(randomBytes(32), key);
  expect(await old.open(sealed, 'list')).toBe(cursor);
});
