import * as make from '../__testUtils__/azureObjects';
import { account, environment, run } from '../__testUtils__/expectedSubjects';
import { normaliseEvent, readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('an approval', () => {
  it('of a stage tells who gave it', () => {
    expect(readEvent(sample.approvalEvent())).toEqual([
      {
        type: 'deployment-reviewed',
        subjects: [run, environment],
        predicate: {
          environment: { name: 'production', production: true },
          decision: 'approved',
          reviewer: account('Ben'),
          comment: 'go',
          run: { id: '42', url: run.uri },
          decidedAt: '2026-03-02T10:05:00.000Z',
        },
        observedAt: '2026-03-02T10:05:00.000Z',
        sourceId: 'azure-devops',
      },
    ]);
  });

  it('may be refused', () => {
    const approval = make.approval('a', '2026-03-02T10:05:00Z', 'rejected');
    expect(readEvent(sample.approvalEvent({ approval }))[0]).toMatchObject({
      predicate: { decision: 'rejected' },
    });
  });

  it('without steps tells no reviewer', () => {
    const approval = {
      ...make.approval('a', '2026-03-02T10:05:00Z'),
      steps: [],
    };
    const [reviewed] = readEvent(sample.approvalEvent({ approval }));
    expect(reviewed?.predicate).not.toHaveProperty('reviewer');
    const timedOut = { ...approval, status: 'timedOut' };
    expect(readEvent(sample.approvalEvent({ approval: timedOut }))).toEqual([]);
  });

  it('for something else than an environment is no review', () => {
    const resource = { type: 'queue', id: '1', name: 'Default' };
    expect(readEvent(sample.approvalEvent({ resource }))).toEqual([]);
  });

  it('that names no environment is rejected', () => {
    expect(
      normaliseEvent(sample.approvalEvent({ resource: null })),
    ).toMatchObject({
      outcome: 'rejected',
      reason: expect.stringContaining('names no environment'),
    });
  });

  it('is read from its sentence where nothing else tells', () => {
    expect(readEvent(sample.approvalInWords())).toMatchObject([
      {
        subjects: [run, environment],
        predicate: {
          environment: { name: 'live', production: true },
          decision: 'approved',
          reviewer: { id: make.person('Ben').id },
          run: { id: '42' },
          decidedAt: '2026-03-02T10:05:00.460Z',
        },
      },
    ]);
  });

  it('of a server may come without encryption', () => {
    const page =
      'http://tfs.bank.example:8080/tfs/Main/payments/_build/results?buildId=42';
    const event = {
      ...sample.approvalEvent({ run: null }),
      message: { text: 'x', html: `<a href="${page}">run</a>` },
    };
    expect(readEvent(event)[0]).toMatchObject({
      type: 'deployment-reviewed',
      predicate: { run: { id: '42' } },
    });
  });
});
