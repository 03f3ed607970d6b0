import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { STARTED } from '../__testUtils__/builds';
import {
  answer,
  BUILD,
  built,
  inputIn,
  job,
  read,
  rule,
  createScope,
  stagesThat,
  listTypes,
} from '../__testUtils__/collectedParts';

const approver = (userId: string) => ({
  _class: 'org.jenkinsci.plugins.workflow.support.steps.input.ApproverAction',
  userId,
});

const reviewsIn = (statements: readonly Statement[]) =>
  statements.filter(({ type }) => type === 'deployment-reviewed');
describe('an input', () => {
  const scope = createScope(
    rule('test', 'Build'),
    rule('live', 'Deploy'),
    rule('all'),
  );

  /** Reads a run in which somebody decided on inputs. */
  const decided = (
    build: ReturnType<typeof built>,
    inputs: ReturnType<typeof answer>[],
    { status = 'SUCCESS', by = scope } = {},
  ) => read('stages', [job, build, stagesThat(status), ...inputs], by);

  it('is approved by the account the build names, when the step ended', () => {
    const { statements, flaws } = decided(built([approver('mia')]), [
      inputIn('10', 'SUCCESS', 3_000),
    ]);
    expect(flaws).toEqual([]);
    expect(reviewsIn(statements)).toMatchObject([
      {
        predicate: {
          environment: { name: 'live', production: true },
          decision: 'approved',
          reviewer: { system: 'ci.example', login: 'mia' },
          run: { id: '16' },
          decidedAt: '2026-01-01T10:00:13.000Z',
        },
      },
    ]);
  });

  it('counts for the deployment that comes next', () => {
    const { statements } = decided(built([approver('mia')]), [
      inputIn('8', 'SUCCESS', 1_000),
    ]);
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'live' } } },
    ]);
  });

  it('counts for the whole build where that is what deploys', () => {
    const { statements } = decided(
      built([approver('mia')]),
      [inputIn('8', 'SUCCESS', 1_000)],
      { by: createScope(rule('all')) },
    );
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'all' } } },
    ]);
  });

  it('names approvers in the order of the decisions', () => {
    const { statements } = decided(
      built([approver('first'), approver('second')]),
      [inputIn('10', 'SUCCESS', 3_000), inputIn('8', 'SUCCESS', 1_000)],
    );
    expect(
      reviewsIn(statements).map(({ predicate }) => predicate),
    ).toMatchObject([
      { reviewer: { login: 'first' }, decidedAt: '2026-01-01T10:00:06.000Z' },
      { reviewer: { login: 'second' }, decidedAt: '2026-01-01T10:00:13.000Z' },
    ]);
  });

  it.each([0, 2])('has no reviewer when %i are named for one', count => {
    const { statements, flaws } = decided(
      built(Array.from({ length: count }, () => approver('mia'))),
      [inputIn('10', 'SUCCESS', 3_000)],
    );
    const [review] = reviewsIn(statements);
    expect(review?.predicate).toMatchObject({ decision: 'approved' });
    expect(review?.predicate).not.toHaveProperty('reviewer');
    expect(flaws).toEqual([
      expect.stringContaining(`names ${count} approvers for 1 inputs`),
    ]);
  });

  it('of a stage within a stage is one, and of the inner one', () => {
    const inner = inputIn('10', 'SUCCESS', 3_000);
    const outer = inputIn('8', 'SUCCESS', 1_000);
    outer.body = {
      ...(outer.body as object),
      stageFlowNodes: (inner.body as any).stageFlowNodes,
    };
    const { statements, flaws } = decided(
      built([approver('mia')]),
      [outer, inner],
      { by: createScope(rule('outer', 'Test'), rule('live', 'Deploy')) },
    );
    expect(flaws).toEqual([]);
    expect(reviewsIn(statements)).toMatchObject([
      { predicate: { environment: { name: 'live' } } },
    ]);
  });

  it('is rejected where the build says by whom and when', () => {
    const interrupted = {
      _class: 'jenkins.model.InterruptedBuildAction',
      causes: [
        {
          _class:
            'org.jenkinsci.plugins.workflow.support.steps.input.Rejection',
          shortDescription: 'Rejected by Eve',
          timestamp: STARTED + 13_000,
          user: { id: 'eve', fullName: 'Eve' },
        },
      ],
    };
    const { statements } = decided(
      built([interrupted], 'ABORTED'),
      [inputIn('10', 'ABORTED', 3_000)],
      { status: 'ABORTED' },
    );
    expect(reviewsIn(statements)).toMatchObject([
      {
        predicate: {
          environment: { name: 'live' },
          decision: 'rejected',
          reviewer: { login: 'eve', name: 'Eve' },
          decidedAt: '2026-01-01T10:00:13.000Z',
        },
      },
    ]);
  });

  it('is not rejected because the build was stopped', () => {
    const { statements } = decided(
      built([], 'ABORTED'),
      [inputIn('10', 'ABORTED', 3_000)],
      { status: 'ABORTED' },
    );
    expect(reviewsIn(statements)).toEqual([]);
  });

  it('is not judged when a stage was not read', () => {
    const { statements } = read(
      'stages',
      [
        job,
        built([approver('mia')]),
        stagesThat('SUCCESS'),
        inputIn('10', 'SUCCESS', 3_000),
        answer(`${BUILD}/execution/node/8/wfapi/describe`, null, 500),
      ],
      scope,
      'Jenkins answered 500',
    );
    expect(reviewsIn(statements)).toEqual([]);
    expect(listTypes(statements)).toContain('service-deployed');
  });
});
