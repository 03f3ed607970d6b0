import {
  collectedDocument,
  readPredicates,
} from '../../__testUtils__/collectedDocument';

describe('security-scans', () => {
  it('are the jobs that left a security report', () => {
    expect(
      readPredicates(
        collectedDocument('security-scans', ['/pipelines/31/jobs']),
      ),
    ).toEqual([
      {
        tool: { name: 'semgrep-sast' },
        kind: 'code',
        category: 'sast',
        ref: 'main',
        commit: 'f'.repeat(40),
        url: 'https://gitlab.bank.example/bank/ledger/-/jobs/5',
        finishedAt: '2026-03-30T10:00:00.000Z',
      },
    ]);
  });
});
