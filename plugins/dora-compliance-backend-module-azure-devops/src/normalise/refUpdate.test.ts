import * as make from '../__testUtils__/azureObjects';
import { commit, ledger } from '../__testUtils__/expectedSubjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('a push', () => {
  const pushed = (...refUpdates: object[]) =>
    readEvent(sample.pushEvent({ refUpdates }));

  it('that deletes a branch tells where it was', () => {
    expect(pushed(sample.refUpdate('refs/heads/topic/x', 8, 0))).toEqual([
      {
        type: 'reference-changed',
        subjects: [
          ledger,
          { kind: 'branch', uri: `${ledger.uri}?version=GBtopic%2Fx` },
          commit(8),
        ],
        predicate: {
          reference: { kind: 'branch', name: 'topic/x' },
          action: 'deleted',
          before: make.sha(8),
          changedBy: expect.objectContaining({ login: 'anna@bank.example' }),
          changedAt: '2026-03-02T10:00:00.330Z',
        },
        observedAt: '2026-03-02T10:00:00.330Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it.each([
    ['created', 0, 9],
    ['moved', 8, 9],
    ['deleted', 8, 0],
  ])(
    'by which a tag is %s tells no commit, which it may not be',
    (action, from, to) => {
      const [changed, ...others] = pushed(
        sample.refUpdate('refs/tags/v1', from, to),
      );
      expect(others).toEqual([]);
      expect(changed).toMatchObject({
        type: 'reference-changed',
        subjects: [ledger, { kind: 'tag', uri: `${ledger.uri}?version=GTv1` }],
        predicate: { reference: { kind: 'tag', name: 'v1' }, action },
      });
      expect(changed?.subjects).toHaveLength(2);
      expect(changed?.predicate).not.toHaveProperty('before');
      expect(changed?.predicate).not.toHaveProperty('after');
    },
  );
});
