import { bankLedger } from '../../__testUtils__/github/bankLedger';
import {
  BUILT_FROM,
  provenanceBundle,
} from '../../__testUtils__/github/documentedSupplyChain';
import { bob } from '../../__testUtils__/github/FakeRepository';
import {
  collect,
  collectPart,
  normalise,
  ofType,
} from '../../__testUtils__/github/rounds';

jest.setTimeout(600_000);

let github = bankLedger();
beforeEach(async () => {
  github = await bankLedger().start();
});
afterEach(() => github.stop());

describe('merged changes', () => {
  const part = 'merged-changes';

  it('show whether GitHub made the commit by which they arrived', async () => {
    const show = async () => {
      const { statements } = await collectPart(github, part);
      return ofType(statements, 'change-commits-observed').map(
        ({ predicate }) => predicate.merge?.isMadeByHost,
      );
    };
    expect(await show()).toEqual([true, true]);
    const signed = github.repository.findMerge.bind(github.repository);
    github.repository.findMerge = sha => {
      const commit = signed(sha)!;
      const { verification } = commit.commit;
      // Anybody can name GitHub as the committer.
      const unsigned = { ...verification, verified: false, reason: 'unsigned' };
      return {
        ...commit,
        commit: { ...commit.commit, verification: unsigned },
      };
    };
    expect(await show()).toEqual([false, false]);
  });

  it('are the recent ones with all of their commits and reviews', async () => {
    const { statements, expects, documents } = await collectPart(github, part);
    // The list, and one for each of the two merged in the last days.
    expect(documents).toHaveLength(3);
    const merged = ofType(statements, 'change-merged');
    expect(merged.map(({ predicate }) => predicate.change.number)).toEqual([
      '3',
      '2',
    ]);
    expect(
      ofType(statements, 'change-reviewed').map(
        ({ predicate }) => predicate.decision,
      ),
    ).toEqual(['dismissed', 'commented', 'approved']);
    const commits = ofType(statements, 'change-commits-observed')[1]!;
    expect(commits.predicate).toMatchObject({ complete: true, total: 130 });
    expect(commits.predicate.commits).toHaveLength(130);
    expect(commits.predicate.commits[0]).toEqual({
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      author: {
        system: 'github.example',
        login: 'alice',
        id: '101',
        name: 'Alice',
        email: 'alice@bank.example',
        kind: 'human',
      },
      committer: {
        system: 'github.example',
        login: 'web-flow',
        id: '104',
        name: 'GitHub',
        email: 'noreply@github.example',
        kind: 'bot',
      },
      coAuthors: [],
      title: 'Step 2-0',
      signature: { verified: true, reason: 'valid' },
    });
    expect(expects).toEqual([
      expect.objectContaining({
        subject: {
          kind: 'change',
          uri: 'https://github.example/bank/ledger/pull/3',
        },
      }),
      expect.objectContaining({ at: merged[1]?.predicate.mergedAt }),
    ]);
  });

  it('are whole beyond the 250 commits GitHub lists', async () => {
    github.repository.merge({ number: 4, hoursAgo: 2, commits: 260 });
    const { statements, heartbeat } = await collectPart(github, part);
    const [newest] = ofType(statements, 'change-commits-observed');
    expect(newest?.predicate).toMatchObject({ complete: true, total: 260 });
    expect(newest?.predicate.commits).toHaveLength(260);
    expect(heartbeat?.complete).toBe(true);
  });

  it.each(['gone', 'those of something else', 'not all listed'])(
    'lack commits alone where those beyond 250 are %s',
    async what => {
      const { repository } = github;
      repository.merge({ number: 4, hoursAgo: 2, commits: 260 });
      const comparison = repository.toCompareRange(4);
      if (what === 'gone') {
        repository.comparisons.delete(comparison);
      } else if (what === 'not all listed') {
        const commits = repository.comparisons.get(comparison)!.slice(0, 255);
        const path = `/repos/bank/ledger/compare/${comparison}`;
        const body = { total_commits: 260, commits };
        github.refusals.set(path, { status: 200, body });
      } else {
        repository.comparisons.get(comparison)!.push(repository.commit('x'));
        repository.commits.set(4, repository.commits.get(4)!.slice(0, 250));
      }
      const { statements, heartbeat, expects } = await collectPart(
        github,
        part,
      );
      const [newest] = ofType(statements, 'change-commits-observed');
      expect(newest?.predicate).toMatchObject({
        complete: false,
        total: 260,
        problem: 'GitHub does not list all 260 commits of pull request 4',
      });
      expect(newest?.predicate.commits).toHaveLength(250);
      expect(ofType(statements, 'change-merged')).toHaveLength(3);
      expect(heartbeat?.complete).toBe(true);
      expect(expects).toHaveLength(3);
    },
  );

  it('are not whole where the commits beyond 250 are refused', async () => {
    const { repository, refusals } = github;
    repository.merge({ number: 4, hoursAgo: 2, commits: 260 });
    const path = `/repos/bank/ledger/compare/${repository.toCompareRange(4)}`;
    const body = { message: 'Resource not accessible by integration' };
    refusals.set(path, { status: 403, body });
    const { heartbeat } = await collectPart(github, part);
    expect(heartbeat?.problem).toContain(`GitHub answered 403 to GET ${path}`);
  });

  it('leave out drafts of reviews', async () => {
    github.repository.reviews.get(3)![0]!.state = 'PENDING';
    const { statements } = await collectPart(github, part);
    expect(ofType(statements, 'change-reviewed')).toHaveLength(2);
  });

  it('name co-authors and unknown accounts', async () => {
    const [commit] = github.repository.commits.get(3)!;
    commit!.author = null;
    commit!.commit.message =
      'Add\n\nCo-authored-by: Bob <102+bob@users.noreply.github.example>';
    const { statements } = await collectPart(github, part);
    const [change] = ofType(statements, 'change-commits-observed');
    expect(change?.predicate.commits[0]).toMatchObject({
      author: { email: 'alice@bank.example', kind: 'unknown' },
      coAuthors: [{ login: 'bob', id: '102' }],
    });
  });

  it('keep what is good when one review can’t be read', async () => {
    github.repository.reviews.get(2)![0]!.commit_id = null;
    const round = await collect(github, [part]);
    const read = round
      .map(({ document }) => normalise(document))
      .find(one => one.outcome === 'normalised' && one.flaws);
    expect(read).toMatchObject({
      flaws: [
        expect.stringMatching(/^review 2000 of pull request 2: .*commit_id/),
      ],
    });
    expect(read?.outcome === 'normalised' && read.statements).toHaveLength(3);
  });
});

describe('runs', () => {
  it('are told with earlier attempts and approvals', async () => {
    const { statements, expects, heartbeat } = await collectPart(
      github,
      'runs',
    );
    expect(heartbeat?.complete).toBe(true);
    expect(
      ofType(statements, 'pipeline-run-finished').map(({ predicate }) => [
        predicate.run.id,
        predicate.run.attempt,
        predicate.outcome,
      ]),
    ).toEqual([
      ['12', 2, 'success'],
      ['12', 1, 'failure'],
    ]);
    const [review] = ofType(statements, 'deployment-reviewed');
    expect(review?.predicate).toMatchObject({
      environment: { name: 'production', production: true },
      decision: 'approved',
      reviewer: { login: 'bob' },
      comment: 'Checked against the plan.',
      run: { id: '12', attempt: 2 },
    });
    // One that still runs is not expected to be known.
    expect(expects).toHaveLength(1);
  });

  it('are not whole beyond the 1,000 GitHub lists', async () => {
    github.repository.runs.splice(0);
    for (let id = 1000; id < 2003; id += 1) {
      github.repository.run({ id, hoursAgo: 3, status: 'queued' });
    }
    const { heartbeat } = await collectPart(github, 'runs');
    expect(heartbeat?.problem).toContain('GitHub lists 1000 of 1003 runs');
  });

  it('tell who rejected', async () => {
    github.repository.run({ id: 14, hoursAgo: 2, approvedBy: bob });
    github.repository.approvals.get(14)![0]!.state = 'rejected';
    const { statements } = await collectPart(github, 'runs');
    expect(
      ofType(statements, 'deployment-reviewed')[0]?.predicate,
    ).toMatchObject({ decision: 'rejected', run: { id: '14' } });
  });
});

describe('attestations', () => {
  const { digest, bundle } = provenanceBundle();

  it('give the provenance of what was deployed', async () => {
    const { statements } = await collectPart(github, 'attestations');
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      type: 'provenance',
      subjects: [
        { kind: 'repository' },
        { kind: 'artifact', digest },
        {
          kind: 'commit',
          digest: `gitCommit:${BUILT_FROM}`,
        },
      ],
      predicate: {
        artifact: { digest },
        predicateType: 'https://slsa.dev/provenance/v1',
        builder:
          'https://github.example/bank/ledger/.github/workflows/release.yml@refs/heads/main',
        sourceRepository: 'https://github.example/bank/ledger',
        runUrl: 'https://github.example/bank/ledger/actions/runs/12/attempts/1',
        signatureChecked: false,
      },
    });
  });

  it('ask for the digests of recent releases', async () => {
    const other = `sha256:${'ab'.repeat(32)}`;
    github.settings.releases[0]!.assets[0].digest = other;
    github.settings.attestations.set(other, []);
    await collectPart(github, 'attestations');
    expect(decodeURIComponent(github.api.requests.join())).toContain(other);
  });

  it('are not whole when GitHub keeps a bundle elsewhere', async () => {
    github.settings.attestations.set(digest, [
      { bundle, repository_id: 77 },
      { repository_id: 77, bundle_url: 'https://elsewhere.example/2' },
    ]);
    const { heartbeat, statements } = await collectPart(github, 'attestations');
    expect(heartbeat?.problem).toContain('1 of 2 attestations');
    expect(statements).toHaveLength(1);
  });

  it('are none where GitHub finds none', async () => {
    github.settings.attestations.clear();
    const { heartbeat, statements } = await collectPart(github, 'attestations');
    expect(github.api.requests.join()).toContain('/attestations/');
    expect(heartbeat?.complete).toBe(true);
    expect(statements).toEqual([]);
  });

  it('are no evidence about another artifact', async () => {
    const other = `sha256:${'cd'.repeat(32)}`;
    github.repository.deploy({
      id: 15,
      hoursAgo: 1,
      payload: { image: other },
    });
    github.settings.attestations.set(other, [{ bundle, repository_id: 77 }]);
    const round = await collect(github, ['attestations']);
    const read = round
      .map(({ document }) => normalise(document))
      .find(one => one.outcome === 'normalised' && one.flaws);
    expect(read).toMatchObject({
      statements: [{ predicate: { artifact: { digest } } }],
      flaws: [expect.stringContaining('it is about another artifact')],
    });
  });
});
