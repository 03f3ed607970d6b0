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

const listed = commitsObserved(1, 30, [commit('h', person('anna'))]);

/**
 * Change 1 of anna, approved and merged by marco, deployed as `m`. A list of its
 * commits among `more` replaces the one of its only commit.
 */
function judge(commits: PushedCommit[], more: Evidence[] = [], count?: number) {
  const change = merged(1, 30, 'anna', 'h', 'm');
  const member = deployed(40, 'm');
  const all = [
    updated(1, 2, 'anna', 'h'),
    ...(more.some(({ type }) => type === listed.type) ? [] : [listed]),
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
  const notPassed =
    checks.find(({ passed }) => passed === false) ??
    checks.find(({ passed }) => passed === null);
  return `${combineChecks(checks)} ${notPassed?.cause.code ?? ''}`.trim();
}

describe('judgeIndependence', () => {
  const own = commit('h', person('anna'));
  const vouch = (isMadeByHost: boolean) =>
    commitsObserved(1, 30, [own], {
      merge: { commit: sha('m'), isMadeByHost },
    });

  describe('of a merge commit', () => {
    const byButton = commit('m', person('marco'), {
      committer: webFlow,
      title: 'Merge pull request #1 from bank/x',
    });

    it('does not take whoever pressed the button for an author', () => {
      expect(judge([own, byButton], [vouch(true)])).toBe('true');
    });

    it.each([
      ['its committer and its title', [vouch(false)]],
      ['nothing', []],
    ])('does not know what it contains by %s', (_, more) => {
      expect(judge([own, byButton], more)).toBe('null merge-content-unproven');
    });

    it('takes whoever made it by hand for an author', () => {
      const byHand = { ...byButton, committer: person('marco') };
      expect(judge([own, byHand])).toBe('false self-approval');
    });

    it('does not know what somebody else added by hand', () => {
      const byHand = commit('m', person('erik'), { committer: person('erik') });
      expect(judge([own, byHand])).toBe('null merge-content-unproven');
    });
  });

  it('counts every author of a rebased change', () => {
    const commits = [
      commit('first', person('marco')),
      commit('m', person('anna')),
    ];
    expect(judge(commits, [], 2)).toBe('false commits-beside-change');
    const both = ['g', 'h'].map(name => commit(name, person('anna')));
    const whole = commitsObserved(1, 30, both);
    expect(judge(commits, [whole], 2)).toBe('false self-approval');
  });

  it('counts committers, who may have changed what others wrote', () => {
    const amended = commit('m', person('anna'), { committer: person('marco') });
    expect(judge([amended])).toBe('false self-approval');
    const address = (email: string): Identity => ({
      system: 'github.com',
      email,
      kind: 'unknown',
    });
    const committed = (email: string) =>
      judge([commit('m', person('anna'), { committer: address(email) })]);
    expect(committed('who@home.example')).toBe('null author-unlinked');
    expect(committed('noreply@git.bank.example')).toBe('true');
  });

  it('takes an AI assistant in a trailer for no unknown person', () => {
    const assistants: Identity[] = [
      {
        system: 'github.com',
        name: 'Claude',
        email: 'noreply@anthropic.com',
        kind: 'unknown',
      },
      {
        system: 'github.com',
        login: 'Copilot',
        email: '198982749+Copilot@users.noreply.github.com',
        kind: 'unknown',
      },
    ];
    const with_ = (coAuthors: Identity[]) =>
      judge([commit('m', person('anna'), { coAuthors })]);
    expect(with_(assistants)).toBe('true');
    const somebody: Identity = { ...assistants[0]!, email: 'who@home.example' };
    expect(with_([...assistants, somebody])).toBe('null author-unlinked');
    expect(with_([...assistants, person('marco')])).toBe('false self-approval');
  });

  it('knows nobody to be independent until everybody is known', () => {
    const squash = [commit('m', person('anna'))];
    const other = commitsObserved(1, 30, [own], { headCommit: sha('g') });
    expect(judge(squash, [other])).toBe('null change-commits-incomplete');
    const second = { ...updated(1, 3, 'anna', 'h', 'g') } as Evidence;
    expect(judge(squash, [second])).toBe('null pusher-unknown');
    expect(judge(squash, [second, updated(1, 1, 'anna', 'g')])).toBe('true');
    expect(judge(squash, [second, updated(1, 1, 'marco', 'g')])).toBe(
      'false self-approval',
    );
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
    expect(judge(squash)).toBe('true');
  });

  it('knows not all authors when the list of commits was cut', () => {
    const squash = [commit('m', person('anna'))];
    const some = [own];
    const cut = commitsObserved(1, 50, some, { total: 3 });
    expect(judge(squash, [cut])).toBe('null change-commits-incomplete');
    const failed = commitsObserved(1, 50, [], { complete: false });
    expect(judge(squash, [failed])).toBe('null change-commits-incomplete');
    // Until it was read as a whole.
    const whole = commitsObserved(1, 60, some, { total: 1 });
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
    const commits = ['a', 'h', 'm'].map(name => commit(name, person('anna')));
    const merge = { commit: sha('m'), isMadeByHost: true };
    const both = commitsObserved(1, 30, commits.slice(0, 2), { merge });
    expect(judge(commits, [both], 2)).toBe('true');
    const one = commitsObserved(1, 30, commits.slice(1, 2), { merge });
    expect(judge(commits, [one])).toBe('false commits-beside-change');
    expect(judge(commits, [both], 1)).toBe('false commits-beside-change');
    const cut = commitsObserved(1, 30, commits.slice(1, 2), {
      total: 2,
      merge,
    });
    expect(judge(commits, [cut])).toBe('null change-commits-unknown');
  });

  it('lets a finding outweigh what is unknown', () => {
    const unlinked: Identity = {
      system: 'github.com',
      name: 'X',
      kind: 'unknown',
    };
    const whole = commitsObserved(1, 30, [commit('h', unlinked)]);
    const squash = [commit('m', person('marco'))];
    expect(judge(squash, [whole])).toBe('false self-approval');
  });
});

describe('combineChecks', () => {
  it('is unknown when nothing was asked', () => {
    expect(combineChecks([])).toBeNull();
  });
});
