import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { BackfillStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { FakeJenkins } from '../__testUtils__/FakeJenkins';
import { backfill, buildPaths, runsIn, upTo } from '../__testUtils__/rounds';

let jenkins: FakeJenkins;

beforeEach(async () => {
  jenkins = await FakeJenkins.start();
});
afterEach(() => jenkins.api.stop());

describe('a backfill', () => {
  const documentsIn = (steps: readonly BackfillStep[]) =>
    steps.flatMap(({ documents }) => documents);

  it('reads all builds, also those no list of recent ones has', async () => {
    jenkins.addJob('a');
    upTo(130).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins, 'a');
    expect(runsIn(documentsIn(steps))).toEqual(buildPaths('a', upTo(130)));
    expect(steps.at(-1)).toMatchObject({ done: 130 });
  });

  it('ends with the builds that are old enough', async () => {
    jenkins.addJob('a');
    upTo(130).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins, 'a', {
      since: '2026-01-06T00:00:00.000Z' as Instant,
    });
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({ done: 11 });
  });

  it.each([1, 10, 30])(
    'misses none when %i builds were discarded meanwhile',
    async count => {
      jenkins.addJob('a');
      upTo(100).forEach(() => jenkins.addBuild('a'));
      const steps = await backfill(jenkins, 'a', {
        between: so => {
          if (so.length === 2) {
            jenkins.jobs.get('a')!.builds!.splice(5, count);
          }
        },
      });
      expect(runsIn(documentsIn(steps))).toEqual(buildPaths('a', upTo(100)));
    },
  );

  it.each([1, 60])('misses none when %i builds came meanwhile', async count => {
    jenkins.addJob('a');
    upTo(100).forEach(() => jenkins.addBuild('a'));
    const steps = await backfill(jenkins, 'a', {
      between: so => {
        if (so.length === 2) {
          upTo(count).forEach(() => jenkins.addBuild('a'));
        }
      },
    });
    expect(runsIn(documentsIn(steps))).toEqual(
      expect.arrayContaining(buildPaths('a', upTo(100))),
    );
    expect(steps.at(-1)).toMatchObject({ done: 100 });
  });

  it('reads one branch after the other', async () => {
    jenkins.addMultibranch('mb', ['main', 'dev', 'empty']);
    upTo(30).forEach(() => jenkins.addBuild('mb/main'));
    jenkins.addBuild('mb/dev');
    const steps = await backfill(jenkins, 'mb');
    expect(runsIn(documentsIn(steps))).toEqual(
      [...buildPaths('mb/main', upTo(30)), ...buildPaths('mb/dev', [1])].sort(),
    );
    expect(steps.at(-1)).toMatchObject({ done: 31 });
    expect(steps.at(-1)?.cursor).toBeUndefined();
  });

  it('begins the next branch when the one it reads is deleted', async () => {
    jenkins.addMultibranch('mb', ['a', 'b']);
    upTo(30).forEach(() => jenkins.addBuild('mb/a'));
    upTo(60).forEach(() => jenkins.addBuild('mb/b'));
    const project = jenkins.jobs.get('mb') as { jobs: unknown[] };
    const steps = await backfill(jenkins, 'mb', {
      between: so => so.length === 1 && project.jobs.shift(),
    });
    expect(runsIn(documentsIn(steps))).toEqual(
      expect.arrayContaining(buildPaths('mb/b', upTo(60))),
    );
  });

  it('ends at a project without branches', async () => {
    jenkins.addMultibranch('mb', []);
    expect(await backfill(jenkins, 'mb')).toEqual([{ documents: [], done: 0 }]);
  });

  it('goes on past details that are gone, and says so', async () => {
    jenkins.addJob('a');
    upTo(2).forEach(() => jenkins.addBuild('a'));
    jenkins.answers.delete('/job/a/1/wfapi/describe');
    const steps = await backfill(jenkins, 'a');
    expect(steps).toHaveLength(1);
    expect(steps[0]?.problem).toBeUndefined();
    expect(
      documentsIn(steps).filter(({ complete }) => !complete),
    ).toMatchObject([
      { part: 'stages', problem: expect.stringMatching(/answered 404/) },
    ]);
  });

  it.each([
    ['first of a page', 75],
    ['last of a page', 76],
    ['in between', 60],
  ])('goes on past a build that can not be read, %s', async (_, bad) => {
    jenkins.addJob('a');
    upTo(100).forEach(number =>
      jenkins.addBuild('a', number === bad ? { timestamp: 'x' } : {}),
    );
    const steps = await backfill(jenkins, 'a');
    expect(steps.every(({ problem }) => !problem)).toBe(true);
    expect(runsIn(documentsIn(steps))).toEqual(
      buildPaths(
        'a',
        upTo(100).filter(number => number !== bad),
      ),
    );
    const lists = documentsIn(steps).filter(({ part }) => part === 'builds');
    const broken = lists.filter(({ complete }) => !complete);
    expect(broken.length).toBeGreaterThan(0);
    expect(broken[0]?.problem).toContain(`(build ${bad}): timestamp must be`);
  });

  it('goes on past a page of which no build can be read', async () => {
    jenkins.addJob('a');
    upTo(60).forEach(number =>
      jenkins.addBuild('a', number > 10 ? { number, result: 7 } : {}),
    );
    const steps = await backfill(jenkins, 'a');
    expect(runsIn(documentsIn(steps))).toEqual(buildPaths('a', upTo(10)));
    expect(steps.at(-1)).toMatchObject({ done: 10 });
  });

  it('starts from the newest build after a cursor of another form', async () => {
    jenkins.addJob('a');
    upTo(30).forEach(() => jenkins.addBuild('a'));
    const cursor = '{"from":25,"last":6,"done":25}';
    const steps = await backfill(jenkins, 'a', { cursor });
    expect(runsIn(documentsIn(steps))).toEqual(buildPaths('a', upTo(30)));
  });
});
