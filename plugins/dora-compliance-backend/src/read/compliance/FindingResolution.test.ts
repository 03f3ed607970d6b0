import type {
  Control,
  Instant,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { assessWith } from '../../testing/assessWith';
import { toInstalled } from '../../assess/toInstalled';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { decide } from '../../assess/decide';
import { normaliseWith } from '../../testing/normaliseWith';
import {
  assetNamed,
  at,
  control as definition,
  normalised,
  received,
} from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { ComplianceQuery } from './ComplianceQuery';
import { KnexControlTexts } from './KnexControlTexts';
import { KnexEvidenceOrigins } from './KnexEvidenceOrigins';

const databases = new FreshDatabases();

const control: Control = {
  ...definition,
  appliesTo: { kind: 'component' },
  population: { each: 'change', within: 'P30D' },
  assess: [{ id: 'it', text: 'It.', assert: 'member.targetBranch == "main"' }],
  remediation: 'Merge to main.',
};
const controls = compileCatalogue([control]);
const { entityRef } = assetNamed('a');
const DAY = 24 * 60;

const merged = (minutes: number, targetBranch: string): Statement => ({
  type: 'change-merged',
  subjects: [{ kind: 'repository', uri: 'https://github.com/bank/a' }],
  predicate: {
    change: { number: `${minutes}`, title: 'x', url: 'https://x' },
    author: { system: 'github.com', login: 'anna', kind: 'human' },
    mergedAt: at(minutes),
    headCommit: 'a',
    mergeCommit: `${minutes}`,
    targetBranch,
  },
  observedAt: at(minutes),
  sourceId: 'github',
});

const reader = (isReadable: boolean) =>
  ({
    seesAll: async () => isReadable,
    readable: async () => () => isReadable,
  } as never);

it.each(databases.eachSupportedId())(
  'a finding says what ends it, who can do that, and when, on %s',
  async id => {
    const knex = await databases.init(id);
    const stores = await createStores(knex);
    const asset = { ...assetNamed('a'), ownerRef: 'group:default/guards' };
    const { title } = asset;
    await stores.assets.save(
      [{ node: 'asset', entityRef, title, links: [], asset }],
      at(0),
    );
    await stores.assessments.install(
      [...controls.values()].map(one => ({
        ...toInstalled(one),
        reads: ['change-merged'],
      })),
      at(0),
    );
    const { documents, assessments, decision } = stores;
    const learn = async (item: Statement, now: Instant) => {
      await documents.receive([received(item.observedAt, 0)]);
      await normaliseWith(documents, {
        limit: 9,
        now,
        normalise: normalised(item),
      });
      await assessWith(assessments, {
        limit: 9,
        now,
        decide: async due => {
          const options = { due, controls, stores: decision, asOf: now };
          const decided = await decide(options);
          return decided.flatMap(({ assessment }) => assessment ?? []);
        },
      });
    };
    const query = new ComplianceQuery({
      ...stores,
      controls,
      closing: { ofAll: async () => [] } as never,
      texts: new KnexControlTexts(knex),
      origins: new KnexEvidenceOrigins(knex, new Map()),
    });
    const read = async (
      minutes: number,
      { isReadable = true, ...asked }: { isReadable?: boolean; asOf?: Instant },
    ) => {
      const time = { now: at(minutes), ...asked };
      const view = await query.readControl(
        entityRef,
        control.id,
        time,
        reader(isReadable),
      );
      return typeof view === 'string' ? undefined : view.resolution;
    };
    await learn(merged(10, 'main'), at(11));
    expect(await read(12, {})).toBeUndefined();
    await learn(merged(20, 'next'), at(21));
    expect(await read(30, {})).toEqual({
      what: 'Merge to main.',
      who: [
        {
          role: 'asset-owner',
          sentence: 'The owner of the asset, group:default/guards.',
        },
        {
          role: 'risk-function',
          sentence:
            'The risk function of your organization, which decides whether the risk is accepted until then.',
        },
      ],
      when: {
        kind: 'by-itself',
        at: at(20 + 30 * DAY),
        sentence:
          'It turns green by itself on 2026-03-31 00:20 UTC, if everything else goes on as it does today.',
      },
    });
    const hidden = await read(30, { isReadable: false });
    expect(hidden?.who[0]?.sentence).not.toContain('guards');
    expect(await read(30, { asOf: at(25) })).toBeUndefined();
    await knex.destroy();
  },
);
