import { freestyleBuild } from '../__testUtils__/builds';
import { answer, job, read } from '../__testUtils__/collectedParts';

describe('a list of builds', () => {
  const bodies = {
    builds: (builds: unknown[]) => ({ builds }),
    allBuilds: (allBuilds: unknown[]) => ({ allBuilds }),
    'jobs.1.builds': (builds: unknown[]) => ({ jobs: [{}, { builds }] }),
  };
  const build = (number: number) =>
    freestyleBuild({ number, url: `https://ci.example/job/a/${number}/` });

  it.each(Object.entries(bodies))(
    'in %s loses none of its builds to a bad one, and names it',
    (place, listing) => {
      const list = [
        build(9),
        { ...build(8), timestamp: 'yesterday' },
        null,
        { ...build(6), url: '/job/a/6/' },
        { ...build(5), actions: [{ causes: [{ userId: 7 }] }] },
        build(4),
      ];
      const { statements, flaws } = read('builds', [
        job,
        answer('/job/a/api/json', listing(list)),
      ]);
      expect(
        statements.map(({ predicate }) => (predicate as any).run.id),
      ).toEqual(['9', '5', '4']);
      expect(flaws).toEqual([
        `${place}.1 (build 8): timestamp must be number, not string`,
        `${place}.2: payload must be object, not null`,
        `${place}.3 (build 6): url is not the address of a build of Jenkins`,
        'build 5: actions.0.causes.0.userId must be string, not number',
      ]);
    },
  );
});
