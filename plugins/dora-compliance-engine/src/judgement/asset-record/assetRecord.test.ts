import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../../testing/inEnglish';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { at, deployed, recordObserved } from '../../testing/story';
import { judgeAssetRecord } from './assetRecord';

const index = new EvidenceIndex([], at(0));
const fails = (more: Partial<Predicate<'asset-record-observed'>>) =>
  judgeAssetRecord(recordObserved(more), index)
    .filter(({ passed }) => passed !== true)
    .map(({ cause }) => inEnglish.sentence(cause));

describe('judgeAssetRecord', () => {
  it('has nothing against a complete record', () => {
    expect(fails({})).toEqual([]);
    expect(judgeAssetRecord(recordObserved(), index)).toHaveLength(2);
  });

  it.each<[Predicate<'asset-record-observed'>['missing'], string]>([
    [
      ['continuity', 'support'],
      'The record lacks RTO and RPO and end of support.',
    ],
    [['links'], 'The record lacks links and interdependencies.'],
    [
      ['location', 'owner', 'exposure'],
      'The record lacks location, owner, and exposure to external networks.',
    ],
  ])('names in words what is missing: %j', (missing, sentence) => {
    expect(fails({ missing })).toEqual([sentence]);
  });

  it('names what was written wrong before what is missing because of it', () => {
    const problems = [
      {
        field: 'spec.dora.location',
        value: '7',
        rule: 'type',
        params: { type: 'string' },
      },
    ];
    const said = 'spec.dora.location is 7; it must be of type string.';
    expect(fails({ missing: ['location'], problems })).toEqual([
      said,
      'The record lacks location.',
    ]);
    expect(
      fails({ problems: [...problems, ...problems, ...problems] }),
    ).toEqual([`${said} 2 more values can't be used.`]);
  });

  it('names pipelines that ran and are not in the inventory', () => {
    expect(fails({ uninventoriedPipelines: ['Deploy', 'Nightly'] })).toEqual([
      '2 pipelines ran in the repositories of the asset in the last 90 days and are not in the inventory: Deploy and Nightly. Discover them, or add a Resource of type ci-pipeline for each.',
    ]);
    const many = Array.from({ length: 7 }, (_, n) => `Job ${n}`);
    expect(fails({ uninventoriedPipelines: many })).toEqual([
      expect.stringMatching(/^7 pipelines .*: Job 0, Job 1, .*, and 2 more\./),
    ]);
    const none = recordObserved({ uninventoriedPipelines: [] });
    expect(
      judgeAssetRecord(none, index).map(({ check, passed }) => [check, passed]),
    ).toContainEqual(['pipelines-inventoried', true]);
  });

  it('has nothing to say of a deployment', () => {
    expect(judgeAssetRecord(deployed(1, 'm'), index)).toEqual([]);
  });
});
