import type { Knex } from 'knex';
import {
  commitSubject,
  type Control,
  type IctAsset,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { normaliseWith } from '../testing/normaliseWith';
import {
  assetNamed,
  at,
  control,
  normalised,
  received,
} from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { compileCatalogue } from './ControlCatalogue';
import { decide } from './decide';

const person = (login?: string) => ({
  system: 'github.com',
  kind: 'human' as const,
  email: 'bob@bank.example',
  ...(login && { login }),
});
const change = {
  number: '1',
  title: 'c',
  url: 'https://github.com/bank/a/pull/1',
};

function say(
  name: string,
  {
    minutes,
    commit,
    type,
    ...said
  }: {
    minutes: number;
    commit: string;
    type: string;
    predicate: object;
  },
): Statement {
  const repository = `https://github.com/bank/${name}`;
  return {
    ...said,
    type,
    subjects: [
      { kind: 'repository', uri: repository },
      commitSubject(commit),
      ...(type.startsWith('change')
        ? [{ kind: 'change', uri: change.url }]
        : []),
    ],
    observedAt: at(minutes),
    sourceId: 'test',
  } as Statement;
}

function pushed(name: string, minutes: number, commit: string, login?: string) {
  return say(name, {
    type: 'commits-pushed',
    minutes,
    commit,
    predicate: {
      branch: 'main',
      after: commit,
      forced: false,
      pushedBy: { system: 'github.com', login: 'merger', kind: 'bot' },
      commits: [{ commit, author: person(login), coAuthors: [], title: 'c' }],
    },
  });
}

function deployed(name: string, minutes: number, commit: string) {
  return say(name, {
    type: 'service-deployed',
    minutes,
    commit,
    predicate: {
      deployment: {
        id: `${name} ${minutes}`,
        url: 'https://d',
        commit,
        ref: 'main',
        environment: { name: 'production', production: true },
        deployer: { system: 's', login: 'x', kind: 'bot' },
      },
      deployedAt: at(minutes),
    },
  });
}

const [first, second] = ['a', 'b'].map(digit => digit.repeat(40));
const statements = [
  // Reveals who is behind an address, before the start of `a`.
  pushed('a', 1, 'c'.repeat(40), 'bob'),
  pushed('b', 0, second!),
  pushed('a', 10, first!),
  deployed('a', 20, first!),
  deployed('b', 21, second!),
];

const opener = { system: 'github.com', login: 'anna', kind: 'human' as const };
const reviewedByAuthor = [
  say('a', {
    type: 'change-merged',
    minutes: 10,
    commit: first!,
    predicate: {
      change,
      author: opener,
      mergedBy: opener,
      mergedAt: at(10),
      headCommit: first,
      mergeCommit: first,
      targetBranch: 'main',
      commitCount: 1,
    },
  }),
  say('a', {
    type: 'change-reviewed',
    minutes: 9,
    commit: first!,
    predicate: {
      change,
      reviewId: '1',
      reviewer: { system: 'github.com', login: 'bob', kind: 'human' },
      decision: 'approved',
      commit: first,
      submittedAt: at(9),
      mayWrite: true,
    },
  }),
];

const latest: Control = {
  ...control,
  id: 'gov-98-test',
  population: { each: 'asset', from: 'service-deployed', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.deployment.url != ""' }],
};
const controls = compileCatalogue([control, latest]);
const a = assetNamed('a');
const both: IctAsset = {
  ...assetNamed('both'),
  repositories: ['a', 'b'].map(name => `https://github.com/bank/${name}`),
};

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

it.each(databases.eachSupportedId())(
  'a result does not depend on what is assessed at the same time on %s',
  async databaseId => {
    knex = await databases.init(databaseId);
    const { documents, decision } = await createStores(knex);
    await documents.receive([received('{}', 1)]);
    await normaliseWith(documents, {
      limit: 1,
      now: at(30),
      normalise: normalised(...statements, ...reviewedByAuthor),
    });
    const due = [a, both].flatMap(asset =>
      [...controls.keys()].map(controlId => ({
        entityRef: asset.entityRef,
        controlId,
        asset,
      })),
    );
    const assess = async (pairs: typeof due) => {
      const decided = await decide({
        due: pairs,
        controls,
        stores: decision,
        asOf: at(40),
      });
      return decided.flatMap(({ assessment }) => assessment ?? []);
    };
    const together = await assess(due);
    expect(together).toHaveLength(4);
    for (const pair of due) {
      const [alone] = await assess([pair]);
      expect(together).toContainEqual(alone);
    }
  },
);
