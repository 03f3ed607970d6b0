import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { withoutValue } from '../__testUtils__/builds';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import {
  collect,
  createContext,
  findHeartbeat,
  buildPaths,
  runsIn,
  readStatements,
  upTo,
} from '../__testUtils__/rounds';
import { JenkinsJob } from './JenkinsJob';
import { readBuilds } from './readBuilds';

let jenkins: FakeJenkins;

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
});
afterEach(() => jenkins.api.stop());

/** Reads the builds of a pipeline; its builds begin an hour apart. */
async function read(pipeline: string, since?: Instant, longestBuild = 'PT6H') {
  return readBuilds(
    new JenkinsJob(
      jenkins.controller,
      jenkins.target(pipeline),
      createContext(),
    ),
    { longestBuild, ...(since && { since }) },
  );
}

const add = (job: string, builds: number) =>
  Array.from({ length: builds }, () => jenkins.addBuild(job));

const findEnd = (job: string, number: number) => {
  const build = jenkins.jobs.get(job)!.builds!.find(it => it.number === number);
  return new Date(
    Number(build!.timestamp) + Number(build!.duration),
  ).toISOString() as Instant;
};

const numbersIn = (builds: readonly { number: number }[]) =>
  builds.map(({ number }) => number).sort((a, b) => a - b);

describe('what is read of builds', () => {
  it('goes back to what must be read, however much that is', async () => {
    jenkins.addJob('busy');
    add('busy', 230);
    const { complete, builds, expects } = await read(
      'busy',
      findEnd('busy', 20),
    );
    expect(complete).toBe(true);
    expect(numbersIn(builds).slice(-216)).toEqual(
      Array.from({ length: 216 }, (_, index) => index + 15),
    );
    expect(expects).toHaveLength(211);
  });

  it('is no more than a page where that is enough', async () => {
    jenkins.addJob('busy');
    add('busy', 130);
    expect((await read('busy', findEnd('busy', 112))).builds).toHaveLength(25);
    expect((await read('busy')).builds).toHaveLength(25);
  });

  it('has a build that took long and ended a moment ago', async () => {
    jenkins.addJob('busy');
    const [slow] = add('busy', 1);
    Object.assign(slow!, { duration: 99.5 * 3_600_000 });
    add('busy', 100);
    const since = findEnd('busy', 100);
    const short = await read('busy', since, 'PT1H');
    expect(short.expects).toHaveLength(2);
    const long = await read('busy', since, 'P5D');
    expect(long.expects?.map(({ subject }) => subject.uri)).toEqual([
      expect.stringMatching(/busy\/101\/$/),
      expect.stringMatching(/busy\/100\/$/),
      slow!.url,
    ]);
  });

  it('goes back in each branch as far as that branch must', async () => {
    jenkins.addMultibranch('many', ['feature%2Fx', 'quiet']);
    add('many/feature%2Fx', 70);
    add('many/quiet', 1);
    const { complete, builds } = await read(
      'many',
      findEnd('many/feature%2Fx', 10),
    );
    expect(complete).toBe(true);
    const busy = builds.filter(({ url }) => !url.includes('quiet'));
    expect(numbersIn(busy)).toEqual(
      expect.arrayContaining(Array.from({ length: 67 }, (_, n) => n + 4)),
    );
    expect(builds).toHaveLength(busy.length + 1);
  });

  it.each([
    ['one', 'a/one'],
    ['a branch', 'many/main'],
  ])('is incomplete when %s discards builds meanwhile', async (_, job) => {
    jenkins.addMultibranch('many', ['main']);
    jenkins.addJob('a/one');
    add(job, 80);
    let asked = 0;
    jenkins.meanwhile = url => {
      asked += url.search.includes('allBuilds') ? 1 : 0;
      if (asked === 2) {
        jenkins.jobs.get(job)!.builds!.splice(5, 1);
      }
    };
    const pipeline = job === 'many/main' ? 'many' : job;
    const { complete, problem } = await read(pipeline, findEnd(job, 2));
    expect(complete).toBe(false);
    expect(problem).toMatch(/^A build was discarded while \/job\/.* was read$/);
  });

  it.each([206, 205, 100])(
    'goes on past build %i, which can not be read, and is incomplete',
    async bad => {
      jenkins.addJob('busy');
      add('busy', 230);
      const builds = jenkins.jobs.get('busy')!.builds!;
      builds.find(({ number }) => number === bad)!.building = 'no';
      const read1 = await read('busy', findEnd('busy', 20));
      expect(numbersIn(read1.builds)).toEqual(
        expect.arrayContaining(
          Array.from({ length: 216 }, (_, index) => index + 15).filter(
            number => number !== bad,
          ),
        ),
      );
      expect(read1.complete).toBe(false);
      expect(read1.problem).toContain(`(build ${bad}): building must be`);
    },
  );

  it('is incomplete beyond what can be read', async () => {
    jenkins.addJob('busy');
    add('busy', 2700);
    const { complete, problem } = await read('busy', findEnd('busy', 20));
    expect(complete).toBe(false);
    expect(problem).toMatch(/^Jenkins lists more than 100 pages at GET /);
  });
});

describe('the builds of a round', () => {
  it('expects what is over, and nothing of what still runs', async () => {
    jenkins.addJob('a');
    const { url } = jenkins.addBuild('a');
    jenkins.addBuild('a', { building: true, result: null, duration: 0 });
    const [builds] = await collect(jenkins, 'a', ['builds']);
    expect(builds?.expects).toEqual([
      {
        subject: { kind: 'pipeline-run', uri: url },
        at: '2026-01-01T01:01:00.000Z',
      },
    ]);
    expect(runsIn([builds!.document])).toEqual(buildPaths('a', [1]));
  });

  it('expects a build under the address its evidence has', async () => {
    jenkins.addJob('a');
    const build = jenkins.addBuild('a');
    const own = build.url;
    build.url = own.replace('/job/', '/view/All/job/');
    const [builds] = await collect(jenkins, 'a', ['builds']);
    const [run] = readStatements(builds!.document);
    expect(builds?.expects?.map(({ subject }) => subject)).toEqual([
      run?.subjects.find(({ kind }) => kind === 'pipeline-run'),
    ]);
    expect(builds?.expects?.[0]?.subject.uri).toBe(own);
  });

  it('loses no build to one that can not be read, and is not complete', async () => {
    jenkins.addJob('a');
    upTo(3).forEach(number =>
      jenkins.addBuild('a', number === 2 ? { duration: null } : {}),
    );
    const [builds, ...rest] = await collect(jenkins, 'a', ['builds', 'stages']);
    expect(builds?.document).toMatchObject({
      complete: false,
      problem:
        "Jenkins lists builds that can't be read: allBuilds.1 (build 2): duration must be number, not null",
    });
    expect(builds?.expects).toHaveLength(2);
    expect(runsIn([builds!.document])).toEqual(buildPaths('a', [1, 3]));
    const stages = rest.filter(it => it.document.part === 'stages');
    expect(stages.map(it => readStatements(it.document).length)).toEqual([
      0, 1, 1,
    ]);
    expect(findHeartbeat(rest).complete).toBe(false);
  });

  it('takes a build with parameters that have no value', async () => {
    jenkins.addJob('a');
    jenkins.addBuild('a', { actions: [{ parameters: withoutValue }] });
    const collected = await collect(jenkins, 'a', ['builds', 'stages']);
    expect(findHeartbeat(collected).complete).toBe(true);
    expect(runsIn([collected[0]!.document])).toEqual(buildPaths('a', [1]));
  });

  it('reads a job that says no address of its repository', async () => {
    jenkins.addJob('a', { scm: { userRemoteConfigs: [{ url: null }] } });
    jenkins.addBuild('a');
    const collected = await collect(jenkins, 'a', ['builds']);
    expect(findHeartbeat(collected).complete).toBe(true);
  });

  it('counts the builds of all branches as those of the project', async () => {
    const branches = upTo(30).map(number => `b${number}`);
    jenkins.addMultibranch('bank/ledger', ['feature%2Fx', ...branches]);
    const all = ['feature%2Fx', 'b1', 'b30'];
    all.forEach(name => jenkins.addBuild(`bank/ledger/${name}`));
    const target = jenkins.target('bank/ledger');
    const [builds, ...rest] = await collect(jenkins, 'bank/ledger', [
      'builds',
      'stages',
    ]);
    expect(findHeartbeat(rest).complete).toBe(true);
    expect(runsIn([builds!.document])).toHaveLength(3);
    expect(rest.filter(it => it.document.part === 'stages')).toHaveLength(3);
    for (const { subjects } of readStatements(builds!.document)) {
      expect(subjects).toContainEqual({ kind: 'pipeline', uri: target.uri });
    }
  });

  it('finds the repository of the job among many checkouts', async () => {
    const checkout = (path: string, sha: string) => ({
      lastBuiltRevision: { SHA1: sha.repeat(40), branch: [{ name: 'main' }] },
      remoteUrls: [`https://git.example/${path}.git`],
    });
    jenkins.addJob('a', {
      actions: [{}, { objectUrl: 'https://git.example/Bank/ledger' }],
    });
    jenkins.addBuild('a', {
      actions: [checkout('lib/shared', 'a'), checkout('bank/ledger', 'b')],
    });
    const collected = await collect(jenkins, 'a', ['builds']);
    expect(readStatements(collected[0]!.document)[0]).toMatchObject({
      subjects: [
        { kind: 'repository', uri: 'https://git.example/Bank/ledger' },
        { kind: 'commit', digest: `gitCommit:${'b'.repeat(40)}` },
        { kind: 'pipeline-run' },
        { kind: 'pipeline' },
      ],
      predicate: { commit: 'b'.repeat(40), branch: 'main' },
    });
  });
});
