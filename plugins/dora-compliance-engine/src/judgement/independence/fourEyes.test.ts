import type {
  AccountClaim,
  Evidence,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../../testing/inEnglish';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import {
  at,
  commitsObserved,
  deployed,
  evidence,
  merged,
  reviewed,
  sha,
} from '../../testing/story';
import { judgeIndependence } from './independence';
import { combineChecks } from '../../registry/Judgement';

const JENKINS = 'jenkins.bank.example';

function on(system: string, more: Partial<Identity>): Identity {
  return { system, kind: 'human', ...more };
}
const github = (login: string, more: Partial<Identity> = {}) =>
  on('github.com', { login, ...more });
const jenkins = (login: string, more: Partial<Identity> = {}) =>
  on(JENKINS, { login, ...more });
const bot = github('renovate[bot]', { kind: 'bot' });

function claim(
  key: string,
  user: string,
  how: AccountClaim['how'] = 'explicit',
): AccountClaim {
  return { key, userRef: `user:default/${user}`, how };
}
const aliceOnGithub = claim('github.com/alice', 'alice');
const aliceOnJenkins = claim(`${JENKINS}/a.smith`, 'alice');
const marco = claim('github.com/marco', 'marco');

/** One change, by default of alice, approved by marco, deployed by a bot. */
type Story = {
  author?: Identity;
  pusher?: Identity;
  approver?: Identity;
  deployer?: Identity;
  people?: AccountClaim[];
};

function judge(story: Story) {
  const {
    author = github('alice'),
    pusher = author,
    approver = github('marco'),
    deployer = github('deploy[bot]', { kind: 'bot' }),
    people = [],
  } = story;
  const change = merged(1, 30, 'alice', 'h', 'm');
  const member = deployed(40, 'm', { deployer });
  const push = evidence('commits-pushed', at(30), {
    branch: 'main',
    after: sha('m'),
    forced: false,
    pushedBy: pusher,
    commits: [{ commit: sha('m'), author, coAuthors: [], title: 'm' }],
  });
  const update = {
    ...reviewed(1, 10, approver, 'h'),
    type: 'change-updated',
    id: 'sha256:update',
    predicate: {
      change: change.predicate.change,
      pushedBy: pusher,
      headCommit: sha('h'),
    },
  } as unknown as Evidence;
  const all = [
    update,
    commitsObserved(1, 30, [
      { commit: sha('h'), author, coAuthors: [], title: 'h' },
    ]),
    reviewed(1, 20, approver, 'h'),
    { ...change, predicate: { ...change.predicate, author } } as Evidence,
    push,
    member,
  ];
  const checks = judgeIndependence(
    member,
    new EvidenceIndex(all, at(10_000), people),
  );
  const first =
    checks.find(({ passed }) => passed === false) ??
    checks.find(({ passed }) => passed === null);
  return {
    answer: `${combineChecks(checks)} ${first?.cause.code ?? ''}`.trim(),
    said: first ? inEnglish.sentence(first.cause) : '',
  };
}

describe('four eyes across systems', () => {
  it.each<[string, string, Story]>([
    ['two accounts of one system', 'true', {}],
    [
      'two accounts of one user',
      'false self-approval',
      { approver: jenkins('a.smith'), people: [aliceOnGithub, aliceOnJenkins] },
    ],
    [
      'two accounts of one user in one system',
      'false self-approval',
      {
        approver: github('alice-admin'),
        people: [aliceOnGithub, claim('github.com/alice-admin', 'alice')],
      },
    ],
    [
      'accounts of two users',
      'true',
      {
        approver: jenkins('m.rossi'),
        people: [aliceOnGithub, claim(`${JENKINS}/m.rossi`, 'marco')],
      },
    ],
    [
      'an account that an address leads to the user of the other',
      'false self-approval',
      {
        approver: on('dev.azure.com', { login: 'Alice@bank.example' }),
        people: [
          aliceOnGithub,
          claim('mailto:alice@bank.example', 'alice', 'email'),
        ],
      },
    ],
    [
      'an annotation that outweighs an address',
      'true',
      {
        approver: jenkins('m.rossi', { email: 'alice@bank.example' }),
        people: [
          aliceOnGithub,
          claim('mailto:alice@bank.example', 'alice', 'email'),
          claim(`${JENKINS}/m.rossi`, 'marco'),
        ],
      },
    ],
    [
      'an author known by an address of the catalog alone',
      'true',
      {
        author: on('github.com', { email: 'alice@bank.example' }),
        pusher: github('alice'),
        people: [
          aliceOnGithub,
          marco,
          claim('mailto:alice@bank.example', 'alice', 'email'),
        ],
      },
    ],
    [
      'an author and an approver known by one address',
      'false self-approval',
      {
        author: on('github.com', { email: 'marco@bank.example' }),
        people: [marco, claim('mailto:marco@bank.example', 'marco', 'email')],
      },
    ],
    [
      'an author whose address two users have',
      'null author-unlinked',
      {
        author: on('github.com', { email: 'team@bank.example' }),
        pusher: github('alice'),
        people: [
          claim('mailto:team@bank.example', 'alice', 'email'),
          claim('mailto:team@bank.example', 'erik', 'email'),
        ],
      },
    ],
    [
      'one address in two systems, though the catalog knows nobody',
      'false self-approval',
      {
        author: github('alice', { email: 'alice@bank.example' }),
        approver: jenkins('a.smith', { email: 'ALICE@bank.example' }),
      },
    ],
    [
      'accounts of two systems that nobody joined',
      'null independence-unclear',
      { approver: jenkins('m.rossi'), people: [aliceOnGithub] },
    ],
    [
      'a deployer whom nobody joined',
      'null independence-unclear',
      { deployer: jenkins('a.smith'), people: [aliceOnGithub, marco] },
    ],
    [
      'a deployer who is the approver by another name',
      'false self-approval',
      {
        deployer: jenkins('m.rossi'),
        people: [marco, claim(`${JENKINS}/m.rossi`, 'marco')],
      },
    ],
    [
      'an account two users claim, one of them the approver',
      'null account-ambiguous',
      {
        people: [aliceOnGithub, claim('github.com/alice', 'marco'), marco],
      },
    ],
    [
      'an account two users claim, none of them the approver',
      'true',
      {
        people: [aliceOnGithub, claim('github.com/alice', 'erik'), marco],
      },
    ],
  ])('judges %s: %s', (_, answer, story) => {
    expect(judge(story).answer).toBe(answer);
  });

  it.each<[string, string, Story]>([
    [
      'one id under two logins',
      'false self-approval',
      {
        author: github('alice', { id: '7' }),
        approver: github('alice-smith', { id: '7' }),
      },
    ],
    [
      'one login that went over to another account',
      'true',
      {
        author: github('alice', { id: '7' }),
        approver: github('alice', { id: '8' }),
        people: [aliceOnGithub],
      },
    ],
    [
      'one login of which one id is not told',
      'false self-approval',
      { author: github('alice', { id: '7' }), approver: github('Alice') },
    ],
    [
      'one id in two systems',
      'null independence-unclear',
      {
        author: github('alice', { id: '7' }),
        approver: jenkins('marco', { id: '7' }),
      },
    ],
    [
      'an account known by its id and joined by it',
      'false self-approval',
      {
        pusher: on('gitlab.com', { id: '7' }),
        people: [marco, claim('gitlab.com#7', 'marco')],
      },
    ],
  ])('judges %s: %s', (_, answer, story) => {
    expect(judge(story).answer).toBe(answer);
  });

  const nobody = on('github.com', { name: 'marco' });
  it.each<[string, string, Story]>([
    ['author', 'null author-unlinked', { author: nobody, pusher: bot }],
    ['pusher', 'null person-unidentified', { pusher: nobody }],
    ['deployer', 'null person-unidentified', { deployer: nobody }],
    ['approver', 'null approver-unidentified', { approver: nobody }],
    [
      'author and approver',
      'null approver-unidentified',
      { author: nobody, approver: nobody },
    ],
    [
      'pusher of a change its author approved',
      'false self-approval',
      { pusher: nobody, approver: github('alice') },
    ],
  ])('does not know with an anonymous %s', (_, answer, story) => {
    expect(judge(story).answer).toBe(answer);
  });

  const ownedBy = (user: string) =>
    claim('github.com/renovate[bot]', user, 'bot');
  it.each<[string, string, Story]>([
    ['of nobody', 'true', { author: bot }],
    [
      'of the approver',
      'false self-approval',
      { people: [ownedBy('marco'), marco] },
    ],
    ['of another', 'true', { people: [ownedBy('erik'), marco] }],
    [
      'of two, one of them the approver',
      'false self-approval',
      { people: [ownedBy('erik'), ownedBy('marco'), marco] },
    ],
    [
      'of somebody, approved by whom nobody joined',
      'null independence-unclear',
      { people: [ownedBy('erik')] },
    ],
    [
      'that approves under the name of a person',
      'false approval-by-machine',
      {
        author: github('alice'),
        people: [claim('github.com/marco', 'erik', 'bot')],
      },
    ],
  ])('judges what a bot %s wrote: %s', (_, answer, story) => {
    expect(judge({ author: bot, ...story }).answer).toBe(answer);
  });

  it.each<[string, Story]>([
    [
      'Change #1 was approved only by a.smith, who also pushed commits to it on 2026-03-01 00:10 UTC, and approved it on 2026-03-01 00:20 UTC. alice (github.com) and a.smith (jenkins.bank.example) are the same person (user:default/alice).',
      { approver: jenkins('a.smith'), people: [aliceOnGithub, aliceOnJenkins] },
    ],
    [
      'Change #1 was approved only by alice, who also pushed commits to it on 2026-03-01 00:10 UTC, and approved it on 2026-03-01 00:20 UTC.',
      { approver: github('alice'), people: [aliceOnGithub] },
    ],
    [
      'Change #1 was approved only by marco, who also pushed commits to it on 2026-03-01 00:10 UTC, and approved it on 2026-03-01 00:20 UTC. marco (github.com) is user:default/marco, who is responsible for the bot renovate[bot].',
      { author: bot, people: [ownedBy('marco'), marco] },
    ],
    [
      "m.rossi (jenkins.bank.example) approved change #1. Whether m.rossi (jenkins.bank.example) and alice (github.com) are different people can't be determined. Name their accounts in the catalog.",
      { approver: jenkins('m.rossi') },
    ],
    [
      "Several users in the catalog (user:default/alice and user:default/marco) claim the account alice (github.com). Whether the approval of change #1 is independent can't be determined.",
      { people: [aliceOnGithub, claim('github.com/alice', 'marco'), marco] },
    ],
  ])('says so: %s', (sentence, story) => {
    expect(judge(story).said).toBe(sentence);
  });

  it('a sound approval outweighs one in doubt', () => {
    const people = [aliceOnGithub];
    const member = deployed(40, 'm');
    const all = [
      reviewed(1, 19, jenkins('m.rossi'), 'h'),
      reviewed(1, 20, github('marco'), 'h'),
      merged(1, 30, 'alice', 'h', 'm'),
      member,
    ];
    const index = new EvidenceIndex(all, at(10_000), people);
    const approval = judgeIndependence(member, index).find(
      ({ check }) => check === 'approved-by-another-person',
    );
    expect(approval?.passed).toBe(true);
  });
});
