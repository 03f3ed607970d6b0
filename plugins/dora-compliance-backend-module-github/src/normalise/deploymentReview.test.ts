import { deliver, HAPPENED_AT, readPayload } from '../__testUtils__/payloads';
import { documented } from '../__testUtils__/documented';
import { normalise, onEnterprise, read, readOne } from '../__testUtils__/read';
import { normaliseGithub } from './normaliseGithub';

const approved = documented['deployment_review.approved'];

describe('deployment_review', () => {
  it('is a decision on each environment', () => {
    const statements = read('deployment_review', approved);
    expect(statements).toMatchObject([
      {
        type: 'deployment-reviewed',
        observedAt: HAPPENED_AT,
        subjects: [
          { kind: 'repository' },
          { digest: 'gitCommit:5275a45b7e99c7fd7265b790392c10a74101a67a' },
          {
            kind: 'environment',
            uri: 'https://github.com/terraform-test-github/sample-app/deployments/TST',
          },
          {
            kind: 'pipeline-run',
            uri: 'https://github.com/terraform-test-github/sample-app/actions/runs/5453085689',
          },
        ],
        predicate: {
          environment: { name: 'TST', production: false },
          decision: 'approved',
          reviewer: { login: 'ilmax', id: '3263338', kind: 'human' },
          comment: 'Looks good.',
          run: { id: '5453085689', attempt: 1 },
          decidedAt: HAPPENED_AT,
        },
      },
      {
        predicate: { environment: { name: 'production', production: true } },
      },
    ]);
  });

  it('may be a refusal', () => {
    read('deployment_review', documented['deployment_review.rejected']).forEach(
      ({ predicate }) =>
        expect(predicate).toMatchObject({ decision: 'rejected' }),
    );
  });

  it('counts what the installation calls production', () => {
    const { workflow_job_runs, ...rest } = approved;
    const payload = { ...rest, workflow_job_run: { environment: 'live' } };
    expect(readOne('deployment_review', payload).predicate).toMatchObject({
      environment: { name: 'live', production: true },
    });
  });

  it('falls back to the sender, and to somebody unknown', () => {
    const { approver, comment, ...rest } = approved;
    const [statement] = read('deployment_review', rest);
    expect(statement?.predicate).toMatchObject({
      reviewer: { login: approved.sender.login },
    });
    expect(statement?.predicate).not.toHaveProperty('comment');
    expect(
      read('deployment_review', { ...rest, approver: null, sender: null })[0]
        ?.predicate,
    ).toMatchObject({ reviewer: { name: 'ghost', kind: 'unknown' } });
  });

  it('tells a machine from a person', () => {
    const approver = { login: 'gate[bot]', id: 9, type: 'Bot' };
    expect(
      read('deployment_review', { ...approved, approver })[0]?.predicate,
    ).toMatchObject({ reviewer: { login: 'gate[bot]', id: '9', kind: 'bot' } });
  });

  it.each([undefined, null, ''])(
    'is none on a job without environment: %j',
    environment => {
      const { workflow_job_run: _, ...rest } = approved;
      const workflow_job_runs = [
        { id: 1, environment },
        { environment: 'live' },
      ];
      const payload = { ...rest, workflow_job_runs };
      expect(readOne('deployment_review', payload).predicate).toMatchObject({
        environment: { name: 'live' },
      });
    },
  );

  it('is rejected when it names no environment', () => {
    const { workflow_job_run, workflow_job_runs, ...rest } = approved;
    expect(normalise('deployment_review', rest)).toEqual({
      outcome: 'rejected',
      reason: expect.stringContaining('names no environment'),
    });
  });

  it('is rejected when nothing tells when it fell', () => {
    const { body, headers } = deliver('deployment_review', approved);
    const answer = normaliseGithub(
      { body, headers },
      { productionEnvironments: [], protectedBranches: [] },
    );
    expect(answer).toEqual({
      outcome: 'rejected',
      reason: expect.stringContaining('nor its receipt tells'),
    });
  });

  it('is nothing yet when it is only asked for', () => {
    expect(
      read(
        'deployment_review',
        readPayload('deployment_review.requested.0.json'),
      ),
    ).toEqual([]);
    expect(
      read(
        'deployment_protection_rule',
        documented['deployment_protection_rule.requested'],
      ),
    ).toEqual([]);
  });

  it('names a server of its own', () => {
    const [statement] = read('deployment_review', onEnterprise(approved));
    expect(statement?.subjects[2]?.uri).toBe(
      'https://github.bank.example/terraform-test-github/sample-app/deployments/TST',
    );
    expect(statement?.predicate).toMatchObject({
      reviewer: { system: 'github.bank.example' },
    });
  });
});

describe('a decision on a deployment without a run', () => {
  it('still tells who decided, on which environment', () => {
    const payload = {
      ...documented['deployment_review.approved'],
      workflow_run: null,
    };
    const [statement] = read('deployment_review', payload);
    expect(statement).toMatchObject({
      subjects: [{ kind: 'repository' }, { kind: 'environment' }],
      predicate: { decision: 'approved', reviewer: { kind: 'human' } },
    });
    expect(statement?.predicate).not.toHaveProperty('commit');
  });
});
