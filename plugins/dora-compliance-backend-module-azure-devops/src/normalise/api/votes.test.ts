import * as make from '../../__testUtils__/azureObjects';
import { Iteration, Thread, votesIn } from './votes';

const at = (hour: number) =>
  `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`;

function votes(
  threads: object[],
  iterations = [
    make.iteration(1, at(8), make.sha(1)),
    make.iteration(2, at(12), make.sha(2)),
  ],
) {
  const read = votesIn(
    threads.map(thread => Thread.parse(thread)),
    iterations.map(item => Iteration.parse(item)),
  );
  return {
    flaws: read.flaws,
    votes: read.votes.map(({ reviewer, vote, commit }) => [
      reviewer.displayName,
      vote,
      commit,
    ]),
  };
}

describe('votes in the threads of a pull request', () => {
  it('are on the commit that was the last one then', () => {
    expect(
      votes([make.voteThread(at(13), 5, 'Elsa'), make.voteThread(at(9), 10)]),
    ).toEqual({
      flaws: [],
      votes: [
        ['Ben', 10, make.sha(1)],
        ['Elsa', 5, make.sha(2)],
      ],
    });
  });

  it('are taken back on the commit they were given on', () => {
    expect(
      votes([make.voteThread(at(9), 10), make.voteThread(at(13), 0)]).votes,
    ).toEqual([
      ['Ben', 10, make.sha(1)],
      ['Ben', 0, make.sha(1)],
    ]);
  });

  it('are not taken back when they are given again on the same commit', () => {
    expect(
      votes([
        make.voteThread(at(9), 10),
        make.voteThread(at(10), 0),
        make.voteThread(at(11), 10),
      ]).votes,
    ).toEqual([
      ['Ben', 10, make.sha(1)],
      ['Ben', 10, make.sha(1)],
    ]);
  });

  it('are all taken back by a reset', () => {
    expect(
      votes([
        make.voteThread(at(9), 10),
        make.voteThread(at(9), -10, 'Elsa'),
        make.resetThread(at(12)),
      ]).votes,
    ).toEqual([
      ['Ben', 10, make.sha(1)],
      ['Elsa', -10, make.sha(1)],
      ['Ben', 0, make.sha(1)],
      ['Elsa', 0, make.sha(1)],
    ]);
  });

  it('that reject are left to stand by a reset of some', () => {
    expect(
      votes([
        make.voteThread(at(9), 10),
        make.voteThread(at(9), -10, 'Elsa'),
        make.resetThread(at(12), 'ResetMultipleVotes'),
      ]).votes.slice(2),
    ).toEqual([['Ben', 0, make.sha(1)]]);
  });

  it('are a flaw when they come before every commit or name nobody', () => {
    expect(votes([make.voteThread(at(7), 10)])).toEqual({
      votes: [],
      flaws: [expect.stringContaining('2026-03-01T07:00:00.000Z')],
    });
    const nobody = { ...make.voteThread(at(9), 10), identities: {} };
    expect(votes([nobody]).flaws).toHaveLength(1);
  });

  it('are no comments and no other news', () => {
    const comment = { id: 1, publishedDate: at(9), properties: null };
    const status = make.resetThread(at(9), 'StatusUpdate');
    expect(votes([comment, status])).toEqual({ votes: [], flaws: [] });
  });
});
