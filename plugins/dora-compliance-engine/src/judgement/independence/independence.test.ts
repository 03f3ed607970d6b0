import type {
  Evidence,
  Identity,
  PushedCommit,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  at,
  commitsObserved,
  deployed,
  evidence,
  merged,
  person,
  reviewed,
  sha,
  updated,
} from '../../testing/story';
import { judgeIndependence } from './independence';
import { combineChecks } from '../../registry/Judgement';

const webFlow = person('web-flow', 'bot');

function commit(
  name: string,
  author: Identity,
  more: Partial<PushedCommit> = {},
): PushedCommit {
  return { commit: sha(name), author, coAuthors: [], title: name, ...more };
}

function push(commits: PushedCommit[]) {
  return evidence('commits-pushed', at(30), {
    branch: 'main',
    after: commits.at(-1)?.commit ?? '',
    forced: false,
    pushedBy: person('marco'),
    commits,
  });
}

/** Change 1 of anna, approved and merged by marco, deployed as `m`. */
function judge(commits: PushedCommit[], more: Evidence[] = [], count?: number) {
  const change = merged(1, 30, 'anna', 'h', 'm');
  const member = deployed(40, 'm');
  const all = [
    reviewed(1, 20, person('marco'), 'h'),
    {
      ...change,
      predicate: {
        ...change.predicate,
        ...(count !== undefined && { commitCount: count }),
      },
    } as Evidence,
    push(commits),
    member,
    ...more,
  ];
  const checks = judgeIndependence(member, new EvidenceIndex(all, at(10_000)));
  const notPassed = checks.find(({ passed }) => passed !== true);
  return `${combineChecks(checks)} ${notPassed?.cause.code ?? ''}`.trim();
}

describe('judgeIndependence', () => {
  const own = commit('own', person('anna'));

  it('does not take the merger for an author', () => {
    const merge = commit('m', person('marco'), {
      committer: webFlow,
      title: 'Merge pull request #1 from bank/x',
    });
    expect(judge([own, merge])).toBe('true');
  });

  it('takes whoever made a merge commit by hand for an author', () => {
    const merge = commit('m', person('marco'), {
      committer: person('marco'),
      title: 'Merge pull request #1 from bank/x',
    });
    expect(judge([own, merge])).toBe('false self-approval');
  });

  it('counts every author of a rebased change', () => {
    const commits = [
      commit('first', person('marco')),
      commit('m', person('anna')),
    ];
    expect(judge(commits)).toBe('false self-approval');
  });

  it('tells accounts without regard to case', () => {
    expect(judge([commit('m', person('MARCO'))])).toBe('false self-approval');
  });

  it('knows an author by an address linked elsewhere', () => {
    const email = 'marco@bank.example';
    const unlinked: Identity = { system: 'github.com', email, kind: 'unknown' };
    const linked = evidence('commits-pushed', at(5), {
      branch: 'main',
      after: sha('old'),
      forced: false,
      pushedBy: person('marco'),
      commits: [
        commit('old', { ...person('marco'), email: email.toUpperCase() }),
      ],
    });
    expect(judge([commit('m', unlinked)])).toBe('null author-unlinked');
    expect(judge([commit('m', unlinked)], [linked])).toBe(
      'false self-approval',
    );
  });

  it.each([
    ['the final state', 20],
    ['an earlier state', 5],
  ])('counts who pushed %s, so that two can not take turns', (_, minute) => {
    const updates = [
      updated(1, minute, 'marco', 'g'),
      updated(1, 12, 'anna', 'h'),
    ];
    expect(judge([commit('m', person('anna'))], updates)).toBe(
      'false self-approval',
    );
  });

  it('counts the authors of the commits that a squash hides', () => {
    const squash = [commit('m', person('anna'))];
    const hidden = commitsObserved(1, 50, [commit('x', person('marco'))]);
    expect(judge(squash, [hidden])).toBe('false self-approval');
    const listed = commitsObserved(1, 50, [commit('x', person('anna'))]);
    expect(judge(squash, [listed])).toBe('true');
  });

  it('knows not all authors when the list of commits was cut', () => {
    const squash = [commit('m', person('anna'))];
    const listed = [commit('x', person('anna'))];
    const cut = commitsObserved(1, 50, listed, { total: 3 });
    expect(judge(squash, [cut])).toBe('null change-commits-incomplete');
    const failed = commitsObserved(1, 50, [], { complete: false });
    expect(judge(squash, [failed])).toBe('null change-commits-incomplete');
    // Until it was read as a whole.
    const whole = commitsObserved(1, 60, listed, { total: 1 });
    expect(judge(squash, [cut, whole])).toBe('true');
  });

  it('leaves machines out of the authors', () => {
    const bot = person('renovate[bot]', 'unknown');
    expect(judge([commit('m', bot)])).toBe('true');
    const nameless: Identity = {
      system: 'github.com',
      name: 'CI',
      kind: 'bot',
    };
    expect(judge([commit('m', nameless)])).toBe('true');
  });

  it('finds commits that arrived beside the change', () => {
    const commits = ['a', 'b', 'm'].map(name => commit(name, person('anna')));
    expect(judge(commits, [], 2)).toBe('true');
    expect(judge(commits, [], 1)).toBe('false commits-beside-change');
  });

  it('lets a finding outweigh what is unknown', () => {
    const unlinked: Identity = {
      system: 'github.com',
      name: 'X',
      kind: 'unknown',
    };
    const commits = [commit('o', unlinked), commit('m', person('marco'))];
    expect(judge(commits)).toBe('false self-approval');
  });
});

describe('combineChecks', () => {
  it('is unknown when nothing was asked', () => {
    expect(combineChecks([])).toBeNull();
  });
});
