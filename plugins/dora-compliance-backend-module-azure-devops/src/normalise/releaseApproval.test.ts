import * as make from '../__testUtils__/azureObjects';
import { deployment, run } from '../__testUtils__/expectedSubjects';
import { readEvent } from '../__testUtils__/readEvent';
import * as sample from '../__testUtils__/sampleEvents';

describe('the approval of a classic release', () => {
  it('is given by a person before it is deployed', () => {
    expect(readEvent(sample.releaseApprovalEvent())).toMatchObject([
      {
        type: 'deployment-reviewed',
        subjects: [deployment, run],
        predicate: {
          decision: 'approved',
          reviewer: { login: 'ben@bank.example' },
          comment: 'Good to go!',
        },
        observedAt: '2026-03-02T10:05:00.260Z',
      },
    ]);
    for (const other of [
      { isAutomated: true },
      { approvalType: 'postDeploy' },
      { status: 'canceled' },
    ]) {
      expect(readEvent(sample.releaseApprovalEvent(other))).toEqual([]);
    }
  });

  it('may stand beside its release and environment', () => {
    expect(readEvent(sample.shortReleaseApprovalEvent())).toMatchObject([
      {
        type: 'deployment-reviewed',
        subjects: [deployment],
        predicate: {
          environment: { name: 'Production', production: true },
          decision: 'approved',
          reviewer: { login: 'ben@bank.example' },
          decidedAt: '2026-03-02T10:05:00.260Z',
        },
      },
    ]);
  });

  it('is given when its event was made, where no more is told', () => {
    for (const modifiedOn of [undefined, '0001-01-01T00:00:00']) {
      expect(
        readEvent(sample.shortReleaseApprovalEvent({ modifiedOn }))[0]
          ?.observedAt,
      ).toBe('2026-03-02T12:00:00.123Z');
    }
  });

  it('is given by nobody where a group was asked', () => {
    const group = { ...make.person('Team'), isContainer: true };
    const [reviewed] = readEvent(
      sample.releaseApprovalEvent({ approver: group, approvedBy: null }),
    );
    expect(reviewed?.predicate).not.toHaveProperty('reviewer');
  });
});
