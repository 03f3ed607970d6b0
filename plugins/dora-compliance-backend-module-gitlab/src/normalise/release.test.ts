import { commitSubject, ledger } from '../__testUtils__/expectedSubjects';
import { release, sha, URL_OF_PROJECT } from '../__testUtils__/payloads';
import {
  answer,
  read,
  RECEIVED_AT,
  withoutTime,
} from '../__testUtils__/reading';

const MADE_AT = '2026-03-02T13:00:00.000Z';

describe('release', () => {
  it('is published when it is created', () => {
    expect(read(release())).toEqual([
      {
        type: 'artifact-published',
        subjects: [
          ledger,
          commitSubject('c'),
          { kind: 'release', uri: `${URL_OF_PROJECT}/-/releases/v1.0.0` },
        ],
        predicate: {
          release: {
            tag: 'v1.0.0',
            name: 'One',
            url: `${URL_OF_PROJECT}/-/releases/v1.0.0`,
          },
          target: sha('c'),
          publishedAt: MADE_AT,
          prerelease: false,
          artifacts: [
            {
              name: 'ledger.tgz',
              url: 'https://files.bank.example/ledger.tgz',
            },
          ],
        },
        observedAt: MADE_AT,
        sourceId: 'gitlab',
      },
    ]);
  });

  it('is known from when it was made, whenever it is said to come out', () => {
    for (const year of ['1999', '2030']) {
      const payload = release({ released_at: `${year}-11-02 12:55:12 UTC` });
      const publishedAt = `${year}-11-02T12:55:12.000Z`;
      expect(read(payload)).toMatchObject([
        { observedAt: MADE_AT, predicate: { publishedAt } },
      ]);
      const older = { ...payload, created_at: undefined };
      expect(read(older)[0]?.observedAt).toBe(RECEIVED_AT);
      expect(withoutTime(older)).toMatchObject({ outcome: 'rejected' });
    }
  });

  it('may have no name, no assets and no commit', () => {
    const bare = { name: '', assets: undefined, commit: null };
    expect(read(release(bare))).toMatchObject([
      { predicate: { release: { name: 'v1.0.0' }, artifacts: [] } },
    ]);
  });

  it.each([
    ['update', 'edited'],
    ['delete', 'deleted'],
  ])('reports its %s', (action, told) => {
    expect(read(release({ action }))).toMatchObject([
      {
        type: 'release-changed',
        subjects: [{ kind: 'repository' }, {}, { kind: 'release' }],
        predicate: {
          release: { tag: 'v1.0.0' },
          action: told,
          changes: [],
          changedAt: RECEIVED_AT,
        },
        observedAt: RECEIVED_AT,
      },
    ]);
  });

  it('says what was not read', () => {
    expect(answer(release({ action: 'archive' }))).toMatchObject({
      statements: [],
      flaws: ['action archive of a release was not read'],
    });
  });
});
