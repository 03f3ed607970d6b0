import {
  isEvidenceOf,
  UNINVENTORIED_DAYS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';
import { reason } from './reasons';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

/** So many names of pipelines are in a reason. */
const NAMES_SHOWN = 5;

/**
 * Whether the record of an ICT asset has all nine fields of RTS 2024/1774
 * Art 4(2)(b)(i) to (ix), and no value that can't be used. Invalid values come
 * first: they may be the cause of a missing field. Also whether the pipelines of its
 * repositories are in the inventory.
 */
export const judgeAssetRecord: Judge = member => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const { missing, problems, uninventoriedPipelines } = member.predicate;
  const [problem] = problems;
  const evidence = [member.id];
  return [
    {
      check: 'record-usable',
      passed: problem === undefined,
      cause:
        problem === undefined
          ? reason('record-usable')
          : reason('record-unusable', {
              ...problem.params,
              field: problem.field,
              value: problem.value,
              rule: problem.rule,
              more: problems.length - 1,
            }),
      evidence,
    },
    {
      check: 'record-complete',
      passed: missing.length === 0,
      cause:
        missing.length === 0
          ? reason('record-complete')
          : reason('record-incomplete', { fields: missing.join(',') }),
      evidence,
    },
    ...(uninventoriedPipelines
      ? [{ ...judgePipelines(uninventoriedPipelines), evidence }]
      : []),
  ];
};

/** A pipeline that runs is an ICT asset itself (DORA 8(4), 8(6)). */
function judgePipelines(
  names: readonly string[],
): Omit<TimedCheck, 'evidence'> {
  const days = UNINVENTORIED_DAYS;
  return {
    check: 'pipelines-inventoried',
    passed: names.length === 0,
    cause:
      names.length === 0
        ? reason('pipelines-inventoried', { days })
        : reason('pipelines-not-inventoried', {
            names: names.slice(0, NAMES_SHOWN).join('\n'),
            count: names.length,
            days,
          }),
  };
}

/** `asset.record` in assertions. */
export const assetRecord: Judgement = {
  name: 'asset.record',
  member: 'asset-record-observed',
  needs: { evidence: [] },
  remedies,
  words: { en, de },
  judge: judgeEvidence(judgeAssetRecord),
};
