import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import { JenkinsJob } from './JenkinsJob';
import { LONGEST_BUILD, readBuilds } from './readBuilds';

let jenkins: FakeJenkins;

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
});
afterEach(() => jenkins.api.stop());

/** Reads the builds of a pipeline that must go back to the end of one. */
async function readBackTo(pipeline: string, job: string, number: number) {
  const build = jenkins.jobs.get(job)!.builds!.find(it => it.number === number);
  const lookBackTo = new Date(
    Number(build!.timestamp) + LONGEST_BUILD,
  ).toISOString();
  const context = {
    now: () => '2026-11-25T12:00:00.000Z' as Instant,
    signal: new AbortController().signal,
    cache: { get: async () => undefined, set: async () => {} },
  };
  return readBuilds(
    new JenkinsJob(jenkins.controller, jenkins.target(pipeline), context),
    lookBackTo as Instant,
  );
}

const add = (job: string, builds: number) =>
  Array.from({ length: builds }, () => jenkins.addBuild(job));

describe('what is read of builds', () => {
  it('are the last 100 of a job, and it is said when they are too few', async () => {
    jenkins.addJob('busy');
    add('busy', 130);
    const enough = await readBackTo('busy', 'busy', 31);
    expect(enough.complete).toBe(true);
    expect(enough.builds).toHaveLength(100);
    const { complete, problem } = await readBackTo('busy', 'busy', 30);
    expect(complete).toBe(false);
    expect(problem).toMatch(
      /\/job\/busy\/ the last 100 builds were read, which go back to 2026-01-02T07:00/,
    );
  });

  it('are the last 25 of a branch, and it is said when they are too few', async () => {
    jenkins.addMultibranch('many', ['main', 'quiet']);
    add('many/main', 40);
    add('many/quiet', 1);
    const enough = await readBackTo('many', 'many/main', 16);
    expect(enough.complete).toBe(true);
    expect(enough.builds).toHaveLength(26);
    const { complete, problem } = await readBackTo('many', 'many/main', 15);
    expect(complete).toBe(false);
    expect(problem).toMatch(/\/job\/main\/ the last 25 builds were read/);
  });
});
