import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import {
  collect,
  selectDocuments,
  findHeartbeat,
  readStatements,
  upTo,
} from '../__testUtils__/rounds';

let jenkins: FakeJenkins;

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
});
afterEach(() => jenkins.api.stop());

describe('the details of builds in a round', () => {
  it('does not ask for tests that another plugin reports', async () => {
    jenkins.addJob('a');
    const counts = { failCount: 0, skipCount: 0, totalCount: 3 };
    jenkins.addBuild('a', {
      actions: [{ ...counts, urlName: 'testngreports' }],
    });
    const collected = await collect(jenkins, 'a', ['builds', 'tests']);
    expect(findHeartbeat(collected).complete).toBe(true);
    expect(readStatements(collected[0]!.document)[1]).toMatchObject({
      predicate: { suite: { id: expect.stringMatching(/testngreports\/$/) } },
    });
  });

  it('reads the stages of all builds that ended since, and of no others', async () => {
    jenkins.addJob('a');
    upTo(60).forEach(() => jenkins.addBuild('a'));
    // A clock that is a quarter of an hour behind hides nothing.
    const lookBackTo = '2026-01-02T00:16:00.000Z' as Instant;
    const collected = await collect(jenkins, 'a', ['stages'], lookBackTo);
    const stages = selectDocuments(collected, 'stages');
    const numbers = stages.map(({ answers }) =>
      Number(/\/a\/(\d+)\//.exec(answers[1]!.request)?.[1]),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(upTo(60).slice(23));
  });

  it('asks for no stages of a freestyle job', async () => {
    jenkins.addJob('free', { _class: 'hudson.model.FreeStyleProject' });
    jenkins.addBuild('free', { _class: 'hudson.model.FreeStyleBuild' });
    const collected = await collect(jenkins, 'free', ['stages']);
    expect(collected).toHaveLength(1);
    expect(findHeartbeat(collected).complete).toBe(true);
  });

  it('says so when the stages of a pipeline are not told', async () => {
    jenkins.addJob('a');
    jenkins.addBuild('a');
    jenkins.answers.delete('/job/a/1/wfapi/describe');
    const collected = await collect(jenkins, 'a', ['stages']);
    expect(findHeartbeat(collected)).toMatchObject({
      complete: false,
      problem: 'stages: Jenkins answered 404 to GET /job/a/1/wfapi/describe',
    });
    expect(readStatements(collected[0]!.document)).toEqual([]);
  });

  it('looks into the stages that waited for an approval', async () => {
    jenkins.addJob('bank/staged');
    const { timestamp } = jenkins.addBuild('bank/staged', {
      actions: [{ _class: 'x.input.ApproverAction', userId: 'mia' }],
    });
    const path = '/job/bank/job/staged/1';
    const stage = {
      id: '5',
      name: 'Build',
      status: 'SUCCESS',
      startTimeMillis: timestamp,
      durationMillis: 9_000,
      pauseDurationMillis: 4_000,
    };
    const input = { ...stage, id: '6', name: 'Wait for interactive input' };
    jenkins.answers.set(`${path}/wfapi/describe`, {
      name: '#1',
      status: 'SUCCESS',
      stages: [stage],
    });
    const detail = `${path}/execution/node/5/wfapi/describe`;
    jenkins.answers.set(detail, { ...stage, stageFlowNodes: [input] });
    const whole = await collect(jenkins, 'bank/staged', ['stages']);
    expect(whole.flatMap(it => readStatements(it.document))).toMatchObject([
      { type: 'pipeline-task-finished' },
      { type: 'service-deployed' },
      {
        type: 'deployment-reviewed',
        predicate: {
          environment: { name: 'test' },
          decision: 'approved',
          reviewer: { login: 'mia' },
          decidedAt: '2026-01-01T01:00:09.000Z',
        },
      },
      { type: 'collector-heartbeat' },
    ]);
    jenkins.answers.delete(detail);
    const [broken] = await collect(jenkins, 'bank/staged', ['stages']);
    expect(broken?.document.complete).toBe(false);
    expect(readStatements(broken!.document)).toHaveLength(2);
  });

  it('gives tests by the build and by the report as one', async () => {
    jenkins.addJob('a');
    jenkins.addTests(jenkins.addBuild('a'), 2);
    const collected = await collect(jenkins, 'a', ['builds', 'tests']);
    const [ofBuild] = selectDocuments(collected, 'builds')
      .flatMap(readStatements)
      .filter(({ type }) => type === 'test-suite-finished');
    expect(selectDocuments(collected, 'tests').flatMap(readStatements)).toEqual(
      [ofBuild],
    );
    expect(ofBuild?.predicate).toMatchObject({
      outcome: 'failure',
      counts: { total: 10, passed: 7, failed: 2, skipped: 1 },
    });
  });
});
