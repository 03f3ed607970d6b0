import { sha, URL_OF_PROJECT } from './payloads';

/** What the payloads are about, as statements name it. */

export const SYSTEM = 'gitlab.bank.example';

export const annHere = {
  system: SYSTEM,
  login: 'ann',
  id: '1',
  kind: 'unknown',
};

export const bobHere = { ...annHere, login: 'bob', id: '2' };

export const ledger = { kind: 'repository', uri: URL_OF_PROJECT };

/** Subject of the commit `sha(digit)`. */
export const commitSubject = (digit: string) => ({
  kind: 'commit',
  digest: `gitCommit:${sha(digit)}`,
});
